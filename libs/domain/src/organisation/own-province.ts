import type { UnitId } from '../kernel/event.ts';
import type { OrganisationDirectory } from './directory.ts';

/** The province that a unit belongs to, by its committee; null for a unit of no province. */
const ownProvince = (organisation: OrganisationDirectory, unit: UnitId): UnitId | null =>
  [unit, ...organisation.superiorsOf(unit)].find((id) => organisation.unit(id)?.unitKind === 'province-committee') ??
  null;

/** The province whose own level is left when a unit of it turns to the other; null where the other is no central body above it. */
export const provinceLeft = (
  organisation: OrganisationDirectory,
  { from, to }: { readonly from: UnitId; readonly to: UnitId },
): UnitId | null => {
  const province = ownProvince(organisation, from);
  return province !== null && organisation.superiorsOf(province).includes(to) ? province : null;
};
