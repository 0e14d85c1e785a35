import type { Instant, UnitId } from '#domain/kernel/event.ts';
import type { DossierType } from './dossier-type.ts';
import type { Journey } from './journey.ts';
import type { Random } from './random.ts';
import type { Place } from './sample-unit.ts';
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

/** Days at a desk: the work itself, its holder's pace, and the dossier's luck. */
export const stay = (one: Case, workDays: number): void => {
  const { party } = one.journey.holder;
  const pace = party.kind === 'officer' ? one.world.pace(party.id) : 1.3;
  const days = workDays * pace * one.luck * (0.6 + one.random.next() * 0.8);
  one.journey.wait(Math.round(days));
};

export const competentUnit = (one: Case): UnitId =>
  one.world.competent(one.type.duty, one.type.level === 'local' ? one.place : null, one.journey.now);
