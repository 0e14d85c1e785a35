import { objection } from '../../kernel/rule.ts';
import type { CorrectDossier } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** A registration cannot be unsaid, only put right; other events may be marked wrong without a new value (Fairness 10). */
export const correctionChangesSomething = ({ command, facts }: Pick<Judged<CorrectDossier>, 'command' | 'facts'>) =>
  facts.correctedEventType === 'dossier.registered' && Object.keys(command.changes).length === 0
    ? objection('correction.changes-nothing', { event: command.correctsEventId })
    : null;
