import type { Bounds, Stamps } from './check-tokens.ts';
import type { EventFacts } from './event-facts.ts';
import type { EventLine } from './read-bundle.ts';
import type { Bracket, Finding } from './verdict.ts';
import { finding, type Code } from './wording.ts';

/** The form in which every moment of the ledger is written, so that any other is not compared. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const momentOf = (text: string): number | null => {
  const time = moment.test(text) ? Date.parse(text) : Number.NaN;
  // Some take the 30th of February for a day of March.
  return Number.isNaN(time) || new Date(time).toISOString() !== text ? null : time;
};

/** How long before the first possible, or after the last possible moment, in milliseconds; 0 within. */
const outside = (time: number, { before, after }: Bounds): { readonly early: number; readonly late: number } => ({
  early: before === null ? 0 : Math.max(0, before.time.getTime() - before.accuracyMs - time),
  late: after === null ? 0 : Math.max(0, time - after.time.getTime() - after.accuracyMs),
});

type Off = { readonly early: Code; readonly late: Code };
const claimed: Off = { early: 'recorded-late', late: 'claimed-ahead' };
const recorded: Off = { early: 'clock-behind', late: 'clock-ahead' };

type Place = Pick<EventLine, 'line' | 'position'>;

const remarksOn = ({ line, position }: Place, facts: EventFacts, bounds: Bounds): readonly Finding[] => {
  const [occurredAt, recordedAt] = [momentOf(facts.occurredAt), momentOf(facts.recordedAt)];
  const said = (time: number | null, codes: Off): readonly Finding[] => {
    const { early, late } = time === null ? { early: 0, late: 0 } : outside(time, bounds);
    return [
      ...(early > 0 ? [finding(codes.early, { line, position, byMs: early })] : []),
      ...(late > 0 ? [finding(codes.late, { line, position, byMs: late })] : []),
    ];
  };
  const isUnreadable = occurredAt === null || recordedAt === null;
  return [
    ...(isUnreadable ? [finding('time-unreadable', { line, position })] : []),
    ...said(occurredAt, claimed),
    ...said(recordedAt, recorded),
  ];
};

const maxRemarks = 200;

/** Who leaves out a token leaves the events that cite it without their *not before*. */
const withoutAnchor = (events: readonly EventLine[], stamps: Stamps): readonly Finding[] => {
  const found = events.filter(({ facts }) => facts !== null && stamps.isWithout(facts)).length;
  return found === 0 ? [] : [finding('anchor-missing', { found: BigInt(found) })];
};

/** Claimed and recorded times outside the proved bracket, by how much beyond the accuracy of the stamps. */
export const remarksOnTimes = (events: readonly EventLine[], stamps: Stamps): readonly Finding[] => {
  const remarks: Finding[] = [...withoutAnchor(events, stamps)];
  if (stamps.isEmpty) return remarks;
  const boundsOf = stamps.inOrder();
  let more = 0n;
  for (const event of events) {
    if (event.facts === null) continue;
    const found = remarksOn(event, event.facts, boundsOf(event.facts, event.position));
    if (remarks.length < maxRemarks) remarks.push(...found);
    else more += BigInt(found.length);
  }
  return more === 0n ? remarks : [...remarks, finding('remarks-left-out', { found: more })];
};

/** For events by ascending position, each asked once. */
export const bracketsBy = (stamps: Stamps): ((facts: EventFacts, position: bigint) => Bracket) => {
  const boundsOf = stamps.inOrder();
  return (facts, position) => {
    const { before, after } = boundsOf(facts, position);
    return { notBefore: before?.time ?? null, notAfter: after?.time ?? null };
  };
};
