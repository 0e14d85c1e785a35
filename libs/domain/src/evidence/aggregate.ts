import type { Fact } from '../kernel/aggregate.ts';
import { caseActObjection } from '../kernel/case-actor.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import { accept, refuse, type Decision } from '../kernel/decision.ts';
import type { Party } from '../kernel/event.ts';
import { same } from '../kernel/same.ts';
import type { EraseSealedFields } from './commands.ts';
import type { ErasureFacts } from './erasable-event.ts';
import type { SealedFieldErased } from './events.ts';
import type { ErasureRefusalCode } from './refusals.ts';
import { fieldsSealed } from './rules/fields-sealed.ts';
import { groundWithClause } from './rules/ground-with-clause.ts';
import { notErasedBefore } from './rules/not-erased-before.ts';
import { notOwnConduct } from './rules/not-own-conduct.ts';

type ErasedFact = Fact<SealedFieldErased>;

/** What has been erased of one event, and by whom; the stream of its erasures holds nothing else. */
export type ErasureState = { readonly erasures: readonly (SealedFieldErased['data'] & { readonly by: Party })[] };

type ErasureDecision = Decision<SealedFieldErased, ErasureRefusalCode | CaseRefusalCode>;

/** The whole erasure was recorded before, by the same person. */
const isDone = (
  { paths, ground, document, actor: { party: by } }: EraseSealedFields,
  { erasures }: ErasureState,
): boolean =>
  erasures.some((done) =>
    same(
      { paths, ground, document, by },
      { paths: done.paths, ground: done.ground, document: done.document, by: done.by },
    ),
  );

const decideErasure = (command: EraseSealedFields, state: ErasureState, facts: ErasureFacts): ErasureDecision => {
  const { event } = facts;
  const ill = caseActObjection({ command, facts });
  if (ill) return refuse(ill.code, ill.facts);
  if (event === null) return refuse('erasure.event-unknown', { id: command.eventId });
  const found = notOwnConduct({ command, event }) ?? groundWithClause({ command }) ?? fieldsSealed({ command, event });
  if (found) return refuse(found.code, found.facts);
  if (isDone(command, state)) return accept();
  const gone = notErasedBefore({ command, erased: state.erasures.flatMap(({ paths }) => paths) });
  if (gone) return refuse(gone.code, gone.facts);
  const { eventId, paths, ground, document } = command;
  const data = { eventId, paths, subjects: event.subjects, ground, document };
  return accept({ type: 'sealed-field.erased', version: 1, data });
};

/** Lawful erasure from one event. Not of the cases (cases.ts): it has to know an event of another stream. */
export const erasureAggregate = {
  initial: { erasures: [] } as ErasureState,
  evolve: (state: ErasureState, { data, actor }: ErasedFact): ErasureState => ({
    erasures: [...state.erasures, { ...data, by: actor }],
  }),
  decide: decideErasure,
};
