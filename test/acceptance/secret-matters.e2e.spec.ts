import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { assignment, establishTaskOffice, product, type TaskOffice } from './task-office.ts';

/** A word of the secret subject, and the reference that stands for it. */
const word = 'tenlua';
const reference = 'M-07';
const occurredAt = '2025-07-01T08:00:00+07:00';

let api: RunningApi;
let office: TaskOffice;

const signed = { kind: 'officer', id: 'giam-doc' };
const request = {
  occurredAt,
  consultationId: 'YK-MAT',
  dossierId: 'HS-MAT',
  requester: 'sxd',
  subject: reference,
  questions: [{ questionId: 'c1', text: reference }],
  addressees: [{ unit: 'stc' }],
  term: { kind: 'day', day: '2025-07-31' },
  signature: { drafter: signed, signer: signed, capacity: 'own' },
};
const task = { ...assignment, taskId: 'NV-MAT', dossierId: 'HS-MAT', title: reference, product: reference };

beforeAll(async () => {
  api = await runApi({ clock: { now: () => '2025-07-01T02:00:00.000Z' } });
  office = await establishTaskOffice(api);
  const { status } = await office['van-thu'].post('/v1/dossiers', {
    dossierId: 'HS-MAT',
    issuer: 'Bộ Chỉ huy quân sự',
    secretReference: reference,
    secrecy: 'secret',
    dossierType: 'quoc-phong',
    urgency: 'normal',
    receivedAt: occurredAt,
    occurredAt,
    holder: { party: { kind: 'officer', id: 'chuyen-vien' }, unit: 'sxd' },
  });
  if (status !== 201) throw new Error(`registration answered ${String(status)}`);
});
afterAll(() => api.stop());

it('R59 refuses what would name the matter of a secret dossier in a request for opinions or a task, and stores none of it', async () => {
  const refused = async (who: 'giam-doc' | 'chu-tich', path: string, body: object): Promise<unknown> => {
    const answer = await office[who].post<Problem>(path, body);
    expect(JSON.stringify(answer.body)).not.toContain(word);
    return answer.body.code;
  };
  const forbidden = 'secrecy.subject-forbidden';
  const title = { number: '5', symbol: 'CV', title: word };
  const questions = [{ questionId: 'c1', text: `Vị trí ${word}` }];
  for (const change of [{ subject: word }, { questions }, { document: title }]) {
    expect(await refused('giam-doc', '/v1/consultations', { ...request, ...change })).toBe(forbidden);
  }
  for (const change of [{ title: word }, { product: word }]) {
    expect(await refused('chu-tich', '/v1/tasks', { ...task, ...change })).toBe(forbidden);
  }
  expect((await office['giam-doc'].post('/v1/consultations', request)).status).toBe(201);
  expect((await office['chu-tich'].post('/v1/tasks', task)).status).toBe(201);
  const submitted = { occurredAt, product: { ...product, title: word } };
  expect(await refused('giam-doc', '/v1/tasks/NV-MAT/submit-product', submitted)).toBe(forbidden);
  let stored = '';
  for await (const { canonical } of api.deps.store.readRaw()) stored += canonical;
  expect(stored).toContain(reference);
  expect(stored).not.toContain(word);
});

it('R59 does not tell who may not ask which dossier is secret', async () => {
  const { body } = await office['van-thu'].post<Problem>('/v1/tasks', { ...task, taskId: 'NV-2', title: word });
  expect(body.code).not.toBe('secrecy.subject-forbidden');
});
