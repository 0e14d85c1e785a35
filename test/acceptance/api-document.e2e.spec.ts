import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { RouteBook } from '#api/edge/route-book.ts';
import type { Receipt } from '#contracts/views.ts';
import { administrator } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

type Media = { readonly schema: { readonly $ref?: string }; readonly example: unknown };
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
};
type Document = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, AnySchema>> };
};

let api: RunningApi;
let caller: Caller;
let document: Document;
let ajv: Ajv2020;

beforeAll(async () => {
  api = await runApi();
  // One person with every role walks the document's examples, which speak of one office.
  caller = await api.as({
    sub: 'cb-0001',
    kind: 'officer',
    unit: 'so-noi-vu',
    capacity: 'own',
    roles: ['reader', 'recorder', 'administrator', 'custodian'],
  });
  document = (await caller.get<Document>('/openapi.json', { token: null })).body;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'api', ...document });
});
afterAll(() => api.stop());

/** Answers that are files of another format, described where the format is. */
const files = [
  'GET /metrics',
  'GET /v1/officers/{id}/trail/export',
  'GET /evidence/log/{incarnation}/checkpoint',
  'GET /evidence/log/{incarnation}/tile/{path}',
];

const operations = (): readonly (readonly [string, string, Operation])[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [method.toUpperCase(), path, operation] as const),
  );
const exampleFor = (method: string, path: string): object => {
  const example = document.paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json']?.example;
  if (typeof example !== 'object' || example === null) throw new Error(`no example for ${method} ${path}`);
  return example;
};
const faultsAgainst = (name: string, value: unknown): unknown => {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  if (validate === undefined) throw new Error(`no schema ${name}`);
  return validate(value) === true ? null : validate.errors;
};

describe('the OpenAPI document', () => {
  it('is of version 3.1 and has every reference resolved', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(50);
    for (const name of new Set(named)) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  it('describes every route that the server takes, and no other', () => {
    const documents = /^\/(?:docs|openapi\.json)/;
    const described = operations().map(([method, path]) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
    const served = api.app.get(RouteBook).routes.filter(({ method, url }) => method !== 'HEAD' && !documents.test(url));
    // A tile's path has several parts, for which the document has no other word than a parameter.
    const named = served.map(({ method, url }) => `${method} ${url.replace(/\/\*$/, '/:path')}`);
    expect(described.sort()).toEqual(named.sort());
  });

  it('gives every operation words in both languages, answers with schemas, and examples that fit them', () => {
    for (const [method, path, { summary, description, requestBody, responses }] of operations()) {
      const where = `${method} ${path}`;
      expect({ where, summary, description }).toEqual({
        where,
        summary: expect.stringMatching(/.{4}/),
        description: expect.stringMatching(/.{4}/),
      });
      const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
      for (const media of contents.flatMap((content) => Object.values(content ?? {}))) {
        const name = media.schema.$ref?.replace('#/components/schemas/', '') ?? 'no JSON';
        const faults = files.includes(where) && name === 'no JSON' ? null : faultsAgainst(name, media.example);
        expect({ where, name, faults }).toEqual({ where, name, faults: null });
      }
    }
  });

  it('holds for the answers: the examples for units, officers and a dossier work, and are read back as described', async () => {
    const root = await api.as({ ...administrator, sub: 'root' });
    const create = async (path: string, changes: object = {}): Promise<Receipt> => {
      const template = path.replace(/\/so-noi-vu\//, '/{id}/');
      const { status, body } = await root.post(path, { ...exampleFor('POST', template), ...changes });
      expect({ path, status, faults: faultsAgainst('Receipt', body) }).toEqual({ path, status: 201, faults: null });
      return body;
    };
    await create('/v1/units', { parent: null });
    await create('/v1/officers');
    await create('/v1/officers', { officerId: 'cb-0002', name: 'Lê Văn Bảo' });
    await create('/v1/accounts');
    await create('/v1/units', {
      unitId: 'phong-to-chuc',
      name: 'Phòng Tổ chức',
      unitKind: 'division',
      parent: 'so-noi-vu',
    });
    await create('/v1/officers', { officerId: 'cb-0003', name: 'Phạm Văn Cần' });
    await create('/v1/units/so-noi-vu/appointments', { validTo: null });
    await create('/v1/units/so-noi-vu/appointments', {
      officerId: 'cb-0002',
      role: 'member',
      appointmentId: 'bn-0002',
      validTo: null,
    });
    const post = { ...exampleFor('POST', '/v1/units/{id}/appointments'), officerId: 'cb-0003', validTo: null };
    const inDivision = await root.post('/v1/units/phong-to-chuc/appointments', { ...post, appointmentId: 'bn-0003' });
    expect(inDivision.status).toBe(201);
    await create('/v1/delegations');
    await create('/v1/calendars/so-noi-vu/versions');
    const act = async (path: string): Promise<Receipt> => {
      const { status: answered, body: receipt } = await caller.post(path, exampleFor('POST', path));
      expect({ path, answered, receipt }).toMatchObject({ path, answered: 201 });
      return receipt;
    };
    expect((await act('/v1/recommendations')).id).toBe('KN-2025-0001');
    expect((await act('/v1/office/procedures')).id).toBe('QT-0001');
    expect((await act('/v1/directives')).id).toBe('VB-2025-0001');
    expect((await act('/v1/consultations')).id).toBe('YK-2025-0001');
    expect((await act('/v1/tasks')).id).toBe('NV-2025-0001');
    const { status, body } = await caller.post('/v1/dossiers', exampleFor('POST', '/v1/dossiers'));
    expect({ status, body }).toMatchObject({ status: 201, body: { id: 'HS-2025-000123' } });

    let registered = '';
    for await (const { id } of api.deps.store.readStream('dossier-HS-2025-000123')) registered = id;
    const another = { kind: 'officer', unit: 'so-noi-vu', capacity: 'own', roles: ['custodian'] } as const;
    const custodian = await api.as({ sub: 'cb-0002', ...another });
    const erasure = { ...exampleFor('POST', '/v1/erasures'), eventId: registered, paths: ['/data/subject'] };
    const erased = await custodian.post('/v1/erasures', erasure);
    expect({ status: erased.status, body: erased.body }).toMatchObject({ status: 201, body: { id: registered } });

    const waiting = { headers: { 'wait-for-position': erased.body.position } };
    const questions = operations().filter(
      ([method, path]) => method === 'GET' && path.startsWith('/v1/') && !path.includes('export'),
    );
    const ids: Readonly<Record<string, string>> = {
      dossiers: 'HS-2025-000123',
      officers: 'cb-0001',
      units: 'so-noi-vu',
      calendars: 'so-noi-vu',
      recommendations: 'KN-2025-0001',
      office: 'QT-0001',
      tasks: 'NV-2025-0001',
      consultations: 'YK-2025-0001',
      directives: 'VB-2025-0001',
      events: registered,
    };
    /** What a question cannot do without. */
    const asked: Readonly<Record<string, string>> = {
      '/v1/calendars/due': '?from=2024-04-26T09:00:00%2B07:00&term=working-days&count=5',
      '/v1/office/steps': '?unit=so-noi-vu',
    };
    for (const [, path, { responses }] of questions) {
      const name =
        responses['200']?.content?.['application/json']?.schema.$ref?.replace('#/components/schemas/', '') ?? '';
      const address = path.replace('{id}', ids[path.split('/')[2] ?? ''] ?? '') + (asked[path] ?? '');
      const answer = await caller.get(address, waiting);
      expect({ address, status: answer.status, faults: faultsAgainst(name, answer.body) }).toEqual({
        address,
        status: 200,
        faults: null,
      });
    }
    expect(questions.length).toBeGreaterThanOrEqual(11);
  });

  it('describes problems as they come', async () => {
    const missing = await caller.get('/v1/dossiers/HS-none');
    const invalid = await caller.post('/v1/dossiers', {});
    const refused = await caller.get('/v1/overview', { token: null });
    for (const { body } of [missing, invalid, refused]) expect(faultsAgainst('Problem', body)).toBeNull();
  });

  it('issues the token of the example, which the API then takes', async () => {
    const asked = { ...exampleFor('POST', '/dev/token') };
    const { body } = await caller.post<{ token: string }>('/dev/token', asked, { token: null });
    expect((await caller.get('/v1/overview', { token: body.token })).status).toBe(200);
  });

  it('issues a reader’s token to a shell that sends nothing', async () => {
    const asked = await fetch(`${caller.url}/dev/token`, { method: 'POST', headers: { accept: 'text/plain' } });
    const token = await asked.text();
    expect((await caller.get('/v1/overview', { token })).status).toBe(200);
    expect((await caller.post('/v1/units', {}, { token })).status).toBe(403);
  });

  it('is shown to people by a page that needs nothing from elsewhere', async () => {
    const page = (await caller.get<string>('/docs', { token: null })).body;
    expect(page).not.toMatch(/https?:/);
    const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => String(address));
    expect(named).toContain('/docs/swagger-ui-bundle.js');
    for (const address of named) expect((await caller.get(address, { token: null })).status).toBe(200);
  });
});
