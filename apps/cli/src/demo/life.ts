import type { Instant } from '#domain/kernel/event.ts';
import type { DossierType } from './dossier-type.ts';
import { arrive } from './arrival.ts';
import type { Case } from './case.ts';
import { conclude } from './conclusion.ts';
import { decide } from './decision.ts';
import { Journey, type SampleAct } from './journey.ts';
import { addOfficeDays, dayOf, endOfDay, later } from './office-time.ts';
import { randomFrom, type Random } from './random.ts';
import type { Place } from './sample-unit.ts';
import { work } from './work.ts';
import type { World } from './world.ts';

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
