import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { RecordFinding } from '../commands.ts';

/**
 * R37, handbook decision 8: disunity and the like are found by people, in writing. No machine records one — not
 * from another system's log either — and nobody about oneself.
 */
export const findingByAPerson = ({ command }: { readonly command: RecordFinding }) => {
  const { actor, officer, source } = command;
  if (actor.party.kind !== 'officer') return objection('finding.human-only');
  if (source.title === null && source.number === null) return objection('finding.source-missing');
  return same(actor.party, { kind: 'officer', id: officer }) ? objection('finding.on-oneself', { officer }) : null;
};
