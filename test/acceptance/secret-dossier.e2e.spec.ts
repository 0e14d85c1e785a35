import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerAsOcel } from '#api/export/ledger-ocel.ts';
import { ledgerAsXes } from '#api/export/ledger-xes.ts';
import { LedgerSnapshot } from '#api/export/selection.ts';
import type { Problem } from '#contracts/problem.ts';
import { createLogger } from '#platform/logging.ts';
import { administrator, clerk, establishOffice, units } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

/** A word of the secret subject: it must be nowhere, however often somebody tries to write it down. */
const word = 'tenlua';
const reference = 'M-07';
const path = '/v1/dossiers/HS-MAT';
const approver = 'cb-truong';
const occurredAt = '2024-03-04T08:00:00+07:00';

let log = '';
const logger = createLogger(
  'trace',
  new Writable({
    write: (chunk, _encoding, done) => {
      log += String(chunk);
      done();
    },
  }),
);

let api: RunningApi;
let desk: Caller;
let registered = '';
let waitFor = '';

const registration = (subject: string | null) => ({
  dossierId: 'HS-MAT',
  issuer: 'Bộ Chỉ huy quân sự',
  subject,
  secretReference: reference,
  secrecy: 'secret',
  dossierType: 'quoc-phong',
  urgency: 'normal',
  receivedAt: occurredAt,
  occurredAt,
  holder: { party: { kind: 'officer', id: clerk.sub }, unit: units.desk },
});

beforeAll(async () => {
  api = await runApi({ logger });
  await establishOffice(api);
  desk = await api.as(clerk);
  const admin = await api.as(administrator);
  await admin.post('/v1/officers', { officerId: approver, name: 'Phạm Thị Dung', occurredAt });
  const post = { officerId: approver, role: 'head', validFrom: occurredAt, occurredAt };
  const { status } = await admin.post(`/v1/units/${units.desk}/appointments`, post);
  if (status !== 201) throw new Error(`appointment answered ${String(status)}`);
});
afterAll(() => api.stop());

describe('a secret dossier', () => {
  it('R59 is refused whatever would write its subject down, and goes through its life without one', async () => {
    const refusedFor = async (where: string, body: object): Promise<void> => {
      const answer = await desk.post<Problem>(where, { occurredAt, ...body });
      expect([where, answer.status, answer.body.code]).toEqual([where, 422, 'secrecy.subject-forbidden']);
      expect(JSON.stringify(answer.body)).not.toContain(word);
    };
    const document = { number: '5', symbol: 'QĐ', issuedOn: null, title: null };
    await refusedFor('/v1/dossiers', registration(`Kho ${word}`));
    const first = await desk.post('/v1/dossiers', registration(null));
    expect(first.status).toBe(201);
    for await (const { id } of api.deps.store.readStream('dossier-HS-MAT')) registered = id;
    await refusedFor(`${path}/correct`, {
      correctsEventId: registered,
      changes: { subject: word },
      reason: 'ghi nhầm',
      approver: { kind: 'officer', id: approver },
    });
    await refusedFor(`${path}/decide`, { decision: 'approved', document: { ...document, title: word } });
    await refusedFor(`${path}/complete`, { product: { ...document, title: word }, outcome: 'answered' });
    const last = await desk.post(`${path}/complete`, { occurredAt, product: document, outcome: 'answered' });
    expect(last.status).toBe(200);
    waitFor = last.headers.get('ledger-position') ?? '';
  });

  it('R59 shows its subject in no view, no export, no event and no line of the log', async () => {
    const told: string[] = [log];
    const trail = `/v1/officers/${clerk.sub}/trail`;
    const asked = [path, `${path}/timeline`, '/v1/custody', '/v1/dossiers', trail, '/metrics'];
    const exported = ['json', 'csv', 'xes'].map((format) => `${trail}/export?format=${format}`);
    for (const where of [...asked, ...exported]) {
      const { status, body } = await desk.get(where);
      expect([where, status]).toEqual([where, 200]);
      told.push(JSON.stringify(body));
    }
    const snapshot = await LedgerSnapshot.take(api.deps.store, {});
    for await (const part of ledgerAsOcel(snapshot)) told.push(part);
    for await (const part of ledgerAsXes(snapshot)) told.push(part);
    for await (const { canonical } of api.deps.store.readRaw()) told.push(canonical);
    const everything = told.join('\n');
    expect(everything).toContain(reference);
    expect(everything).not.toContain(word);
  });

  it('R59 is found by its reference and never by its subject', async () => {
    const found = async (q: string): Promise<unknown> =>
      (await desk.get<{ items: unknown[] }>(`/v1/dossiers?q=${q}`, { headers: { 'wait-for-position': waitFor } })).body
        .items;
    expect(await found(word)).toEqual([]);
    expect(await found(reference)).toMatchObject([{ id: 'HS-MAT', subject: null }]);
  });
});
