import { objection } from '../../kernel/rule.ts';
import type { Judged } from '../judged.ts';
import type { ReportProgress } from '../commands.ts';

/** Progress is said in whole percent (R25). */
export const percentInRange = ({ command: { percent } }: Judged<ReportProgress>) =>
  Number.isInteger(percent) && percent >= 0 && percent <= 100
    ? null
    : objection('task.percent-out-of-range', { percent });
