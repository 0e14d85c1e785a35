import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#domain/events.ts';
import type { TaskAssigned } from '#domain/task/events.ts';
import { History, by, day, officer } from '../../../../test/support/history.ts';
import { type OpenViews, openViews } from '../../../../test/support/open-views.ts';

const an = by(officer('an'), 'u');
const calendar = { calendar: 'vn', version: 0 };

const task = (taskId: string, parentTaskId: string | null, directiveId: string | null): TaskAssigned => ({
  type: 'task.assigned',
  version: 1,
  data: {
    taskId,
    directiveId,
    dossierId: null,
    parentTaskId,
    assigner: 'vp',
    lead: 'u',
    coordinators: ['v'],
    responsible: officer('an'),
    title: 'Báo cáo',
    product: 'báo cáo',
    term: { kind: 'working-days', days: 5 },
    due: { dueAt: day(9), calendar, reminders: [] },
    programme: null,
    priority: 'normal',
  },
});
const obstacle: DomainEvent = {
  type: 'obstacle.reported',
  version: 1,
  data: { obstacleId: 'o', unit: 'u', channel: 'vp', concerns: ['task-1', 'task-9'], content: 'thiếu số liệu' },
};
const leave: DomainEvent = {
  type: 'leave.recorded',
  version: 1,
  data: { leaveId: 'l', officer: 'an', unit: 'u', from: day(1), to: day(3), kind: 'phép' },
};

const step: DomainEvent = {
  type: 'step.assigned',
  version: 1,
  data: { stepId: 's', unit: 'u', procedure: 'p', step: 'nhận', officer: 'chi', from: day(1), to: null },
};
const report: DomainEvent = {
  type: 'report.issued',
  version: 1,
  data: {
    reportId: 'r',
    kind: 'overdue',
    unit: 'vp',
    to: 'tinh',
    periodFrom: '2024-01-01',
    periodTo: '2024-01-31',
    named: ['x'],
    document: null,
  },
};

let open: OpenViews;
const history = new History().unit('u').officers('an', 'binh', 'chi').register('d1', an);
beforeAll(async () => {
  history.add(task('1', null, 'c'), 'task-1', day(1), { actor: officer('binh'), unit: 'vp' });
  history.add(task('2', '1', null), 'task-2', day(2));
  history.add(task('3', '2', null), 'task-3', day(3));
  history.add(task('9', null, 'c'), 'task-9', day(3));
  history.add(obstacle, 'office-o', day(4), { actor: officer('an'), unit: 'u' });
  history.add(leave, 'office-l', day(5));
  history.add(step, 'office-s', day(6));
  history.add(report, 'office-r', day(6));
  open = await openViews(history, day(10));
});
afterAll(() => open.close());

describe('the events of cases, by who and what they name', () => {
  it('finds the streams of a person, of a unit and of everyone in the order of their bytes, from one on', async () => {
    const { caseStreams } = open.views.queries;
    const page = { from: '', limit: 10 };
    const tasks = ['task-1', 'task-2', 'task-3', 'task-9'];
    const all = ['dossier-d1', 'office-l', 'office-o', 'office-r', 'office-s', ...tasks];
    const ofAn = all.filter((stream) => stream !== 'office-r' && stream !== 'office-s');
    expect(await caseStreams({ officer: 'an' }, page)).toEqual(ofAn);
    expect(await caseStreams({ officer: 'binh' }, page)).toEqual(['task-1']);
    expect(await caseStreams({ unit: 'v' }, page)).toEqual(['task-1', 'task-2', 'task-3', 'task-9']);
    expect(await caseStreams({ unit: 'u' }, { from: 'office-o', limit: 2 })).toEqual(['office-o', 'office-s']);
    expect(await caseStreams('everyone', page)).toEqual(all);
  });

  it('reads along a task’s family and what offices recorded about it, and not all tasks of one directive', async () => {
    const related = await open.views.queries.relatedStreams(['task-3']);
    expect([...related].sort()).toEqual(['directive-c', 'office-o', 'task-1', 'task-2', 'task-3']);
  });

  it('gives whole histories as they were recorded', async () => {
    const histories = await open.views.queries.histories(['dossier-d1', 'task-1', 'office-o']);
    const recorded = history.events.filter(({ stream }) => ['dossier-d1', 'task-1', 'office-o'].includes(stream));
    const found = histories.flatMap(({ events }) => events).sort((a, b) => Number(a.position - b.position));
    expect(found).toMatchObject(
      recorded.map(({ id, stream, revision, position, type, data, occurredAt, actor, unit }) => ({
        id,
        stream,
        revision,
        position,
        type,
        data,
        occurredAt,
        actor,
        unit,
      })),
    );
  });

  it('R29 R33 finds the leaves of persons, and what the offices of units keep without naming a subject', async () => {
    const { registers } = open.views.queries;
    const nobody = { officers: [], units: [] };
    expect(await registers({ ...nobody, officers: ['an', 'binh'] })).toEqual(['office-l']);
    expect(await registers({ ...nobody, officers: ['binh'] })).toEqual([]);
    expect([...(await registers({ ...nobody, units: ['u'] }))].sort()).toEqual(['office-l', 'office-s']);
    expect(await registers({ ...nobody, units: ['vp'] })).toEqual(['office-r']);
  });

  it('R08 R33 shows what a person did and was given, newest first, page by page', async () => {
    const { duties } = open.views.queries;
    const first = await duties('an', { limit: 2 });
    expect(first?.items.map(({ subject, part }) => [subject, part])).toEqual([
      ['office-l', 'named'],
      ['office-o', 'acted'],
    ]);
    const rest = await duties('an', { limit: 10, cursor: first?.next ?? undefined });
    expect(rest?.items.map(({ subject }) => subject)).toEqual(['task-9', 'task-3', 'task-2', 'task-1']);
    expect((await duties('an', { asOf: day(2) }))?.items.map(({ subject }) => subject)).toEqual(['task-2', 'task-1']);
    expect(await duties('nobody')).toBeNull();
  });
});
