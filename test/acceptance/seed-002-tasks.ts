import { officer, paper } from './seed-acts.ts';
import { endOf, type SeedStory } from './seed-story.ts';

/*
 * Tasks of the committee in March 2025, all due on Friday 14 March:
 *
 *   k5-nv-1  more time asked for with reason and milestone, granted, kept
 *   k5-nv-2  an item of the work programme, passed in silence
 *   k5-nv-3  more time granted, the milestone broken
 *   k5-nv-4  taken out of the programme before its deadline
 *   k5-nv-5  an item of the work programme, delivered in time
 *   k5-nv-6  late, its obstacle reported through Home Affairs before
 */
export type TaskRefusals = { readonly noMilestone: string | null; readonly afterDeadline: string | null };

const milestone = endOf('2025-03-21');
const report = (number: string) => ({ product: paper(number, 'BC', '2025-03-12') });

/** Monday 3 March. */
export const tasksAreGiven = async (story: SeedStory): Promise<void> => {
  const give = (taskId: string, lead: string, responsible: string, programme: boolean): Promise<unknown> =>
    story.does('k5-chu-tich', 'tasks', {
      taskId,
      assigner: 'k5-ubnd',
      lead,
      responsible: officer(responsible),
      title: 'Nhiệm vụ UBND tỉnh giao',
      product: 'Báo cáo trình UBND tỉnh',
      term: { kind: 'day', day: '2025-03-14', rollOver: false },
      programme: programme ? { name: 'Chương trình công tác 2025', year: 2025, quarter: 1 } : null,
    });
  await give('k5-nv-1', 'k5-xd', 'k5-cv-xd', false);
  await give('k5-nv-2', 'k5-tc', 'k5-cv-tc', true);
  await give('k5-nv-3', 'k5-gt', 'k5-cv-gt', false);
  await give('k5-nv-4', 'k5-sathay', 'k5-ct-sathay', true);
  await give('k5-nv-5', 'k5-xd', 'k5-cv-xd', true);
  await give('k5-nv-6', 'k5-gt', 'k5-cv-gt', false);
  await story.does('k5-gd-xd', 'tasks/k5-nv-5/remind', { text: 'Báo cáo tôi trước ngày 12' });
};

/** 10 to 12 March: reports with reasons, before the day. */
export const delaysAreReported = async (story: SeedStory): Promise<Pick<TaskRefusals, 'noMilestone'>> => {
  await story.on('2025-03-10 09:00');
  const wish = { reason: 'Chưa có số liệu của huyện', milestone };
  const noMilestone = await story.refuses('k5-gd-xd', 'tasks/k5-nv-1/request-extension', { ...wish, milestone: null });
  await story.does('k5-gd-xd', 'tasks/k5-nv-1/request-extension', wish);
  await story.does('k5-gd-gt', 'tasks/k5-nv-3/request-extension', wish);
  const withdrawal = { reason: 'Chờ luật mới, đề nghị đưa sang năm sau', milestone: endOf('2025-12-31') };
  await story.does('k5-ct-sathay', 'tasks/k5-nv-4/request-withdrawal', withdrawal);
  await story.does('k5-gd-gt', 'office/obstacles', {
    obstacleId: 'k5-vm-1',
    unit: 'k5-gt',
    channel: 'k5-nv',
    concerns: ['task-k5-nv-6'],
    content: 'Chưa có định mức',
  });
  await story.on('2025-03-12 09:00');
  for (const id of ['k5-nv-1', 'k5-nv-3']) await story.does('k5-chu-tich', `tasks/${id}/grant-extension`);
  await story.does('k5-chu-tich', 'tasks/k5-nv-4/grant-withdrawal');
  await story.does('k5-cv-xd', 'tasks/k5-nv-5/submit-product', report('5'));
  await story.does('k5-chu-tich', 'tasks/k5-nv-5/accept-product');
  return { noMilestone };
};

/** 17 to 20 March: the day has passed; what was promised is kept by one. */
export const daysPass = async (story: SeedStory): Promise<Pick<TaskRefusals, 'afterDeadline'>> => {
  const late = { reason: 'Nhiều việc', milestone };
  const afterDeadline = await story.refuses('k5-gd-tc', 'tasks/k5-nv-2/request-extension', late);
  await story.does('k5-gd-nv', 'office/obstacles/k5-vm-1/answer', { unit: 'k5-nv', answer: 'Áp dụng định mức tạm' });
  await story.does('k5-cv-gt', 'tasks/k5-nv-6/submit-product', report('6'));
  await story.does('k5-cv-xd', 'tasks/k5-nv-1/submit-product', report('1'));
  for (const id of ['k5-nv-6', 'k5-nv-1']) await story.does('k5-chu-tich', `tasks/${id}/accept-product`);
  return { afterDeadline };
};
