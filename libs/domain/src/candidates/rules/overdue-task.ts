import { type Detector, found } from '../finding.ts';
import { lateDraft, lateTasks } from '../late-task.ts';

/** R25 (002 §1c; 003 §1b): a task of the committee or its Chairman was not delivered by its deadline. */
export const overdueTask: Detector = {
  kind: 'overdue-task',
  obligations: ['R25', 'R27', 'R28'],
  category: 'task',
  threshold: null,
  humanFinding: false,
  detect: (question) =>
    lateTasks(question.history).flatMap((late) => found(overdueTask, question, lateDraft(question, late))),
};
