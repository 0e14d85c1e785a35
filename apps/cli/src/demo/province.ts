import type { DossierId, Instant, OfficerId } from '#domain/kernel/event.ts';
import { dossierTypes } from './dossier-types.ts';
import { dossierLife, type RecordedAct, type SampleDossier } from './life.ts';
import { drawNames } from './names.ts';
import { dayOf, isOfficeDay, later, nextOfficeDay, onDay } from './office-time.ts';
import { organisationActs, type OrganisationAct } from './organisation-acts.ts';
import { randomFrom } from './random.ts';
import { sampleBegins, sampleEnd } from './sample-period.ts';
import { places } from './sample-unit.ts';
import type { StagedAct } from './stories/rehearsal.ts';
import type { Stories } from './stories/stories.ts';
import { World } from './world.ts';

export type SampleOptions = { readonly seed: number; readonly dossiers: number };
export const defaultSample: SampleOptions = { seed: 2025, dossiers: 1200 };

const firstDay = Date.parse(sampleBegins);
const lastDay = Date.parse(onDay('2026-11-18', '00:00'));

/** Everything that will be told to the ledger, and the names for the directory beside it. */
export type Province = {
  readonly options: SampleOptions;
  readonly organisation: readonly OrganisationAct[];
  readonly dossiers: readonly SampleDossier[];
  readonly names: ReadonlyMap<OfficerId, string>;
};

/** The same options give the same province, act by act. Pure: no clock, no random source but the seed. */
export const province = (options: SampleOptions): Province => {
  const world = new World(options.seed);
  const names = drawNames(world.roster.officers.length, randomFrom(options.seed, 'names'));
  return {
    options,
    organisation: organisationActs(world),
    dossiers: arrivals(options).map((start) => dossierLife(world, start, sampleEnd)),
    names: new Map(world.roster.officers.map((officer, index) => [officer, names[index] ?? officer])),
  };
};

const arrivals = ({ seed, dossiers }: SampleOptions) => {
  const random = randomFrom(seed, 'arrivals');
  const moments = Array.from({ length: dossiers }, () => {
    const day = dayOf(new Date(random.int(firstDay, lastDay)).toISOString());
    return later(onDay(isOfficeDay(day) ? day : nextOfficeDay(day), '07:30'), 0, random);
  }).sort();
  const weights = dossierTypes.map((type) => [type, type.weight] as const);
  return moments.map((at, index) => ({
    id: dossierId(at, index),
    at,
    type: random.weighted(weights),
    place: random.pick(places),
  }));
};

const dossierId = (at: Instant, index: number): DossierId =>
  `HS-${at.slice(0, 4)}-${String(index + 1).padStart(5, '0')}`;

/** One thing to tell the ledger. All but those of the stories make exactly one event at the end of their stream. */
export type Telling =
  | StagedAct
  | ({ readonly kind: 'organisation' } & OrganisationAct)
  | ({ readonly kind: 'dossier'; readonly dossier: DossierId; readonly ordinal: number } & RecordedAct);

type Told = Pick<Stories, 'acts' | 'organisation'>;
const nothing: Told = { acts: [], organisation: [] };

/** All acts in the order in which the ledger takes them in; the order of equal moments is fixed, too. */
export const tellings = ({ organisation, dossiers }: Province, stories: Told = nothing): Telling[] =>
  [
    ...[...organisation, ...stories.organisation].map((act): Telling => ({ kind: 'organisation', ...act })),
    ...dossiers.flatMap(({ id, acts }) =>
      acts.map((act, ordinal): Telling => ({ kind: 'dossier', dossier: id, ordinal, ...act })),
    ),
    ...stories.acts,
  ].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
