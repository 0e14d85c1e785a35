import { describe, expect, it } from '@jest/globals';
import type { Session } from '../session/session.ts';
import { addressOf, createApiClient } from './client.ts';
import { RequestFailure } from './request-failure.ts';

const problem = {
  type: 'about:blank',
  title: 'Không có hồ sơ này',
  titleEn: 'No such dossier',
  status: 404,
  code: 'dossier.unknown',
  requestId: 'r-9',
};

function clientOf(answers: readonly (Response | Error)[], replacement: string | null = null) {
  const left = [...answers];
  const sent: { address: string; authorization: string | undefined }[] = [];
  const fetch = async (address: unknown, init?: { headers?: Record<string, string> }): Promise<Response> => {
    sent.push({ address: String(address), authorization: init?.headers?.['authorization'] });
    const answer = left.shift();
    if (answer === undefined) throw new Error('asked too often');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const session = {
    current: () => ({ kind: 'signed-in', token: 't1', from: 'issuer' }),
    replaceRefused: async () => replacement,
  } as unknown as Session;
  return { client: createApiClient(session, fetch as typeof globalThis.fetch), sent };
}

it('leaves empty values out of an address and encodes the rest', () => {
  expect(addressOf('/v1/officers', { q: 'nguyễn văn', cursor: null, unit: '', limit: 8 })).toBe(
    '/v1/officers?q=nguy%E1%BB%85n+v%C4%83n&limit=8',
  );
  expect(addressOf('/v1/overview')).toBe('/v1/overview');
});

describe('a request', () => {
  it('carries the token and answers the JSON', async () => {
    const { client, sent } = clientOf([Response.json({ open: 3 })]);
    expect(await client.get('/v1/overview')).toEqual({ open: 3 });
    expect(sent).toEqual([{ address: '/v1/overview', authorization: 'Bearer t1' }]);
  });

  it('is sent once more with the replacement of a refused token', async () => {
    const { client, sent } = clientOf([new Response(null, { status: 401 }), Response.json(1)], 't2');
    expect(await client.get('/v1/overview')).toBe(1);
    expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('fails with the problem document of the server', async () => {
    const answer = new Response(JSON.stringify(problem), {
      status: 404,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    });
    const { client } = clientOf([answer]);
    await expect(client.get('/v1/dossiers/x')).rejects.toMatchObject({ kind: 'problem', problem });
  });

  it('says when the server is away and when it talks something else', async () => {
    const { client } = clientOf([
      new TypeError('failed to fetch'),
      new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
      new Response('not json', { headers: { 'content-type': 'application/json' } }),
    ]);
    await expect(client.get('/v1/overview')).rejects.toMatchObject({ kind: 'network' });
    await expect(client.get('/v1/overview')).rejects.toMatchObject({ kind: 'unreadable' });
    await expect(client.get('/v1/overview')).rejects.toThrow(RequestFailure);
  });

  it('takes the name of a download from the server', async () => {
    const named = new Response('a,b', { headers: { 'content-disposition': 'attachment; filename="trail.csv"' } });
    const { client } = clientOf([named, new Response('{}')]);
    const { content, name } = await client.download('/v1/officers/o/trail/export', { format: 'csv' });
    expect([await content.text(), name]).toEqual(['a,b', 'trail.csv']);
    expect((await client.download('/x', {})).name).toBeNull();
  });
});
