import type { RecordedEvent } from '#domain/events.ts';
import type { Reference } from '#domain/reference.ts';
import type { OrganisationAct } from '../organisation-acts.ts';
import { sampleEnd } from '../sample-period.ts';
import type { World } from '../world.ts';
import { directives } from './directives.ts';
import { erasureOf, type PlannedErasure } from './erasure.ts';
import { escalations } from './escalations.ts';
import { foundations } from './foundations.ts';
import { handling } from './handling.ts';
import { opinions } from './opinions.ts';
import { Rehearsal, type Packaged, type StagedAct } from './rehearsal.ts';
import { Script } from './script.ts';
import { silence } from './silence.ts';
import { tasks } from './tasks.ts';

/** The stories as they are told to the ledger, and what they make there. */
export type Stories = {
  readonly acts: readonly StagedAct[];
  /** Acts of the personnel office that belong to a story. */
  readonly organisation: readonly OrganisationAct[];
  readonly events: readonly RecordedEvent[];
  readonly reference: Reference;
  /** Comes last, when everything else is told. */
  readonly erasure: PlannedErasure;
};

/**
 * Each situation that the rules of handling know, once, by named officers of the sample. Pure: the same for
 * every seed and size. Throws when a rule refuses an act: then the story is wrong, or the rule.
 */
export const storiesOf = (world: World, organisation: readonly OrganisationAct[], packaged: Packaged): Stories => {
  const script = new Script(world);
  for (const chapter of [foundations, opinions, silence, tasks, directives, escalations, handling]) chapter(script);
  const rehearsal = new Rehearsal();
  rehearsal.publish(packaged);
  const personnel = organisation.map((act) => ({ kind: 'organisation' as const, ...act }));
  for (const act of [...personnel, ...script.acts].sort(byEntry)) rehearsal.tell(act);
  rehearsal.letTimePass(sampleEnd);
  const { staged, events, reference } = rehearsal;
  return {
    acts: staged,
    organisation: script.acts.flatMap((act) => (act.kind === 'organisation' ? [act] : [])),
    events,
    reference,
    erasure: erasureOf(script),
  };
};

const byEntry = (one: { readonly recordedAt: string }, other: { readonly recordedAt: string }): number =>
  one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0;
