import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { rateOf, type Rate } from '../candidates/interval.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import type { AddresseeStatus } from './state.ts';

/** One request to one body that owed an answer by a deadline. */
export type Exchange = {
  readonly requester: UnitId;
  readonly responder: UnitId;
  readonly status: AddresseeStatus;
  readonly registeredAt: Instant;
  readonly answeredAt: Instant | null;
  readonly lateAnsweredAt: Instant | null;
};

export type PairFigures = {
  readonly requester: UnitId;
  readonly responder: UnitId;
  readonly asked: number;
  readonly answeredInTime: number;
  readonly late: number;
  readonly silent: number;
  readonly returned: number;
  readonly medianOfficeMs: number | null;
  readonly inTime: Rate;
};

type Outcome = 'answeredInTime' | 'late' | 'silent' | 'returned';

/**
 * What a request counts as. Null, not counted: it still runs, was taken back or sent on, the body was
 * dissolved, the consent was voided, or it is disputed whether the answer came in time.
 */
const outcomeOf = ({ status, answeredAt, lateAnsweredAt }: Exchange): Outcome | null => {
  switch (status) {
    case 'answered':
      return 'answeredInTime';
    case 'answered-late':
      return 'late';
    case 'silent':
      return 'silent';
    case 'consent-deemed':
      if (answeredAt !== null) return null;
      return lateAnsweredAt === null ? 'silent' : 'late';
    case 'returned':
      return 'returned';
    case 'waiting':
    case 'withdrawn':
    case 'readdressed':
    case 'deemed-void':
    case 'lapsed':
      return null;
  }
};

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
};

const figuresOf = (
  pair: readonly { readonly exchange: Exchange; readonly outcome: Outcome }[],
  { requester, responder }: Exchange,
  calendar: WorkingCalendar,
): PairFigures => {
  const number = (wanted: Outcome): number => pair.filter(({ outcome }) => outcome === wanted).length;
  const officeMs = pair.flatMap(({ exchange: { registeredAt, answeredAt, lateAnsweredAt } }) => {
    const given = answeredAt ?? lateAnsweredAt;
    return given === null ? [] : [calendar.workingMs(registeredAt, given)];
  });
  const [answeredInTime, returned] = [number('answeredInTime'), number('returned')];
  return {
    requester,
    responder,
    asked: pair.length,
    answeredInTime,
    late: number('late'),
    silent: number('silent'),
    returned,
    medianOfficeMs: median(officeMs),
    // A request that was not the body's to answer, and given back, says nothing about its answering.
    inTime: rateOf(answeredInTime, pair.length - returned),
  };
};

/** How each organisation answers each other one (000 §1, 002; R18): level T, never a figure of a person. */
export const responsivenessOf = (
  exchanges: readonly Exchange[],
  calendarOf: (unit: UnitId) => WorkingCalendar,
): readonly PairFigures[] => {
  const pairs = new Map<string, { exchange: Exchange; outcome: Outcome }[]>();
  for (const exchange of exchanges) {
    const outcome = outcomeOf(exchange);
    if (outcome === null) continue;
    const key = `${exchange.requester}\0${exchange.responder}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, [{ exchange, outcome }]);
    else pair.push({ exchange, outcome });
  }
  return [...pairs.values()].flatMap((pair) => {
    const [first] = pair;
    return first === undefined ? [] : [figuresOf(pair, first.exchange, calendarOf(first.exchange.responder))];
  });
};
