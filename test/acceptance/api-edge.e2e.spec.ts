import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { SignJWT, generateKeyPair } from 'jose';
import type { Problem } from '#contracts/problem.ts';
import type { DossierDetail, Receipt } from '#contracts/views.ts';
import { clerk, establishOffice, expert, reader, units } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

let api: RunningApi;
let caller: Caller;

beforeAll(async () => {
  api = await runApi();
  await establishOffice(api);
  caller = await api.as(clerk);
});
afterAll(() => api.stop());

const registration = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  occurredAt: '2025-08-04T08:00:00+07:00',
  issuer: 'UBND xã An Lạc',
  subject: 'Đề nghị giao đất',
  dossierType: 'land-allocation',
  urgency: 'normal',
  secrecy: 'none',
  receivedAt: '2025-08-04T08:00:00+07:00',
  holder: { party: { kind: 'officer', id: clerk.sub }, unit: units.desk },
  ...changes,
});
const faultsOf = (body: Problem): readonly string[] => (body.faults ?? []).map(({ path }) => path).sort();
const headPosition = async (): Promise<bigint> => api.deps.store.headPosition();

describe('authentication', () => {
  const unauthenticated = [
    ['no token', { token: null }],
    ['another scheme', { token: null, headers: { authorization: 'Basic YTpi' } }],
    ['garbage', { token: 'garbage' }],
    ['three dots of garbage', { token: 'a.b.c' }],
  ] as const;
  it.each(unauthenticated)('R59 answers 401 as a problem to %s', async (_, sent) => {
    const answer = await caller.get<Problem>('/v1/overview', sent);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect(answer.body.code).toMatch(/^auth\.token-(missing|invalid)$/);
  });

  it('R59 answers 401 before it reads the body, and also where nothing is', async () => {
    expect((await caller.post<Problem>('/v1/dossiers', '{broken', { token: null })).status).toBe(401);
    expect((await caller.get<Problem>('/v1/nothing-here', { token: null })).status).toBe(401);
  });

  const forged = async (changes: {
    issuer?: string;
    audience?: string;
    expires?: string;
    roles?: unknown;
  }): Promise<string> => {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    return new SignJWT({ kind: 'officer', unit: null, capacity: 'own', roles: changes.roles ?? ['recorder'] })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject('cb-van-thu')
      .setIssuer(changes.issuer ?? 'https://issuer.test')
      .setAudience(changes.audience ?? 'ledger-test')
      .setExpirationTime(changes.expires ?? '1h')
      .sign(privateKey);
  };

  it('R59 refuses a token signed by another key', async () => {
    expect((await caller.get('/v1/overview', { token: await forged({}) })).status).toBe(401);
  });

  it('R59 refuses a token without a signature', async () => {
    const [, claims] = caller.token.split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    expect((await caller.get('/v1/overview', { token: `${header}.${String(claims)}.` })).status).toBe(401);
  });

  it('R59 refuses a token whose claims were changed', async () => {
    const [header, claims, signature] = caller.token.split('.') as [string, string, string];
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    const changed = { ...said, roles: ['administrator'] };
    const token = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    expect((await caller.get('/v1/overview', { token })).status).toBe(401);
  });

  it('R59 lets a reader ask but not record, and a recorder not administer', async () => {
    const readOnly = await api.as(reader);
    expect((await readOnly.get('/v1/overview')).status).toBe(200);
    const recording = await readOnly.post<Problem>('/v1/dossiers', registration());
    expect(recording).toMatchObject({ status: 403, body: { code: 'auth.role-missing' } });
    const administering = await caller.post<Problem>('/v1/officers', { officerId: 'cb-moi' });
    expect(administering).toMatchObject({ status: 403, body: { code: 'auth.role-missing' } });
  });

  it('R32 never takes the actor from the body', async () => {
    const answer = await caller.post<Problem>(
      '/v1/dossiers',
      registration({ actor: { kind: 'officer', id: expert.sub } }),
    );
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    expect(faultsOf(answer.body)).toEqual(['actor']);
  });
});

describe('a request with faults', () => {
  it('is refused whole with every fault in both languages, and stores nothing', async () => {
    const before = await headPosition();
    const answer = await caller.post<Problem>('/v1/dossiers', {
      ...registration({ urgency: 'very', receivedAt: '2025-02-30T00:00:00Z', subject: 'x'.repeat(2001), extra: 1 }),
      issuer: ' ',
      holder: { party: { kind: 'officer' }, unit: 'a b', more: true },
    });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer.body)).toEqual([
      'extra',
      'holder.more',
      'holder.party',
      'holder.unit',
      'issuer',
      'receivedAt',
      'subject',
      'urgency',
    ]);
    for (const { message, messageEn } of answer.body.faults ?? []) {
      expect(message).not.toBe('');
      expect(messageEn).not.toBe('');
      expect(messageEn).not.toMatch(/\{\w+\}|undefined|constraint/);
    }
    expect(await headPosition()).toBe(before);
  });

  const hostile: readonly (readonly [string, string, number])[] = [
    ['broken JSON', '{"issuer":', 400],
    ['an empty body where fields are required', '{}', 422],
    ['a list', '[]', 422],
    ['a number', '7', 422],
    ['null', 'null', 422],
    ['deep nesting', `{"subject":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 422],
    ['deep nesting of objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 422],
    ['__proto__', '{"__proto__":{"roles":["administrator"]}}', 400],
    ['constructor.prototype', '{"constructor":{"prototype":{"x":1}}}', 400],
    ['constructor', '{"constructor":{"name":"Object"}}', 422],
    ['toString as a field', '{"toString":"x","hasOwnProperty":1}', 422],
    ['more than 1 MiB', JSON.stringify(registration({ subject: 'x'.repeat(1_100_000) })), 413],
    ['NUL', JSON.stringify(registration({ subject: 'a\u0000b' })), 422],
    ['a direction override', JSON.stringify(registration({ subject: 'a\u202eb' })), 422],
    ['half a surrogate pair', '{"subject":"\\ud800"}', 422],
  ];
  it.each(hostile)('stores nothing of %s and says so as a problem', async (_, body, status) => {
    const before = await headPosition();
    const answer = await caller.post<Problem>('/v1/dossiers', body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
    expect(JSON.stringify(answer.body)).not.toMatch(/\.ts:|node_modules|at /);
    expect(await headPosition()).toBe(before);
  });

  it('names a repeated query parameter and an unknown one', async () => {
    const answer = await caller.get<Problem>('/v1/dossiers?limit=1&limit=2&colour=red&overdue=perhaps&unit=..%2F..');
    expect(faultsOf(answer.body)).toEqual(['colour', 'limit', 'overdue', 'unit']);
  });

  it.each(['0', '201', '-1', '1.5', '1e2', 'x'])('refuses limit=%s', async (limit) => {
    expect(faultsOf((await caller.get<Problem>(`/v1/dossiers?limit=${limit}`)).body)).toEqual(['limit']);
  });

  it.each(['x', 'eyJhIjoxfQ', '%00', 'W10'])('refuses the cursor %s', async (cursor) => {
    const { status, body } = await caller.get<Problem>(`/v1/dossiers?cursor=${cursor}`);
    expect([400, 422]).toContain(status);
    expect(['cursor.invalid', 'request.invalid']).toContain(body.code);
  });
});

describe('HTTP itself', () => {
  it.each([
    ['GET', '/v1/nothing', 404, 'not-found'],
    ['GET', '/v1/dossiers/HS-none', 404, 'not-found'],
    ['GET', '/v1/dossiers/HS-none/timeline', 404, 'not-found'],
    ['GET', '/v1/officers/cb-none/trail', 404, 'not-found'],
    ['GET', '/v1/units/none', 404, 'not-found'],
    ['GET', '/v1/dossiers/%FF', 400, 'request.bad'],
    ['GET', `/v1/dossiers/${'a'.repeat(300)}`, 414, 'request.uri-too-long'],
  ])('answers %s %s with %i', async (method, path, status, code) => {
    const answer = await caller.send(method, path);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each([
    ['DELETE', '/v1/dossiers', 'GET, HEAD, POST'],
    ['PUT', '/v1/overview', 'GET, HEAD'],
  ])('answers %s %s with 405 and what it would take', async (method, path, allow) => {
    const answer = await caller.send(method, path);
    expect(answer).toMatchObject({ status: 405, body: { code: 'method.not-allowed' } });
    expect(answer.headers.get('allow')).toBe(allow);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])('answers 415 to %s', async (type) => {
    const answer = await caller.post<Problem>('/v1/dossiers', '{}', { headers: { 'content-type': type } });
    expect(answer).toMatchObject({ status: 415, body: { code: 'request.unsupported-media-type' } });
  });

  it('answers bytes that are no HTTP with a problem too', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.end('BREW /v1/coffee HTCPCP/1.0\r\n\r\n');
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"request\.bad"/);
  });

  it('echoes a sane request id, which groups the events, and replaces any other', async () => {
    const sent = { headers: { 'x-request-id': 'cong-dich-vu-42' } };
    const receipt = await caller.post('/v1/dossiers', registration({ dossierId: 'HS-request-id' }), sent);
    expect(receipt.headers.get('x-request-id')).toBe('cong-dich-vu-42');
    for await (const event of api.deps.store.readStream('dossier-HS-request-id')) {
      expect(event.correlationId).toBe('cong-dich-vu-42');
    }
    const odd = await caller.get('/v1/overview', { headers: { 'x-request-id': 'a b"c' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sends the security headers with every answer', async () => {
    for (const path of ['/v1/overview', '/health/live', '/docs', '/v1/nothing']) {
      const { headers } = await caller.get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });
});

describe('text', () => {
  it('is stored in NFC whatever form it came in', async () => {
    const subject = 'Đề nghị phê duyệt dự án thủy lợi';
    const nfd = registration({ dossierId: 'HS-NFD', subject: subject.normalize('NFD') });
    const receipt = await caller.post('/v1/dossiers', nfd);
    const waiting = { headers: { 'wait-for-position': receipt.body.position } };
    const { body } = await caller.get<DossierDetail>('/v1/dossiers/HS-NFD', waiting);
    expect(body.subject).toBe(subject.normalize('NFC'));
    expect(body.subject).not.toBe(subject.normalize('NFD'));
  });

  it('R59 keeps no subject of a secret dossier and shows its reference alone', async () => {
    const secret = { dossierId: 'HS-MAT', secrecy: 'secret', secretReference: 'M-07' };
    const refused = await caller.post<Problem>('/v1/dossiers', registration(secret));
    expect(refused).toMatchObject({ status: 422, body: { code: 'secrecy.subject-forbidden' } });
    expect(refused.body.title).not.toBe(refused.body.titleEn);
    const { body: receipt } = await caller.post<Receipt>('/v1/dossiers', registration({ ...secret, subject: null }));
    const waiting = { headers: { 'wait-for-position': receipt.position } };
    for (const path of ['', '/timeline']) {
      const { status, body } = await caller.get(`/v1/dossiers/HS-MAT${path}`, waiting);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain('giao đất');
      expect(JSON.stringify(body)).toContain('M-07');
    }
  });
});
