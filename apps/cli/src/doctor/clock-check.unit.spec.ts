import { expect, it } from '@jest/globals';
import type { ClockHealth } from '#contracts/clock-views.ts';
import type { OpenLedger } from '../compose.ts';
import { clockCheck } from './clock-check.ts';

const at = '2025-07-08T17:00:00.000Z';
const failing = [{ stream: 'task-nv-1', since: at, attempts: 3, retryAt: at, error: 'impossible history' }];

it.each<[ClockHealth, string, string]>([
  [{ lastRunAt: null, due: 0, failing: [] }, 'ok', 'Không có gì đến hạn chưa ghi (chưa chạy lần nào)'],
  [{ lastRunAt: at, due: 0, failing: [] }, 'ok', 'Không có gì đến hạn chưa ghi (chạy lần cuối 09/07/2025 00:00)'],
  [{ lastRunAt: at, due: 2, failing: [] }, 'warning', '2 việc đã đến hạn, chưa ghi'],
  [{ lastRunAt: at, due: 1, failing }, 'failed', 'đầu tiên là task-nv-1 từ 09/07/2025 00:00: impossible history'],
])('of %j the doctor says %s', async (health, status, text) => {
  const readModels = { clockStatus: { health: () => Promise.resolve(health) } } as unknown as OpenLedger['readModels'];
  const found = await clockCheck({ readModels });
  expect(found).toMatchObject({ name: 'deadline-clock', status });
  expect(found.text.vi).toContain(text);
});
