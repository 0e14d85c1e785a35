import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.ts';
import type { CustodyRow, DossierDetail, Page, Receipt, TimelineEntry } from '#contracts/views.ts';
import { createApi } from '#api/create-api.ts';
import type { AddressInfo } from 'node:net';
import { clerk, establishOffice, expert, units } from './office.ts';
import { Caller, runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let caller: Caller;

beforeAll(async () => {
  api = await runApi();
  await establishOffice(api);
  caller = await api.as(clerk);
});
afterAll(() => api.stop());

const atDesk = { party: { kind: 'officer', id: clerk.sub }, unit: units.desk };
const registration = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  issuer: 'UBND xã An Lạc',
  subject: 'Đề nghị giao đất',
  dossierType: 'land-allocation',
  urgency: 'normal',
  secrecy: 'none',
  receivedAt: '2025-08-04T08:00:00+07:00',
  holder: atDesk,
  ...changes,
});
const handOff = { to: { party: { kind: 'officer', id: expert.sub }, unit: units.department } };
const eventsOf = async (id: string): Promise<number> => {
  const head = await api.deps.store.streamHead(`dossier-${id}`);
  return head === null ? 0 : head + 1;
};

describe('Idempotency-Key', () => {
  const keyed = (key: string, extra: Record<string, string> = {}) => ({
    headers: { 'idempotency-key': key, ...extra },
  });

  it('returns the first receipt to a repetition, with the server having made the id', async () => {
    const first = await caller.post('/v1/dossiers', registration(), keyed('k-1'));
    const second = await caller.post('/v1/dossiers', registration(), keyed('k-1'));
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await eventsOf(first.body.id)).toBe(1);
  });

  it('returns the first receipt also after later acts on the same dossier', async () => {
    await caller.post('/v1/dossiers', registration({ dossierId: 'K-2' }));
    const first = await caller.post('/v1/dossiers/K-2/perform-step', { step: 'Kiểm tra' }, keyed('k-2'));
    await caller.post('/v1/dossiers/K-2/hand-off', handOff);
    const again = await caller.post('/v1/dossiers/K-2/perform-step', { step: 'Kiểm tra' }, keyed('k-2'));
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(await eventsOf('K-2')).toBe(3);
  });

  it('refuses the same key with another body, and stores nothing', async () => {
    const first = await caller.post('/v1/dossiers', registration(), keyed('k-3'));
    const other = await caller.post<Problem>('/v1/dossiers', registration({ subject: 'Khác' }), keyed('k-3'));
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
    expect(await eventsOf(first.body.id)).toBe(1);
  });

  it('is each caller’s own: the same key of another means another act', async () => {
    const mine = await caller.post('/v1/dossiers', registration(), keyed('k-own'));
    const theirs = await (await api.as(expert)).post('/v1/dossiers', registration(), keyed('k-own'));
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('records one act when sixteen repetitions arrive at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 16 }, () => caller.post('/v1/dossiers', registration(), keyed('k-4'))),
    );
    expect(new Set(all.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(all.map(({ status }) => status)).toEqual(Array(16).fill(201));
    expect(await eventsOf(all[0]?.body.id ?? '')).toBe(1);
  });

  it('survives a restart of the server', async () => {
    const first = await caller.post('/v1/dossiers', registration(), keyed('k-5'));
    const restarted = await createApi(api.deps);
    await restarted.listen(0, '127.0.0.1');
    const { port } = restarted.getHttpServer().address() as AddressInfo;
    const again = await new Caller(`http://127.0.0.1:${String(port)}`, caller.token).post(
      '/v1/dossiers',
      registration(),
      keyed('k-5'),
    );
    await restarted.close();
    expect(again).toMatchObject({ status: 201, body: first.body });
  });

  it.each(['', 'a b', 'x'.repeat(201), 'é'])('refuses the key %j', async (key) => {
    const answer = await caller.post<Problem>('/v1/dossiers', registration(), { headers: { 'idempotency-key': key } });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'request.invalid', faults: [{ path: 'Idempotency-Key' }] },
    });
  });
});

describe('If-Match', () => {
  const seen = (tag: string) => ({ headers: { 'if-match': tag } });

  it('lets the act through on the revision that GET shows, and refuses a stale one with 412', async () => {
    const { body } = await caller.post('/v1/dossiers', registration({ dossierId: 'M-1' }));
    const waiting = { headers: { 'wait-for-position': body.position } };
    const tag = (await caller.get<DossierDetail>('/v1/dossiers/M-1', waiting)).headers.get('etag') ?? '';
    const act = (step: string) => caller.post<Problem>('/v1/dossiers/M-1/perform-step', { step }, seen(tag));
    expect((await act('Bước một')).status).toBe(200);
    expect(await act('Bước hai')).toMatchObject({
      status: 412,
      body: { code: 'if-match.stale', facts: { expected: 0, actual: 1 } },
    });
    expect(await eventsOf('M-1')).toBe(2);
  });

  it.each(['"7"', '"0"', '*'])('refuses %s for a dossier that does not exist', async (tag) => {
    const answer = await caller.post<Problem>('/v1/dossiers/M-none/perform-step', { step: 'x' }, seen(tag));
    expect(answer).toMatchObject({ status: 412, body: { code: 'if-match.stale' } });
  });

  it.each(['3', 'W/"3"', '"x"', '"1", "2"'])('refuses the malformed tag %s', async (tag) => {
    const answer = await caller.post<Problem>('/v1/dossiers/M-1/perform-step', { step: 'x' }, seen(tag));
    expect(answer).toMatchObject({ status: 422, body: { faults: [{ path: 'If-Match' }] } });
  });
});

describe('many writers on one dossier', () => {
  it('are all recorded, each judged on what was there before it', async () => {
    await caller.post('/v1/dossiers', registration({ dossierId: 'W-1' }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        caller.post('/v1/dossiers/W-1/perform-step', { step: `Bước ${String(index)}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(new Set(answers.map(({ body }) => body.revision))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('hand it off to one place only', async () => {
    await caller.post('/v1/dossiers', registration({ dossierId: 'W-2' }));
    const answers = await Promise.all(
      [1, 2, 3, 4].map((index) =>
        caller.post('/v1/dossiers/W-2/hand-off', { ...handOff, reason: `Lần ${String(index)}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(3);
    expect(await eventsOf('W-2')).toBe(2);
  });
});

describe('reading one’s own write', () => {
  it('waits by header or by parameter until the read models have it', async () => {
    const { body } = await caller.post('/v1/dossiers', registration({ dossierId: 'R-1' }));
    const [byHeader, byParameter] = await Promise.all([
      caller.get<DossierDetail>('/v1/dossiers/R-1', { headers: { 'wait-for-position': body.position } }),
      caller.get<DossierDetail>(`/v1/dossiers/R-1?waitFor=${body.position}`),
    ]);
    expect([byHeader.status, byParameter.status]).toEqual([200, 200]);
  });

  it('says 504 when the ledger has no such position yet', async () => {
    const { body } = await caller.post<Receipt>('/v1/dossiers', registration());
    const beyond = String(BigInt(body.position) + 1_000n);
    const answer = await caller.get<Problem>(`/v1/overview?waitFor=${beyond}`);
    expect(answer).toMatchObject({ status: 504, body: { code: 'read-model.lagging', facts: { position: beyond } } });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it.each(['-1', 'x', '1.5', '9'.repeat(30)])('refuses the position %s', async (position) => {
    const byHeader = await caller.get<Problem>('/v1/stats', { headers: { 'wait-for-position': position } });
    const byParameter = await caller.get<Problem>(`/v1/stats?waitFor=${position}`);
    expect([byHeader.status, byParameter.status]).toEqual([422, 422]);
  });
});

describe('pages', () => {
  const walk = async <T>(path: string): Promise<{ items: T[]; pages: number }> => {
    const items: T[] = [];
    let pages = 0;
    for (let next: string | null = ''; next !== null; pages += 1) {
      const page: { body: Page<T> } = await caller.get<Page<T>>(`${path}${next === '' ? '' : `&cursor=${next}`}`);
      items.push(...page.body.items);
      next = page.body.next;
    }
    return { items, pages };
  };

  it('give every item once, in one order, while others write', async () => {
    const ids = Array.from({ length: 7 }, (_, index) => `P-${String(index)}`);
    let last = '0';
    for (const dossierId of ids) {
      const { body } = await caller.post('/v1/dossiers', registration({ dossierId, dossierType: 'paged' }));
      last = body.position;
    }
    await caller.get(`/v1/overview?waitFor=${last}`);
    const { items, pages } = await walk<CustodyRow>(`/v1/custody?unit=${units.desk}&limit=3`);
    const mine = items.map(({ dossierId }) => dossierId).filter((id) => ids.includes(id));
    expect(pages).toBeGreaterThan(2);
    expect([...mine].sort()).toEqual(ids);
    expect(new Set(items.map(({ dossierId }) => dossierId)).size).toBe(items.length);
  });

  it('walk a timeline in the order recorded', async () => {
    await caller.post('/v1/dossiers', registration({ dossierId: 'P-line' }));
    let last = '0';
    for (const step of ['một', 'hai', 'ba', 'bốn']) {
      last = (await caller.post('/v1/dossiers/P-line/perform-step', { step })).body.position;
    }
    await caller.get(`/v1/overview?waitFor=${last}`);
    const { items, pages } = await walk<TimelineEntry>('/v1/dossiers/P-line/timeline?limit=2');
    expect(items.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
    expect(pages).toBe(3);
  });
});
