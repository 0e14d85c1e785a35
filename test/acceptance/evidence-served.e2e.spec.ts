import { request } from 'node:http';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SealingHealth } from '#contracts/evidence-views.ts';
import { leafHash } from '#evidence/leaf.ts';
import { verifierOf, parsePublicKey } from '#evidence/note/ed25519.ts';
import { openNote } from '#evidence/note/note.ts';
import { parseCheckpoint } from '#evidence/note/checkpoint.ts';
import type { EvidenceStatus } from '#sealing/signer/evidence-status.ts';
import { atRest, keepState } from '#sealing/signer/sealing-state.ts';
import { eventOf } from '#store/contract/samples.ts';
import { SealedLedger } from '../support/sealed-ledger.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

let sealed: SealedLedger;
let api: RunningApi;
let anyone: Caller;

/** One event each, of officers `from` to `to`. */
const registerOfficers = async (from: number, to: number): Promise<void> => {
  const officers = Array.from({ length: to - from }, (_, index) => from + index);
  await api.deps.store.appendAtomically(
    officers.map((n) => ({
      stream: `officer-o-${n}`,
      expected: 'no-stream' as const,
      events: [eventOf(n, { type: 'officer.registered', data: { officerId: `o-${n}` } })],
    })),
  );
};

beforeAll(async () => {
  sealed = await SealedLedger.in();
  sealed.now = Date.now();
  api = await runApi({ evidence: sealed.settings });
  await registerOfficers(0, 300);
  anyone = await api.as({ sub: 'cb-0001', kind: 'officer', unit: null, capacity: 'own', roles: ['reader'] });
});
afterAll(async () => {
  await api.stop();
  await sealed.dispose();
});

type Bytes = { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array };
/** Without a token, as any witness or monitor would. */
const fetched = async (path: string): Promise<Bytes> => {
  const response = await fetch(api.url + path);
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
};
/** The path goes out as it is written: `fetch` would tidy the dots away. */
const statusOf = (path: string): Promise<{ readonly status: number; readonly type: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(api.url);
    request({ hostname, port, path }, (response) => {
      response.resume();
      const { statusCode = 0, headers } = response;
      response.on('end', () => resolve({ status: statusCode, type: headers['content-type'] ?? '' }));
    })
      .on('error', reject)
      .end();
  });

type Ready = { readonly status: string; readonly sealing: SealingHealth | null };
const ready = async (): Promise<Ready> => (await anyone.get<Ready>('/health/ready', { token: null })).body;

describe('before the first checkpoint', () => {
  it('there is a status and nothing else', async () => {
    const { status, body } = await anyone.get<EvidenceStatus>('/evidence', { token: null });
    expect(status).toBe(200);
    expect(body).toMatchObject({ key: null, checkpoint: null, exposureWindowSeconds: 10 });
    expect((await fetched('/evidence/log/1/checkpoint')).status).toBe(404);
    expect(await ready()).toMatchObject({ status: 'ready', sealing: { status: 'not-begun', uncovered: '300' } });
  });
});

describe('the published evidence', () => {
  beforeAll(() => sealed.seal(api.deps.store));

  it('is a checkpoint that opens with the key in the status, without a token', async () => {
    const { body } = await anyone.get<EvidenceStatus>('/evidence', { token: null });
    const { status, headers, bytes } = await fetched('/evidence/log/1/checkpoint');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    const key = parsePublicKey(body.key ?? '');
    if (!key.ok) throw new Error(key.reason);
    const opened = openNote(bytes, [verifierOf(key.key)]);
    const parsed = opened.ok ? parseCheckpoint(opened.text) : opened;
    expect(parsed).toMatchObject({ ok: true, checkpoint: { origin: 'so-cai.localhost/ledger', size: 302n } });
    expect(body.checkpoint).toMatchObject({ size: '302' });
  });

  it('is tiles of leaf hashes, to be kept for ever', async () => {
    const full = await fetched('/evidence/log/1/tile/0/000');
    const partial = await fetched('/evidence/log/1/tile/0/001.p/46');
    for (const { status, headers } of [full, partial]) {
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect([full.bytes.length, partial.bytes.length]).toEqual([8_192, 1_472]);
    for await (const { canonical } of api.deps.store.readRaw({ limit: 1 }))
      expect(full.bytes.slice(0, 32)).toEqual(new Uint8Array(leafHash(new TextEncoder().encode(canonical))));
  });

  it.each([
    '/evidence/log/1/tile/0/002',
    '/evidence/log/1/tile/0/000.p/256',
    '/evidence/log/1/tile/0/0',
    '/evidence/log/1/tile/00/000',
    '/evidence/log/1/tile/0/../../origin',
    '/evidence/log/1/tile/0/%2e%2e/%2e%2e/origin',
    '/evidence/log/1/tile/../origin',
    '/evidence/log/1/tile/..%2f..%2f..%2fsigning-key',
    '/evidence/log/1/tile/0/000%00',
    '/evidence/log/1/tile/',
    '/evidence/log/1/tile',
    '/evidence/log/2/checkpoint',
    '/evidence/log/0/checkpoint',
    '/evidence/log/01/checkpoint',
    '/evidence/log/../signing-key',
    '/evidence/log/..%2f..%2f/checkpoint',
    '/evidence/log/1/origin',
    '/evidence/signing-key',
    '/evidence/signer/last-signed',
  ])('has nothing at %s', async (path) => {
    expect(await statusOf(path)).toEqual({ status: 404, type: expect.stringContaining('application/problem+json') });
  });

  it('never shows the signing key', async () => {
    const seed = (await sealed.read('signing-key')).trim();
    for (const path of ['/evidence', '/evidence/log/1/checkpoint', '/health/ready', '/metrics', '/openapi.json'])
      expect(Buffer.from((await fetched(path)).bytes).toString()).not.toContain(seed);
  });

  it('does not serve a tile that the disk has cut short', async () => {
    const path = join(sealed.config.dir, 'log/1/tile/0/000');
    const whole = (await fetched('/evidence/log/1/tile/0/000')).bytes;
    await writeFile(path, whole.slice(0, 100));
    expect((await fetched('/evidence/log/1/tile/0/000')).status).toBe(404);
    await writeFile(path, whole);
  });
});

describe('health', () => {
  it('says that the ledger is sealed, and how much is not yet', async () => {
    await registerOfficers(300, 302);
    expect(await ready()).toMatchObject({
      status: 'ready',
      sealing: { status: 'sealing', sealed: '302', uncovered: '2', message: null },
    });
  });

  it('is degraded, in both languages and in the metrics, while nothing is sealed; acts go on', async () => {
    const sentence = { vi: 'Cơ sở dữ liệu có 3 sự kiện', en: 'The database holds 3 events' };
    const refused = { code: 'rolled-back', sentence, since: new Date(sealed.now).toISOString() } as const;
    await keepState(sealed.config.dir, { refused, failing: null, map: null });
    const { status, sealing } = await ready();
    expect([status, sealing?.status]).toEqual(['degraded', 'refused']);
    expect(sealing?.message).toContain('Cơ sở dữ liệu có 3 sự kiện. Khôi phục');
    expect(sealing?.messageEn).toContain('The database holds 3 events. Restore');
    const metrics = async (): Promise<string> => Buffer.from((await fetched('/metrics')).bytes).toString();
    expect(await metrics()).toContain('ledger_sealing_refused 1');
    await keepState(sealed.config.dir, atRest);
    expect(await metrics()).toContain('ledger_sealing_refused 0');
    expect((await ready()).status).toBe('ready');
  });
});
