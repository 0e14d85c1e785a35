import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { ledgerAsOcel } from '#api/export/ledger-ocel.ts';
import { ledgerAsXes } from '#api/export/ledger-xes.ts';
import { LedgerSnapshot } from '#api/export/selection.ts';
import type { ErasureView, SealedFieldsView } from '#contracts/erasure-views.ts';
import type { Problem } from '#contracts/problem.ts';
import type { DelegationView } from '#contracts/rulebook-views.ts';
import type { Page, Receipt, TimelineEntry } from '#contracts/views.ts';
import { createLogger } from '#platform/logging.ts';
import type { RawEvent } from '#store/event-store.ts';
import { erasedText } from '#store/revealed.ts';
import { rebuild } from '#worker/rebuild.ts';
import { columnsHolding, everyRow, sampled } from '../support/database-search.ts';
import { administrator } from './office.ts';
import { runApi, type Answer, type Caller, type RunningApi } from './running-api.ts';
import { assignment, establishTaskOffice, type TaskOffice } from './task-office.ts';

/** A name that must be nowhere afterwards, and one that nobody asked to erase. */
const word = 'xoasachnhe';
const other = 'giulainhe';
const occurredAt = '2025-07-01T08:00:00+07:00';
const dossier = '/v1/dossiers/HS-XOA';
const ground = { text: 'Yêu cầu của chủ thể dữ liệu', clause: 'Điều 14 khoản 1' };

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
let office: TaskOffice;
let custodian: Caller;
let before: readonly RawEvent[];

const rawEvents = async (): Promise<readonly RawEvent[]> => {
  const events: RawEvent[] = [];
  for await (const event of api.deps.store.readRaw()) events.push(event);
  return events;
};
const idOf = (type: string): string => before.find((event) => event.type === type)?.id ?? '';
const settled = async (): Promise<string> => {
  const position = await api.deps.store.headPosition();
  await api.deps.readModels.waitFor(position, 10_000);
  return String(position);
};
/** Resolves when the views say that they hold nothing of any erasure so far. */
const untilClean = async (): Promise<void> => {
  await settled();
  while ((await api.deps.readModels.queries.uncleaned()) !== null);
};
const erase = (eventId: string, paths: readonly string[], changes: object = {}): Promise<Answer<Receipt & Problem>> =>
  custodian.post<Receipt & Problem>('/v1/erasures', { eventId, paths, ground, ...changes });
const listed = async (query = ''): Promise<Page<ErasureView>> =>
  (
    await custodian.get<Page<ErasureView>>(`/v1/erasures${query}`, {
      headers: { 'wait-for-position': await settled() },
    })
  ).body;

/** What people get to see: screens' answers, exports, and the log of the service. */
const everythingTold = async (): Promise<string> => {
  const waitFor = { headers: { 'wait-for-position': await settled() } };
  const trail = '/v1/officers/chuyen-vien/trail';
  const exported = ['json', 'csv', 'xes'].map((format) => `${trail}/export?format=${format}`);
  const asked = [dossier, `${dossier}/timeline`, '/v1/dossiers', '/v1/custody', trail, '/v1/tasks/nv-xoa', '/v1/tasks'];
  const told = [log];
  for (const path of [...asked, ...exported, '/v1/delegations', '/v1/erasures', '/metrics']) {
    const { status, body } = await custodian.get(path, waitFor);
    expect([path, status]).toEqual([path, 200]);
    told.push(JSON.stringify(body));
  }
  const snapshot = await LedgerSnapshot.take(api.deps.store, {});
  for await (const part of ledgerAsOcel(snapshot)) told.push(part);
  for await (const part of ledgerAsXes(snapshot)) told.push(part);
  return told.join('\n');
};

beforeAll(async () => {
  api = await runApi({ logger });
  office = await establishTaskOffice(api);
  const admin = await api.as(administrator);
  const done = async (caller: Caller, path: string, body: object): Promise<void> => {
    const answer = await caller.post<unknown>(path, { occurredAt, ...body });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  };
  const since = '2024-01-01T00:00:00+07:00';
  await done(admin, '/v1/officers', { officerId: 'giu-so', name: 'Người giữ dữ liệu', occurredAt: since });
  const post = { officerId: 'giu-so', role: 'member', validFrom: since, occurredAt: since };
  await done(admin, '/v1/units/vp/appointments', post);
  const claims = { kind: 'officer', unit: 'vp', capacity: 'own', roles: ['reader', 'custodian'] } as const;
  custodian = await api.as({ sub: 'giu-so', ...claims });
  const holder = { party: { kind: 'officer', id: 'chuyen-vien' }, unit: 'sxd' };
  const registration = { dossierType: 'don-thu', urgency: 'normal', secrecy: 'none', receivedAt: occurredAt, holder };
  await done(office['chuyen-vien'], '/v1/dossiers', {
    dossierId: 'HS-XOA',
    issuer: `Bà ${word}`,
    subject: `Đơn của ${word}`,
    ...registration,
  });
  const to = { party: { kind: 'officer', id: 'giam-doc' }, unit: 'sxd' };
  const reason = `Bà ${word} ốm, ${other}`;
  await done(office['chuyen-vien'], `${dossier}/hand-off`, { to, reason });
  await done(office['giam-doc'], `${dossier}/hand-off`, { to: holder, reason: other });
  await done(office['chu-tich'], '/v1/tasks', { taskId: 'nv-xoa', ...assignment, title: `Trả lời bà ${word}` });
  await done(admin, '/v1/delegations', {
    delegationId: 'uq-xoa',
    unitId: 'sxd',
    delegator: 'giam-doc',
    delegate: 'chuyen-vien',
    scope: `Ký văn bản gửi bà ${word}`,
    document: '12/GUQ-SXD',
    validFrom: occurredAt,
    validTo: '2030-01-01T00:00:00+07:00',
  });
  await settled();
  before = await rawEvents();
});
afterAll(() => api.stop());

describe('before anything is erased', () => {
  it('R59 the name stands where people look for it, but never in the events themselves, nor in the log', async () => {
    expect(before.filter(({ canonical }) => canonical.includes(word))).toEqual([]);
    expect(before.flatMap(({ openings }) => openings).filter(({ value }) => value.includes(word))).toHaveLength(5);
    await sampled(api.database.adminUrl);
    expect(await columnsHolding(api.database.adminUrl, word)).toEqual([
      'ledger.sealed_value.value',
      'pg_catalog.pg_statistic.stavalues1',
      'views.case_event.data',
      'views.custody.reason',
      'views.delegation.scope',
      'views.dossier.issuer',
      'views.dossier.subject',
      'views.dossier_words.words',
      'views.task.state',
      'views.timeline.data',
    ]);
    expect(await everythingTold()).toContain(word);
    expect(log).not.toContain(word);
  });

  it('R59 the fields that may be erased are told apart, without what they say', async () => {
    const { status, body } = await custodian.get<SealedFieldsView>(
      `/v1/events/${idOf('dossier.registered')}/sealed-fields`,
    );
    expect([status, body.type, body.stream]).toEqual([200, 'dossier.registered', 'dossier-HS-XOA']);
    expect(body.fields).toEqual([
      { path: '/data/issuer', state: 'kept' },
      { path: '/data/subject', state: 'kept' },
    ]);
    const missing = await custodian.get(`/v1/events/${uuidv7()}/sealed-fields`);
    expect(missing.status).toBe(404);
  });
});

describe('what is refused', () => {
  const refused = async (answer: Promise<Answer<Receipt & Problem>>): Promise<unknown> => {
    const { status, body } = await answer;
    return [status, body.code];
  };
  const asked = { paths: ['/data/reason'], ground };

  it('R59 whoever has no such role, and whoever acts or is named in the entry', async () => {
    const body = { eventId: idOf('dossier.handed-off'), ...asked };
    expect(await refused(office['chu-tich'].post('/v1/erasures', body))).toEqual([403, 'auth.role-missing']);
    for (const sub of ['chuyen-vien', 'giam-doc']) {
      const self = await api.as({ sub, kind: 'officer', unit: 'sxd', capacity: 'own', roles: ['custodian'] });
      expect(await refused(self.post('/v1/erasures', body))).toEqual([403, 'erasure.own-conduct']);
    }
    const kiosk = await api.as({ sub: 'may', kind: 'account', unit: null, capacity: 'system', roles: ['custodian'] });
    expect(await refused(kiosk.post('/v1/erasures', body))).toEqual([403, 'actor.not-a-person']);
  });

  it('R33 the event itself, its actor, its times, and what is not sealed', async () => {
    const id = idOf('dossier.handed-off');
    for (const path of ['/actor', '/occurredAt', '/type', '/data', '/data/to', '']) {
      const [status] = (await refused(erase(id, [path]))) as [number];
      expect([path, status]).toEqual([path, 422]);
    }
    expect(await refused(erase(id, []))).toEqual([422, 'erasure.without-field']);
    expect(await refused(erase(uuidv7(), ['/data/reason']))).toEqual([404, 'erasure.event-unknown']);
    expect(await refused(erase('HS-XOA', ['/data/reason']))).toEqual([404, 'erasure.event-unknown']);
  });

  it('R59 an erasure without a ground, a clause, or with blanks in their place', async () => {
    const id = idOf('dossier.handed-off');
    const on = (changed: object): Promise<unknown> => refused(erase(id, ['/data/reason'], changed));
    expect(await on({ ground: { text: ' ', clause: 'Điều 14' } })).toEqual([422, 'request.invalid']);
    expect(await on({ ground: { ...ground, clause: ' ' } })).toEqual([422, 'request.invalid']);
    expect(await on({ ground: { text: ground.text } })).toEqual([422, 'erasure.clause-missing']);
    expect(await on({ ground: undefined })).toEqual([422, 'request.invalid']);
    expect((await rawEvents()).length).toBe(before.length);
  });
});

describe('a lawful erasure', () => {
  it('R59 R33 is recorded with its ground in the trails of those whom it concerns, and answered once', async () => {
    const first = await erase(idOf('dossier.registered'), ['/data/issuer', '/data/subject']);
    expect(first.status).toBe(201);
    const id = idOf('dossier.handed-off');
    const again = { headers: { 'idempotency-key': 'xoa-1' } };
    const body = { eventId: id, paths: ['/data/reason'], ground };
    const one = await custodian.post('/v1/erasures', body, again);
    expect(await custodian.post('/v1/erasures', body, again)).toMatchObject({ status: 201, body: one.body });
    expect(await erase(id, ['/data/reason'])).toMatchObject({ status: 201, body: one.body });
    const onOther = { ground: { ...ground, clause: 'Điều 15' } };
    expect((await erase(id, ['/data/reason'], onOther)).body.code).toBe('erasure.already-erased');
    expect((await erase(idOf('task.assigned'), ['/data/title'])).status).toBe(201);
    expect((await erase(idOf('delegation.granted'), ['/data/scope'])).status).toBe(201);
    const { items } = await listed();
    expect(items.map(({ eventId, paths }) => [eventId, paths])).toEqual([
      [idOf('delegation.granted'), ['/data/scope']],
      [idOf('task.assigned'), ['/data/title']],
      [id, ['/data/reason']],
      [idOf('dossier.registered'), ['/data/issuer', '/data/subject']],
    ]);
    expect(items[2]).toMatchObject({
      ground,
      document: null,
      actor: { kind: 'officer', id: 'giu-so' },
      unit: { id: 'vp' },
      subjects: ['dossier:HS-XOA', 'officer:chuyen-vien', 'officer:giam-doc', 'unit:sxd'],
    });
    const page = await listed('?limit=3');
    expect(page.items).toHaveLength(3);
    expect((await listed(`?cursor=${page.next ?? ''}`)).items.map(({ eventId }) => eventId)).toEqual([
      idOf('dossier.registered'),
    ]);
  });

  it('R33 leaves every byte of every event, and the openings of what nobody asked to erase', async () => {
    const after = await rawEvents();
    const bytesOf = ({ position, id, canonical, leaf }: RawEvent): unknown => [position, id, canonical, leaf];
    expect(after.slice(0, before.length).map(bytesOf)).toEqual(before.map(bytesOf));
    expect(after.slice(before.length).map(({ type }) => type)).toEqual(Array(4).fill('sealed-field.erased'));
    const opened = (events: readonly RawEvent[]): number => events.flatMap(({ openings }) => openings).length;
    expect(opened(before) - opened(after)).toBe(5);
    expect(after.flatMap(({ openings }) => openings).filter(({ value }) => value === other)).toHaveLength(1);
  });

  it('R59 leaves the name in no column of any table, no search, no answer, no export and no log', async () => {
    await untilClean();
    expect(await columnsHolding(api.database.adminUrl, word)).toEqual([]);
    const told = await everythingTold();
    expect(told).not.toContain(word);
    expect(told).toContain(erasedText);
    expect(told).toContain(other);
    const found = await custodian.get<Page<unknown>>(`/v1/dossiers?q=${word}`);
    expect(found.body.items).toEqual([]);
    const { body } = await custodian.get<Page<DelegationView>>('/v1/delegations');
    expect(JSON.stringify(body)).toContain(erasedText);
    expect((await listed()).items.every(({ views }) => views === 'clean')).toBe(true);
  });

  it('R33 leaves who held the dossier, who acted and when as they were', async () => {
    const { body } = await custodian.get<Page<TimelineEntry>>(`${dossier}/timeline`);
    expect(body.items.map(({ type, actor }) => [type, actor.id])).toEqual([
      ['dossier.registered', 'chuyen-vien'],
      ['dossier.handed-off', 'chuyen-vien'],
      ['dossier.handed-off', 'giam-doc'],
    ]);
    expect(body.items[1]?.data['reason']).toBe(erasedText);
    expect(body.items[2]?.data['reason']).toBe(other);
  });

  it('R59 that was recorded while the process died is carried out by the worker, and the views follow', async () => {
    const eventId = before.findLast(({ type }) => type === 'dossier.handed-off')?.id ?? '';
    const at = new Date().toISOString();
    await api.deps.store.append({
      stream: `erasure-${eventId}`,
      expected: 'no-stream',
      events: [
        {
          type: 'sealed-field.erased',
          version: 1,
          data: { eventId, paths: ['/data/reason'], subjects: [], ground, document: null },
          id: uuidv7(),
          occurredAt: at,
          recordedAt: at,
          actor: { kind: 'officer', id: 'giu-so' },
          unit: 'vp',
          capacity: 'own',
          provenance: { kind: 'entered' },
          correlationId: 'c',
          causationId: null,
        },
      ],
    });
    await untilClean();
    expect(await columnsHolding(api.database.adminUrl, other)).toEqual([]);
  });

  it('R59 gives the views that a rebuild gives, also for what came after it', async () => {
    const { body, status } = await office['chuyen-vien'].post(`${dossier}/perform-step`, {
      step: 'thẩm định',
      performer: { party: { kind: 'officer', id: 'chuyen-vien' }, unit: 'sxd' },
    });
    expect({ status, body }).toMatchObject({ status: 200 });
    await settled();
    const followed = await everyRow(api.database.adminUrl, 'views');
    await rebuild({ store: api.deps.store, readModels: api.deps.readModels });
    expect(await everyRow(api.database.adminUrl, 'views')).toEqual(followed);
  });
});
