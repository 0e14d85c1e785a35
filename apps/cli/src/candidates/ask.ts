import { candidatePage, type PersonOrUnit } from '#api/candidates/candidate-page.ts';
import type { CandidatePage, DutyPage } from '#contracts/candidate-views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { systemClock } from '#platform/clock.ts';
import type { OpenLedger } from '../compose.ts';
import { CliFailure } from '../frame/failure.ts';

export type Pages = {
  readonly asOf?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly all?: true | undefined;
};

const pageOfAll = 200;

/** One page, or all of them. Throws CliFailure when the ledger knows no such person or unit. */
export const askCandidates = async (
  { store, readModels }: OpenLedger,
  whose: PersonOrUnit,
  { asOf = systemClock.now(), all, cursor, limit = all ? pageOfAll : undefined }: Pages,
): Promise<CandidatePage> => {
  const reference = await new LedgerReference(store).current();
  const { organisation } = reference;
  const known = 'unit' in whose ? organisation.unit(whose.unit) !== null : organisation.knowsOfficer(whose.officer);
  if (!known) throw nobody(whose);
  const asked = { queries: readModels.queries, reference, asOf, whose };
  let page = await candidatePage(asked, { limit, cursor });
  const items = [...page.items];
  while (all && page.next !== null) {
    page = await candidatePage(asked, { limit, cursor: page.next });
    items.push(...page.items);
  }
  return { ...page, items };
};

/** Every page of what else the person did or was given. */
export const askDuties = async (
  { readModels }: OpenLedger,
  officer: string,
  { asOf, all, limit = all ? pageOfAll : undefined }: Omit<Pages, 'cursor'>,
): Promise<Omit<DutyPage, 'officer'>> => {
  const items: DutyPage['items'][number][] = [];
  let next: string | null = null;
  do {
    const page: DutyPage | null = await readModels.queries.duties(officer, { asOf, limit, cursor: next ?? undefined });
    items.push(...(page?.items ?? []));
    next = page?.next ?? null;
  } while (all && next !== null);
  return { items, next };
};

const nobody = (whose: PersonOrUnit): CliFailure =>
  'unit' in whose
    ? new CliFailure({
        vi: `Sổ cái không có đơn vị mã "${whose.unit}".`,
        en: `The ledger has no unit with id "${whose.unit}".`,
      })
    : new CliFailure({
        vi: `Sổ cái không có cán bộ mã "${whose.officer}".`,
        en: `The ledger has no officer with id "${whose.officer}".`,
      });
