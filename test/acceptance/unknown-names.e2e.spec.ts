import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Problem } from '#contracts/problem.ts';
import { clerk, establishOffice, reader, units } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

let api: RunningApi;
let caller: Caller;
beforeAll(async () => {
  api = await runApi();
  await establishOffice(api);
  caller = await api.as(reader);
});
afterAll(() => api.stop());

/** Parameters that stand for a unit or an officer, with one that exists. */
const someone: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['unit', 'waitingOn', 'requester', 'responder', 'lead', 'assigner', 'submitter', 'receiver', 'sender', 'to']
      .concat('issuer', 'executor')
      .map((name) => [name, units.department]),
  ),
  officer: clerk.sub,
  responsible: clerk.sub,
};

type Asked = readonly [path: string, name: string];
const questions = async (): Promise<readonly Asked[]> => {
  const { body } = await caller.get<OpenAPIObject>('/openapi.json');
  return Object.entries(body.paths)
    .filter(([path]) => path.startsWith('/v1/') && !path.includes('{') && path !== '/v1/calendars/due')
    .flatMap(([path, { get }]) =>
      (get?.parameters ?? []).flatMap((parameter) =>
        'name' in parameter && parameter.name in someone ? [[path, parameter.name] as const] : [],
      ),
    );
};

it('R59 takes an unknown unit or officer for a question gone wrong, never for a clean record', async () => {
  const asked = await questions();
  expect(asked.length).toBeGreaterThan(30);
  for (const [path, name] of asked) {
    const { status, body } = await caller.get<Problem>(`${path}?${name}=nope`);
    expect({ path, name, status, title: body.title }).toEqual({
      path,
      name,
      status: 404,
      title: `Sổ cái không có đơn vị, cán bộ này: ${name}=nope`,
    });
    const known = await caller.get<unknown>(`${path}?${name}=${someone[name] ?? ''}`);
    expect({ path, name, status: known.status }).toEqual({ path, name, status: 200 });
  }
});

it('R59 names all of them at once, and leaves what is no id to be named as such', async () => {
  const two = await caller.get<Problem>('/v1/custody?unit=nope&officer=nobody');
  expect(two.body).toMatchObject({ code: 'name.unknown', facts: { named: 'unit=nope, officer=nobody' } });
  expect((await caller.get('/v1/tasks?lead=..%2F..')).status).toBe(422);
});
