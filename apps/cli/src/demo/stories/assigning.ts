import type { Term } from '#domain/calendar/term.ts';
import type { UnitId } from '#domain/kernel/event.ts';
import type { DirectiveSeen } from '#domain/task/commands.ts';
import type { TaskAssigned } from '#domain/task/events.ts';
import { drafterOf } from './asking.ts';
import { head, type Script, type When } from './script.ts';

export type Assigned = {
  readonly lead: UnitId;
  readonly title: string;
  readonly due: string;
  readonly assigner?: UnitId;
  readonly directive?: DirectiveSeen;
  readonly programme?: TaskAssigned['data']['programme'];
};

export const untilDay = (day: string): Term => ({ kind: 'day', day, rollOver: false });

/** A task of the Chairman, or of the Office in his name, due at the end of a day and taken by its lead at once. */
export const assigned = (
  script: Script,
  id: string,
  when: When,
  { lead, title, due, assigner = 'UBND-SH', directive, programme = null }: Assigned,
) => {
  const say = script.of('task', id);
  say(when, head(assigner), {
    type: 'assign',
    taskId: id,
    directive: directive ?? null,
    dossierId: null,
    parentTaskId: null,
    assigner,
    lead,
    coordinators: [],
    responsible: script.party(drafterOf(lead), when),
    title,
    product: 'Báo cáo trình UBND tỉnh',
    term: untilDay(due),
    programme,
    priority: programme === null ? 'normal' : 'key',
  });
  const taken: When = `${when.slice(0, 10)} 16:00`;
  say(taken, head(lead), { type: 'accept' });
  return say;
};

/** The report the task asked for. */
export const product = (when: When, title: string) => ({
  product: { number: when.slice(8, 10), symbol: 'BC', issuedOn: when.slice(0, 10), title },
});
