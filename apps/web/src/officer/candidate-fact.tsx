import { UnitName } from '../common/who.tsx';
import { formatMoment } from '../format/moment.ts';
import { useLanguage } from '../language/language-provider.tsx';
import type { LabelPrefix } from '../language/text.ts';

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Facts that name a unit by its id. */
const units: ReadonlySet<string> = new Set([
  'requester',
  'to',
  'from',
  'body',
  'submitter',
  'sender',
  'assigner',
  'lead',
  'unit',
]);

/** Facts that are codes, with the family of texts that names them. */
const codes: Readonly<Record<string, LabelPrefix>> = {
  ground: 'value',
  answer: 'passing',
  quality: 'quality',
  act: 'event',
  capacity: 'capacity',
  decision: 'value',
  missing: 'value',
};

type CandidateFactProps = { readonly name: string; readonly value: string | number };

/** A fact of a candidate as people read it: moments in Vietnam, units and codes by name. */
export function CandidateFact({ name, value }: CandidateFactProps) {
  const { label, count } = useLanguage();
  if (typeof value === 'number') return count(value);
  if (moment.test(value)) return formatMoment(value);
  if (units.has(name)) return <UnitName unit={{ id: value, name: null }} />;
  if (name === 'defects')
    return value
      .split(', ')
      .map((defect) => label('value', defect))
      .join(', ');
  const family = codes[name];
  return family === undefined ? value : label(family, value);
}
