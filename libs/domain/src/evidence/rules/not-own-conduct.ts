import { objection } from '../../kernel/rule.ts';
import type { EraseSealedFields } from '../commands.ts';
import type { ErasableEvent } from '../erasable-event.ts';

/** Whoever recorded the entry, or is named in it, has an interest in what it says: somebody else decides (R33). */
export const notOwnConduct = ({
  command: { actor },
  event,
}: {
  readonly command: Pick<EraseSealedFields, 'actor'>;
  readonly event: Pick<ErasableEvent, 'actor' | 'subjects'>;
}) => {
  const { party } = actor;
  if (party.kind !== 'officer') return null;
  const acted = event.actor.kind === 'officer' && event.actor.id === party.id;
  return acted || event.subjects.includes(`officer:${party.id}`)
    ? objection('erasure.own-conduct', { officer: party.id })
    : null;
};
