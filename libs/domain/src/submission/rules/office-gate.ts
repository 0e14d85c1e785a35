import { keeperOf } from '../../dossier/evolve.ts';
import { objection } from '../../kernel/rule.ts';
import type { CheckSubmission, ForwardSubmission, ReturnSubmission } from '../commands.ts';
import { atGate } from '../gate.ts';
import type { Submitted } from '../judged.ts';

/** R22 (letter 001 §3.3): the Office controls what was submitted to the committee, and nothing else. */
export const officeGate = (judged: Submitted<CheckSubmission | ReturnSubmission | ForwardSubmission>) =>
  atGate(judged) === null ? objection('submission.not-at-gate', { unit: keeperOf(judged.dossier).unit ?? '—' }) : null;
