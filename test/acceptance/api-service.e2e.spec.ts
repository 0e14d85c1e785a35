import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApi } from '#api/create-api.ts';
import type { Problem } from '#contracts/problem.ts';
import { createLogger } from '#platform/logging.ts';
import type { EventStore } from '#store/event-store.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { clerk, establishOffice, reader } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

const lines: string[] = [];
let api: RunningApi;
let caller: Caller;
let webRoot: string;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'ledger-web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Sổ cái</title>');
  await writeFile(join(webRoot, 'assets/index-a1B2c3D4.js'), `export const long = ${'1+'.repeat(5_000)}1;`);
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  api = await runApi({ webRoot, logger });
  await establishOffice(api);
  caller = await api.as(reader);
});
afterAll(async () => {
  await api.stop();
  await rm(webRoot, { recursive: true, force: true });
});

/** A second server over the same database with one dependency that fails. */
const askBroken = async (changes: { store?: EventStore; readModels?: ReadModels }, path: string) => {
  const broken = await createApi({ ...api.deps, logger: createLogger('silent'), ...changes });
  await broken.listen(0, '127.0.0.1');
  try {
    const response = await fetch((await broken.getUrl()) + path);
    return { status: response.status, body: (await response.json()) as Problem };
  } finally {
    await broken.close();
  }
};

describe('health', () => {
  it('is live without asking anything', async () => {
    expect(await caller.get('/health/live', { token: null })).toMatchObject({ status: 200, body: { status: 'live' } });
  });

  it('is ready with the lag of every projection', async () => {
    const { status, body } = await caller.get<{ projections: object[] }>('/health/ready', { token: null });
    expect(status).toBe(200);
    expect(body.projections.length).toBeGreaterThan(0);
    for (const projection of body.projections)
      expect(projection).toMatchObject({ lag: expect.stringMatching(/^\d+$/), parked: null });
  });

  it('is not ready, and says why but not where, when the ledger cannot be reached', async () => {
    const store = new Proxy(api.deps.store, {
      get: (target, name) =>
        name === 'headPosition'
          ? () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'))
          : (Reflect.get(target, name) as unknown),
    });
    const { status, body } = await askBroken({ store }, '/health/ready');
    expect({ status, body }).toMatchObject({
      status: 503,
      body: { code: 'service.not-ready', facts: { reasons: ['ledger unreachable'] } },
    });
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
  });

  it('is not ready while a projection is parked or far behind', async () => {
    const health = [
      { name: 'custody', position: '3', lag: '9', parked: { position: '4', error: 'Nguyễn Văn A' } },
      { name: 'timeline', position: '3', lag: '10001', parked: null },
      { name: 'dossier', position: '3', lag: '9', parked: null },
    ];
    const readModels = new Proxy(api.deps.readModels, {
      get: (target, name) =>
        name === 'health' ? () => Promise.resolve(health) : (Reflect.get(target, name) as unknown),
    });
    const { status, body } = await askBroken({ readModels }, '/health/ready');
    expect(status).toBe(503);
    expect(body.facts?.['reasons']).toEqual([
      'projection custody parked at position 4',
      'projection timeline lags by 10001 events',
    ]);
    expect(JSON.stringify(body)).not.toContain('Nguyễn');
  });
});

it('measures appends, requests by route, and projections', async () => {
  await caller.get('/v1/dossiers/HS-1?q=x');
  const { headers, body } = await caller.get<string>('/metrics', { token: null });
  expect(headers.get('content-type')).toContain('text/plain');
  expect(body).toMatch(/ledger_append_seconds_count [1-9]/);
  expect(body).toMatch(/ledger_http_request_seconds_count\{method="POST",route="\/v1\/units",status="201"\} 3/);
  expect(body).toMatch(/ledger_projection_lag_events\{projection="custody"\} \d/);
  expect(body).toMatch(/ledger_projection_parked\{projection="custody"\} 0/);
  expect(body).toContain('process_resident_memory_bytes');
  expect(body).not.toContain('HS-1');
});

it('R59 logs one line per request, with its id and route, without token, query or body', async () => {
  lines.length = 0;
  const answer = await caller.get('/v1/officers?q=binh', { headers: { 'x-request-id': 'tra-cuu-0001' } });
  expect(answer.status).toBe(200);
  await caller.get('/health/live');
  const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(logged.filter(({ requestId }) => requestId === 'tra-cuu-0001')).toMatchObject([
    { level: 'info', method: 'GET', route: '/v1/officers', status: 200, caller: reader.sub },
  ]);
  expect(lines.join('')).not.toContain('binh');
  expect(lines.join('')).not.toContain(caller.token.slice(0, 40));
});

describe('the web application', () => {
  it.each(['/', '/officers/cb-0001', '/dossiers/HS.1'.replace('.', '-')])('opens at %s', async (path) => {
    const { status, headers, body } = await caller.get<string>(path, { token: null });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(body).toContain('Sổ cái');
  });

  it('keeps hashed assets for ever, compressed for those who can, and answers 304 to those who have them', async () => {
    const path = '/assets/index-a1B2c3D4.js';
    const zipped = await caller.get<string>(path, { token: null, headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.body).toContain('export const long');
    const plain = await caller.get<string>(path, { token: null, headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.body).toBe(zipped.body);
    const tag = zipped.headers.get('etag') ?? '';
    expect((await caller.get(path, { token: null, headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it.each(['/assets/none.js', '/v1', '/docs/none', '/health', '/dev/none'])(
    'does not stand in for %s',
    async (path) => {
      const answer = await caller.get<Problem>(path);
      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    },
  );

  it.each(['/../package.json', '/..%2f..%2fetc/passwd', '/assets/..%2f..%2fpackage.json', '/%2e%2e/package.json'])(
    'never reads another file: %s',
    async (path) => {
      const { port } = new URL(api.url);
      const body = await new Promise<string>((resolve, reject) => {
        get({ host: '127.0.0.1', port, path }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve(text));
        }).on('error', reject);
      });
      expect(body).not.toContain('root:');
      expect(body).not.toContain('"dependencies"');
    },
  );

  it('refuses to start without an index page', async () => {
    await expect(createApi({ ...api.deps, webRoot: join(webRoot, 'assets') })).rejects.toThrow(/index\.html/);
  });
});

it('mounts no development issuer that it was not given', async () => {
  const { issuer: _, ...deps } = api.deps;
  const strict = await createApi(deps);
  await strict.listen(0, '127.0.0.1');
  const { sub, kind, unit, capacity, roles } = clerk;
  const response = await fetch(`${await strict.getUrl()}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sub, kind, unit, capacity, roles }),
  });
  await strict.close();
  expect(response.status).toBe(404);
});

it('finishes the request under way before it has closed', async () => {
  const stopping = await createApi(api.deps);
  await stopping.listen(0, '127.0.0.1');
  const url = await stopping.getUrl();
  const asked = fetch(`${url}/v1/overview`, { headers: { authorization: `Bearer ${caller.token}` } });
  const arrived = new Promise<void>((resolve) => stopping.getHttpServer().once('request', () => resolve()));
  await arrived;
  await stopping.close();
  expect((await asked).status).toBe(200);
  await expect(fetch(`${url}/health/live`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});
