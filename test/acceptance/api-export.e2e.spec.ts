import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Trail } from '#contracts/views.ts';
import { clerk, establishOffice, reader, units } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

let api: RunningApi;
let asked: Caller;
let waitFor: string;

beforeAll(async () => {
  api = await runApi();
  await establishOffice(api);
  const desk = await api.as(clerk);
  const { status, headers } = await desk.post('/v1/dossiers', {
    dossierId: 'hs-1',
    issuer: 'Công dân',
    subject: '=SUM(1,1)',
    dossierType: 'Hộ tịch',
    urgency: 'normal',
    secrecy: 'none',
    receivedAt: '2024-03-04T08:00:00+07:00',
    occurredAt: '2024-03-04T08:00:00+07:00',
    holder: { party: { kind: 'officer', id: clerk.sub }, unit: units.desk },
  });
  if (status !== 201) throw new Error(`registration answered ${String(status)}`);
  waitFor = headers.get('ledger-position') ?? '';
  asked = await api.as(reader);
});
afterAll(() => api.stop());

const download = (query: string, officer = clerk.sub) =>
  asked.get<string>(`/v1/officers/${officer}/trail/export?${query}`, { headers: { 'wait-for-position': waitFor } });

describe('a trail as a download', () => {
  it('is JSON that says what the trail says', async () => {
    const { status, headers, body } = await download('format=json');
    const trail = (await asked.get<Trail>(`/v1/officers/${clerk.sub}/trail`)).body;
    expect([status, headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining(`trail-${clerk.sub}.json`),
    ]);
    expect(body).toMatchObject({
      format: 'ledger-trail',
      version: 2,
      officer: { id: clerk.sub },
      lines: { performer: [{ dossierId: 'hs-1', beganPosition: trail.items[0]?.beganPosition }], head: [] },
      duties: [],
      candidates: [],
    });
  });

  it('is CSV whose formulas are text, with a byte order mark when asked for', async () => {
    const { headers, body } = await download('format=csv');
    const rows: Record<string, string>[] = parse(body, { columns: true });
    expect(headers.get('content-type')).toMatch(/^text\/csv/u);
    expect(rows.map(({ dossier, subject }) => [dossier, subject])).toEqual([['hs-1', "'=SUM(1,1)"]]);
    const { url } = api;
    const response = await fetch(`${url}/v1/officers/${clerk.sub}/trail/export?format=csv&bom=true`, {
      headers: { authorization: `Bearer ${asked.token}` },
    });
    expect([...new Uint8Array(await response.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('is XES', async () => {
    const { headers, body } = await download('format=xes');
    expect(headers.get('content-type')).toMatch(/^application\/xml/u);
    expect(body).toContain('<string key="dossier" value="hs-1"/>');
  });

  it.each([
    ['no such officer', 'format=json', 'nobody', 404],
    ['no format', '', clerk.sub, 422],
    ['a format of other things', 'format=ocel', clerk.sub, 422],
    ['a moment nobody can read', 'format=json&asOf=hôm qua', clerk.sub, 422],
  ])('is refused for %s', async (_, query, officer, expected) => {
    expect((await download(query, officer)).status).toBe(expected);
  });

  it('needs a token', async () => {
    expect((await asked.get(`/v1/officers/${clerk.sub}/trail/export?format=json`, { token: null })).status).toBe(401);
  });
});
