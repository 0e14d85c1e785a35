import { afterAll, describe, expect, it } from '@jest/globals';
import { refusesInOrder } from '../../../../test/fixtures/domain/refusal-table.ts';
import {
  approve,
  asFact,
  askMore,
  assign,
  chair,
  endOfJuly,
  factsAt,
  grantMore,
  handIn,
  july,
  judgeTask,
  leadHead,
  leadMember,
  taskAfter,
  tick,
} from '../../../../test/fixtures/domain/task.ts';
import { actor, hour, nobody, officer } from '../../../../test/fixtures/domain/organisation.ts';
import { taskAggregate } from './aggregate.ts';
import type { AssignTask, RequestExtension, SendBackProduct, TaskCommand } from './commands.ts';
import type { TaskCode } from './judging.ts';
import { taskRefusalCodes } from './refusals.ts';
import type { TaskState } from './state.ts';

const seen = new Set<string>();
afterAll(() => {
  expect(taskRefusalCodes.filter((code) => !seen.has(code))).toEqual([]);
});

type Case<C extends TaskCommand> = { readonly command: C; readonly state: TaskState };
const judge = ({ command, state }: Case<TaskCommand>) => judgeTask(command, state);
type Assigning = Case<AssignTask>;
type Asking = Case<RequestExtension>;
const assigning =
  (changes: Partial<AssignTask>) =>
  (sound: Assigning): Assigning => ({ ...sound, command: { ...sound.command, ...changes } });
const asking =
  (changes: Partial<RequestExtension>, ...before: readonly TaskCommand[]) =>
  (sound: Asking): Asking => ({
    command: { ...sound.command, ...changes },
    state: before.length === 0 ? sound.state : taskAfter(...before),
  });

const letOff = { ...askMore, type: 'request-withdrawal' } as const;
const grantLetOff = { type: 'grant-withdrawal', at: july(11), actor: chair, note: null } as const;
const stranger = actor('financier', 'stc');

describe('assigning', () => {
  const inDivision = { assigner: 'sxd', lead: 'sxd-qh', actor: leadMember } as const;
  refusesInOrder<Assigning, TaskCode>({ sound: { command: assign, state: taskAggregate.initial }, judge, seen }, [
    ['act.moment-malformed', assigning({ at: 'hôm nay' })],
    ['act.in-future', assigning({ at: hour(3000) })],
    ['actor.unknown', assigning({ actor: { ...chair, party: nobody } })],
    ['case.id-taken', ({ command }) => ({ command: { ...command, title: 'Việc khác' }, state: taskAfter() })],
    ['task.term-malformed', assigning({ term: { kind: 'working-days', days: 0 } })],
    [
      'task.lead-coordinates',
      ({ command, state }) => ({ state, command: { ...command, coordinators: [command.lead] } }),
    ],
    ['unit.unknown', assigning({ coordinators: ['xyz'] })],
    ['case.not-yours', assigning({ actor: actor('chief', 'vp') })],
    ['task.not-leader', assigning(inDivision)],
    ['task.assigner-not-above', assigning({ assigner: 'stc', actor: stranger })],
    ['task.lead-without-duty', assigning({ directive: { directiveId: 'vb-1', executes: ['stc'] } })],
    ['task.responsible-not-a-person', assigning({ responsible: nobody })],
    ['task.responsible-not-in-lead', assigning({ responsible: officer('bursar') })],
    ['task.due-not-later', assigning({ term: { kind: 'moment', at: hour(-1) } })],
  ]);

  it('takes the same again as said already', () => {
    expect(judgeTask(assign, taskAfter())).toEqual({ accepted: true, events: [] });
  });

  it('R33 takes the word of another system about people and units', () => {
    const facts = { ...factsAt(hour(10)), imported: true };
    const said = { ...assign, lead: 'xyz', responsible: nobody, actor: stranger };
    expect(judgeTask(said, taskAggregate.initial, facts)).toMatchObject({ accepted: true });
  });
});

describe('asking for more time', () => {
  refusesInOrder<Asking, TaskCode>({ sound: { command: askMore, state: taskAfter() }, judge, seen }, [
    ['case.unknown', (sound) => ({ ...sound, state: taskAggregate.initial })],
    ['task.too-early', asking({ at: hour(-1) })],
    ['task.withdrawn', asking({}, letOff, grantLetOff)],
    ['case.not-yours', asking({ actor: stranger })],
    ['task.not-leader', asking({ actor: leadMember })],
    ['task.request-incomplete', asking({ reason: null })],
    ['task.deadline-over', asking({ at: july(16) })],
    ['task.request-pending', asking({ reason: 'Lý do khác' }, askMore)],
    ['task.milestone-not-later', asking({ milestone: endOfJuly(15) })],
  ]);
  it.each([
    ['task.done', askMore, [handIn, approve]],
    ['task.no-request', grantMore, []],
    ['task.no-request', grantMore, [letOff]],
    ['case.not-yours', { ...grantMore, actor: actor('chief', 'vp') }, [askMore]],
    ['task.due-not-later', { ...grantMore, term: { kind: 'day', day: '2025-07-15', rollOver: false } }, [askMore]],
    ['task.too-early', { ...grantMore, at: july(9) }, [askMore]],
  ] as readonly (readonly [TaskCode, TaskCommand, readonly TaskCommand[]])[])(
    'R26 refuses with %s',
    (code, command, before) => {
      expect(judgeTask(command, taskAfter(...before))).toMatchObject({ accepted: false, refusal: { code } });
      seen.add(code);
    },
  );

  it('R26 promises no less than the deadline granted, and nothing stricter', () => {
    const milestoneAfter = (term: AssignTask['term'] | null) =>
      taskAfter(askMore, { ...grantMore, term }).commitments[0]?.milestone;
    expect(milestoneAfter(null)).toBe(endOfJuly(25));
    expect(milestoneAfter({ kind: 'day', day: '2025-07-31', rollOver: false })).toBe(endOfJuly(31));
    expect(milestoneAfter({ kind: 'day', day: '2025-07-18', rollOver: false })).toBe(endOfJuly(25));
  });
});

describe('the product', () => {
  const back: SendBackProduct = {
    type: 'send-back-product',
    at: july(15),
    actor: chair,
    reason: 'Chưa đạt',
    defects: [],
    term: null,
  };
  const again: TaskCommand = {
    type: 'reopen',
    at: july(18),
    actor: chair,
    reason: 'Phát sinh lại',
    term: { kind: 'working-days', days: 5 },
  };
  const report: TaskCommand = {
    type: 'report-progress',
    at: july(3),
    actor: leadMember,
    percent: 200,
    statement: 'Xong',
    obstacles: null,
  };
  it.each([
    ['task.product-pending', { ...handIn, at: july(15) }, [handIn]],
    ['task.product-missing', { ...handIn, product: { number: null, symbol: null, issuedOn: null, title: null } }, []],
    ['task.no-product', approve, []],
    ['task.too-early', { ...approve, at: july(13) }, [handIn]],
    ['case.not-yours', { ...approve, actor: leadHead }, [handIn]],
    ['task.rework-term-missing', { ...back, at: july(16) }, [handIn]],
    ['task.due-not-later', { ...back, term: { kind: 'day', day: '2025-07-15', rollOver: false } }, [handIn]],
    ['task.not-done', again, [handIn]],
    ['task.percent-out-of-range', report, []],
  ] as readonly (readonly [TaskCode, TaskCommand, readonly TaskCommand[]])[])(
    'R25 refuses with %s',
    (code, command, before) => {
      expect(judgeTask(command, taskAfter(...before))).toMatchObject({ accepted: false, refusal: { code } });
      seen.add(code);
    },
  );

  it('R25 entered afterwards keeps the promise that was recorded as broken, and that stays visible', () => {
    const broken = taskAfter(askMore, grantMore, tick(endOfJuly(25)), tick(endOfJuly(28)));
    expect(broken.commitments).toMatchObject([{ state: 'broken', recordedBroken: true }]);
    const late = { ...handIn, at: july(24) };
    const decision = judgeTask(late, broken);
    const kept = decision.accepted
      ? decision.events.reduce<TaskState>((state, event) => taskAggregate.evolve(state, asFact(event, late)), broken)
      : broken;
    expect(kept).toMatchObject({ commitments: [{ state: 'met', recordedBroken: true }] });
  });

  it.each([handIn, { ...approve, at: july(14) }])('takes the same again as said already', (command) => {
    expect(judgeTask(command, taskAfter(handIn, { ...approve, at: july(14) }))).toEqual({ accepted: true, events: [] });
  });

  it('R33 hears of progress from the lead, its divisions and the coordinators, and from nobody else', () => {
    const said = { ...report, percent: 40 };
    const heard = (who: string, unit: string) => judgeTask({ ...said, actor: actor(who, unit) }, taskAfter()).accepted;
    expect([heard('member', 'sxd'), heard('planner', 'sxd-qh'), heard('bursar', 'stc')]).toEqual([true, true, true]);
    expect(heard('chief', 'vp')).toBe(false);
  });

  it('lets nobody but the clock let time pass', () => {
    expect(judgeTask({ type: 'let-time-pass', at: july(20), actor: chair }, taskAfter())).toMatchObject({
      refusal: { code: 'case.not-yours' },
    });
    expect(judgeTask({ type: 'reschedule', at: july(20), actor: chair }, taskAfter())).toMatchObject({
      refusal: { code: 'case.not-yours' },
    });
  });
});
