import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.ts';
import { createLogger } from '#platform/logging.ts';
import { viewsChecks } from '../../apps/cli/src/doctor/views-checks.ts';
import { establishOffice, reader } from '../acceptance/office.ts';
import { runApi, type Caller, type RunningApi } from '../acceptance/running-api.ts';
import { History, by, day, officer } from '../support/history.ts';
import { appendAll } from '../support/store-of.ts';

let api: RunningApi;
let caller: Caller;
beforeEach(async () => {
  api = await runApi({ logger: createLogger('silent') });
  await establishOffice(api);
  caller = await api.as(reader);
});
afterEach(() => api.stop());

it('an event that no rule would have written stops the views it breaks, visibly everywhere, and no other', async () => {
  const poison = new History().handOff('never-registered', by(officer('a'), 'u'), by(officer('b'), 'u'), day(0));
  await appendAll(api.deps.store, poison.events);
  const head = await api.deps.store.headPosition();
  const late = await caller.get<Problem>('/v1/custody', { headers: { 'wait-for-position': String(head) } });
  expect([late.status, late.body.code]).toEqual([504, 'read-model.lagging']);

  const ready = await caller.get<Problem>('/health/ready', { token: null });
  expect(ready.status).toBe(503);
  expect(ready.body.facts?.['reasons']).toEqual(
    ['custody', 'dossier'].map((name) => `projection ${name} parked at position ${head}`),
  );
  const { body: metrics } = await caller.get<string>('/metrics', { token: null });
  const projections = [...metrics.matchAll(/ledger_projection_parked\{projection="([\w-]+)"\} (\d)/g)];
  expect(projections.filter(([, , parked]) => parked === '1').map(([, name]) => name)).toEqual(['custody', 'dossier']);
  expect(projections.length).toBeGreaterThan(2);
  const checks = await viewsChecks(api.deps);
  expect(checks.filter(({ status }) => status !== 'ok').map(({ name, status }) => [name, status])).toEqual([
    ['view-custody', 'failed'],
    ['view-dossier', 'failed'],
  ]);
  expect(checks.find(({ name }) => name === 'view-custody')?.text.en).toContain(`Parked at event ${head}`);
});
