import type { Instant, UnitId } from '#domain/kernel/event.ts';
import type { DossierType } from './dossier-types.ts';
import { arrive } from './arrival.ts';
import { conclude } from './conclusion.ts';
import { decide } from './decision.ts';
import { Journey, type SampleAct } from './journey.ts';
import { addOfficeDays, dayOf, endOfDay, later } from './office-time.ts';
import { randomFrom, type Random } from './random.ts';
import type { Place } from './unit-table.ts';
import { work } from './work.ts';
import type { World } from './world.ts';

/** A dossier on its way with everything its stages need. */
export type Case = {
  readonly id: string;
  readonly type: DossierType;
  readonly place: Place;
  readonly deadline: Instant | null;
  readonly secret: boolean;
  readonly journey: Journey;
  readonly random: Random;
  readonly world: World;
  /** Below 1 the whole dossier goes well; far above 1 it is one of those that stall. */
  readonly luck: number;
};

export type RecordedAct = { readonly act: SampleAct; readonly recordedAt: Instant };
export type SampleDossier = { readonly id: string; readonly acts: readonly RecordedAct[] };

/** The life of one dossier up to `end`; what would come later has not happened. */
export const dossierLife = (
  world: World,
  start: { readonly id: string; readonly type: DossierType; readonly place: Place; readonly at: Instant },
  end: Instant,
): SampleDossier => {
  const random = randomFrom(world.seed, `dossier/${start.id}`);
  const hasDeadline = random.chance(0.95);
  const one: Case = {
    id: start.id,
    type: start.type,
    place: start.place,
    deadline: hasDeadline ? endOfDay(addOfficeDays(dayOf(start.at), start.type.workingDays)) : null,
    secret: start.type.level === 'province' && random.chance(0.05),
    journey: new Journey(world.roster, random, start.at),
    random,
    world,
    luck: random.weighted([
      [0.45, 30],
      [0.8, 40],
      [1.5, 18],
      [4, 7],
      [30, 6],
    ]),
  };
  arrive(one);
  work(one);
  decide(one);
  conclude(one);
  return { id: start.id, acts: recorded(one.journey.acts, random).filter(({ recordedAt }) => recordedAt <= end) };
};

/** Days at a desk: the work itself, its holder's pace, and the dossier's luck. */
export const stay = (one: Case, workDays: number): void => {
  const { party } = one.journey.holder;
  const pace = party.kind === 'officer' ? one.world.pace(party.id) : 1.3;
  const days = workDays * pace * one.luck * (0.6 + one.random.next() * 0.8);
  one.journey.wait(Math.round(days));
};

export const competentUnit = (one: Case): UnitId =>
  one.world.competent(one.type.duty, one.type.level === 'local' ? one.place : null, one.journey.now);

/** Entered within minutes; now and then days afterwards, and then what follows is entered after it. */
const recorded = (acts: readonly SampleAct[], random: Random): RecordedAct[] => {
  let last = '';
  return acts.map((act) => {
    const entered = random.chance(0.012)
      ? later(act.at, random.int(2, 4), random)
      : new Date(Date.parse(act.at) + random.int(20, 900) * 1000).toISOString();
    last = entered > last ? entered : new Date(Date.parse(last) + 1000).toISOString();
    return { act, recordedAt: last };
  });
};
