import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OverdueAgeing, TaskSummary } from '#contracts/task-views.ts';
import type { Page } from '#contracts/views.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import {
  approve,
  asFact,
  askMore,
  assign,
  grantMore,
  handIn,
  judgeTask,
  taskAfter,
  tick,
} from '../../../../test/fixtures/domain/task.ts';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/postgres.ts';
import { taskAggregate } from '#domain/task/aggregate.ts';
import type { TaskCommand } from '#domain/task/commands.ts';
import type { TaskState } from '#domain/task/state.ts';
import { runCli } from '../program.ts';

let database: FreshDatabase;
let folder: string;

/** What a story of commands records, stored as the ledger would have stored it. */
const tell = async (taskId: string, ...commands: readonly TaskCommand[]): Promise<void> => {
  const store = openPostgresStore({ appUrl: database.appUrl });
  let state: TaskState = taskAggregate.initial;
  let revision = 0;
  for (const command of commands) {
    const decision = judgeTask(command, state);
    if (!decision.accepted) throw new Error(`the story does not hold: ${decision.refusal.code}`);
    for (const event of decision.events) {
      const fact = asFact(event, command);
      state = taskAggregate.evolve(state, fact);
      await store.append({
        stream: `task-${taskId}`,
        expected: revision === 0 ? 'no-stream' : revision - 1,
        events: [
          {
            ...fact,
            id: `00000000-0000-7000-8000-${taskId}${String(revision).padStart(6, '0')}`,
            correlationId: 'thu',
            causationId: null,
          },
        ],
      });
      revision += 1;
    }
  }
  await store.close();
};

/** The units under their ids, which the tables then show. */
const establish = async (...units: readonly string[]): Promise<void> => {
  const store = openPostgresStore({ appUrl: database.appUrl });
  for (const [index, unitId] of units.entries()) {
    await store.append({
      stream: `unit-${unitId}`,
      expected: 'no-stream',
      events: [
        {
          type: 'unit.established',
          version: 1,
          data: { unitId, name: unitId, unitKind: 'department', parent: null, validFrom: assign.at, basis: null },
          id: `00000000-0000-7000-8001-${String(index).padStart(12, '0')}`,
          occurredAt: assign.at,
          recordedAt: assign.at,
          actor: assign.actor.party,
          unit: assign.actor.unit,
          capacity: assign.actor.capacity,
          provenance: { kind: 'entered' },
          correlationId: 'thu',
          causationId: null,
        },
      ],
    });
  }
  await store.close();
};

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledger-tasks-'));
  await migrateLedger(database.ownerUrl);
  await establish('sxd', 'sxd-qh');
  const programme = { name: 'Chương trình công tác', year: 2025, quarter: 3 };
  await tell('000001', { ...assign, taskId: '000001', programme }, handIn, approve);
  await tell(
    '000002',
    { ...assign, taskId: '000002', programme },
    askMore,
    grantMore,
    tick('2025-07-29T00:00:00.000Z'),
  );
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const ledger = async (...args: readonly string[]) => {
  const said: string[] = [];
  let answer: unknown;
  const code = await runCli(args, {
    output: {
      line: (text = '') => void said.push(text),
      json: (value) => (answer = value),
      note: (text) => void said.push(text),
      progress: () => ({ advance: () => undefined, end: () => undefined }),
    },
    env: { DATABASE_URL: database.ownerUrl, LEDGER_APP_DATABASE_URL: database.appUrl, LEDGER_DATA_DIR: folder },
    stop: new AbortController().signal,
  });
  return { code, text: said.join('\n'), answer };
};

const cli = (...args: readonly string[]) => ledger('tasks', ...args);

it('R26 shows the original deadline beside the present one, and what is overdue', async () => {
  expect(taskAfter().deadlines).toHaveLength(1);
  const { text } = await cli('--overdue');
  expect(text).toMatch(/000002 .*15\/07\/2025 23:59 +25\/07\/2025 23:59 +quá hạn/);
  expect(text).not.toContain('000001');
  const { answer } = await cli('--json', '--unit', 'sxd');
  expect((answer as Page<TaskSummary>).items.map(({ taskId, late }) => [taskId, late])).toEqual([
    ['000001', false],
    ['000002', null],
  ]);
});

it('R26 R27 R23 shows broken promises, the programme with its denominators, and the ageing by body', async () => {
  expect((await cli('--broken-commitments')).text).toMatch(/000002 +sxd +head +11\/07\/2025 09:00 +25\/07\/2025 23:59/);
  expect((await cli('--programme', '2025')).text).toMatch(/sxd +2 +1 +1 +0 +1 +1/);
  const { answer } = await cli('--ageing', '--json');
  expect((answer as OverdueAgeing).tasks).toMatchObject([{ unit: { id: 'sxd' }, open: 1, overdue: 1, over30: 1 }]);
  expect((await cli('--ageing')).text).toContain('Nhiệm vụ, theo đơn vị chủ trì');
});

it('R23 asks one question at a time, and says when there is nothing', async () => {
  expect(await cli('--ageing', '--overdue')).toMatchObject({ code: 2 });
  expect((await cli('--overdue', '--unit', 'sxd-qh')).text).toContain('Không có.');
  expect(await cli('--unit', 'xyz')).toMatchObject({ code: 1, text: expect.stringContaining('mã "xyz"') });
});

it('R26 answers the same after the views were built anew', async () => {
  const answers = async (): Promise<unknown> => {
    const [all, broken] = [await cli('--json'), await cli('--json', '--broken-commitments')];
    return [all.answer, broken.answer];
  };
  const before = await answers();
  expect((await ledger('rebuild')).code).toBe(0);
  expect(await answers()).toEqual(before);
});
