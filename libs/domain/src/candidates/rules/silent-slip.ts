import { type Detector, found, type Question } from '../finding.ts';
import { lateDraft, lateTasks, type LateTask } from '../late-task.ts';

/** The lead said something before the deadline: asked for more time or out of it, refused it, or reported what stood in the way. */
const spoke = ({ world, history }: Question, { before, passed, assigned }: LateTask): boolean =>
  before.some(
    (event) =>
      ['task.extension-requested', 'task.withdrawal-requested', 'task.refused'].includes(event.type) ||
      (event.type === 'task.progress-reported' && event.data.obstacles !== null),
  ) ||
  world
    .facts('office', 'obstacle.reported')
    .some(
      ({ data, occurredAt }) =>
        data.unit === assigned.data.lead && data.concerns.includes(history.stream) && occurredAt <= passed.data.dueAt,
    );

/** R26 (002 §1c): the deadline of a task passed in silence: no report with reasons and a milestone before it. */
export const silentSlip: Detector = {
  kind: 'silent-slip',
  obligations: ['R26'],
  category: 'task',
  threshold: null,
  humanFinding: false,
  detect: (question) =>
    lateTasks(question.history)
      .filter((late) => !spoke(question, late))
      .flatMap((late) => found(silentSlip, question, lateDraft(question, late))),
};
