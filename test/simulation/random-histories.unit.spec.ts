import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { candidatesOf } from '#domain/candidates/candidates-of.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { hour } from '../fixtures/domain/organisation.ts';
import { faultsOfConsultation, faultsOfTask, holdersAfterEach, type Surroundings } from './oracles.ts';
import { boundByDeemedConsent, historiesOf, SmallProvince, type Stored } from './small-province.ts';
import { wish } from './wishes.ts';

/*
 * Random histories of commands over dossiers with their submissions, consultations and tasks, through the
 * real deciders, the store contract and the real deadline clock, in a province whose calendar, rules and
 * units change meanwhile. SIMULATION_RUNS sets how many histories are drawn (default 50), SIMULATION_SEED
 * which (default below); a fault prints the seed and the path that lead to it again.
 */
const numRuns = Number(process.env['SIMULATION_RUNS'] ?? 50);
const seed = Number(process.env['SIMULATION_SEED'] ?? 20_260_131);

/** Hours until the next act, how late it is entered, and how many clocks come round before it; mostly none. */
const step = fc.record({
  wish,
  gap: fc.nat(40),
  lag: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, { arbitrary: fc.nat(72), weight: 1 }),
  clocks: fc.constantFrom(0, 0, 1, 2),
});
const life = fc.array(step, { minLength: 20, maxLength: 80, size: 'max' });
type Life = typeof life extends fc.Arbitrary<infer Steps> ? Steps : never;

type Lived = { readonly province: SmallProvince; readonly ledger: readonly Stored[]; readonly end: string };

const live = async (steps: Life): Promise<Lived> => {
  const province = await SmallProvince.founded(hour(0));
  let hours = 0;
  for (const { wish: tried, gap, lag, clocks } of steps) {
    hours += gap;
    province.now = hour(hours);
    if (clocks > 0) await province.timePasses(clocks);
    await tried(province, hour(Math.max(0, hours - lag)));
  }
  const end = hour(hours + 2_000);
  province.now = end;
  await province.timePasses();
  return { province, ledger: await province.ledger(), end };
};

const surroundings = (ledger: readonly Stored[]): Surroundings => {
  const merged = ledger.find(({ type, stream }) => type === 'unit.dissolved' && stream === 'unit-sxd-qh')?.occurredAt;
  const freed = ledger.find(({ type }) => type === 'rulebook.unbound')?.occurredAt;
  const bound: readonly string[] = boundByDeemedConsent;
  return {
    inOffice: (unit, at) => unit !== 'sxd-qh' || merged === undefined || at < merged,
    silenceIsConsent: (unit, at) => bound.includes(unit) && (unit !== 'stc' || freed === undefined || at < freed),
  };
};

const streamsOf = (ledger: readonly Stored[], category: string): readonly (readonly Stored[])[] => {
  const streams = new Map<string, Stored[]>();
  for (const event of ledger) {
    if (event.stream.startsWith(`${category}-`))
      streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  }
  return [...streams.values()];
};

/** In charge after each event: one, but for what lies in the archive. */
const oneUnlessArchived = (history: readonly Stored[]): readonly number[] => {
  let charged = 1;
  return history.map(({ type }) => {
    if (type === 'dossier.archived') charged = 0;
    if (type === 'dossier.reopened') charged = 1;
    return charged;
  });
};

/** The same ledger, stored anew from its events alone. */
const storedAnew = async (ledger: readonly Stored[]): Promise<SmallProvince> => {
  const store = new MemoryEventStore();
  for (const { stream, revision: _revision, position: _position, ...event } of ledger) {
    await store.append({ stream, expected: 'any', events: [JSON.parse(JSON.stringify(event)) as typeof event] });
  }
  return new SmallProvince(hour(0), store);
};

describe('whatever is tried in a small province', () => {
  it(
    'R21 R17 R26 there is one holder at a time, no deadline is lost or doubled, silence is consent where its preconditions hold and nowhere else, and candidates do not change by reading again',
    async () => {
      const kinds = new Set<string>();
      await fc.assert(
        fc.asyncProperty(life, async (steps) => {
          const { province, ledger, end } = await live(steps);
          for (const { type } of ledger) kinds.add(type);
          for (const dossier of streamsOf(ledger, 'dossier')) {
            expect(holdersAfterEach(dossier)).toEqual(oneUnlessArchived(dossier));
          }
          const around = surroundings(ledger);
          for (const one of streamsOf(ledger, 'consultation'))
            expect(faultsOfConsultation(one, around, end)).toEqual([]);
          for (const one of streamsOf(ledger, 'task')) expect(faultsOfTask(one, end)).toEqual([]);
          for (const { failing } of province.runs) expect(failing).toEqual([]);
          const before = ledger.length;
          await province.timePasses(2);
          expect(await province.ledger()).toHaveLength(before);
          const found = candidatesOf({
            histories: await province.histories(),
            reference: await province.reference(),
            asOf: end,
          });
          const anew = await storedAnew(ledger);
          const reference = await new LedgerReference(anew.store).current();
          const backwards = [...historiesOf(await anew.ledger())].reverse();
          expect(candidatesOf({ histories: backwards, reference, asOf: end })).toEqual(found);
          for (const { kind } of found) kinds.add(`candidate ${kind}`);
        }),
        { seed, numRuns },
      );
      expect(worthReaching.filter((kind) => !kinds.has(kind))).toEqual([]);
    },
    60_000 + numRuns * 500,
  );
});

/** The histories drawn reach these, so that the property is not true of nothing. */
const worthReaching = [
  'consultation.answered',
  'consultation.consent-deemed',
  'consultation.deadline-passed',
  'consultation.deemed-consent-voided',
  'consultation.extended',
  'consultation.late-answer-received',
  'consultation.reminded',
  'consultation.rescheduled',
  'consultation.returned',
  'consultation.withdrawn',
  'dossier.archived',
  'dossier.reopened',
  'dossier.returned',
  'dossier.submitted',
  'rulebook.unbound',
  'task.commitment-broken',
  'task.commitment-met',
  'task.deadline-passed',
  'task.reminded',
  'task.reopened',
  'task.rescheduled',
  'unit.dissolved',
] as const;
