import { type Detector, found } from '../finding.ts';
import { lateDraft, lateTasks } from '../late-task.ts';

const ofProgramme = 'R27';

/**
 * R25 (002 §1c; 003 §1b): a task of the committee or its Chairman was not delivered by its deadline. Where no such
 * duty is laid down, what is overdue is asked about under R23 (000 §2; 001 §1, fifth dash). R27 is cited for items of
 * a work programme only.
 */
export const overdueTask: Detector = {
  kind: 'overdue-task',
  obligations: ['R25', ofProgramme, 'R28', 'R23'],
  category: 'task',
  threshold: null,
  humanFinding: false,
  detect: (question) =>
    lateTasks(question.history).flatMap((late) => {
      const cited = overdueTask.obligations.filter(
        (obligation) => obligation !== ofProgramme || late.assigned.data.programme !== null,
      );
      return found({ kind: overdueTask.kind, obligations: cited }, question, lateDraft(question, late));
    }),
};
