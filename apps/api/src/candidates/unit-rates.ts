import type { RatesView } from '#contracts/candidate-views.ts';
import type { UnitRef } from '#contracts/views.ts';
import { rateOf, smallestShownDenominator } from '#domain/candidates/interval.ts';
import { countsOf, measures, type Measure } from '#domain/candidates/rates.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { CandidateSource } from './candidates-for.ts';
import { measureTexts } from './wording.ts';

const batchSize = 500;

/** Rates of an organisation, each with its denominator and 95 % interval; withheld below the smallest denominator. */
export const unitRates = async (
  queries: Pick<CandidateSource, 'caseStreams' | 'histories'>,
  unit: UnitRef,
  asOf: Instant,
): Promise<RatesView> => {
  const counts = new Map<Measure, boolean[]>(measures.map((measure) => [measure, []]));
  let from = '';
  for (;;) {
    const found = await queries.caseStreams({ unit: unit.id }, { from, limit: batchSize });
    const streams = found.filter((stream) => stream !== from);
    for (const history of await queries.histories(streams))
      for (const { measure, good } of countsOf({ history, unit: unit.id, asOf })) counts.get(measure)?.push(good);
    if (found.length < batchSize) break;
    from = found.at(-1) ?? from;
  }
  const rates = [...counts].map(([measure, goods]) => {
    const rate = rateOf(goods.filter(Boolean).length, goods.length);
    const { numerator, denominator, share, interval } = rate;
    const [low, high] = [interval?.low ?? null, interval?.high ?? null];
    return { measure, text: measureTexts[measure], numerator, denominator, share, low, high };
  });
  return { unit, asOf, smallestShown: smallestShownDenominator, rates };
};
