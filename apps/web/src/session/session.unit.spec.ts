import { describe, expect, it } from '@jest/globals';
import { createSession } from './session.ts';

function surroundings(answers: readonly (Response | Error)[]) {
  const stored = new Map<string, string>();
  const asked: { url: string; body: unknown }[] = [];
  const left = [...answers];
  const fetch = async (url: unknown, init?: { body?: unknown }): Promise<Response> => {
    asked.push({ url: String(url), body: JSON.parse(String(init?.body)) });
    const answer = left.shift();
    if (answer === undefined) throw new Error('asked too often');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  return { fetch: fetch as typeof globalThis.fetch, storage, stored, asked };
}

const issued = (token: string): Response => Response.json({ token });

describe('where a development issuer runs', () => {
  it('asks it for a reader token of a machine account and does not store it', async () => {
    const around = surroundings([issued('t1')]);
    const session = createSession(around);
    await session.start();
    expect(session.current()).toEqual({ kind: 'signed-in', token: 't1', from: 'issuer' });
    expect(around.asked).toEqual([
      {
        url: '/dev/token',
        body: { sub: 'web-reader', kind: 'account', unit: null, capacity: 'system', roles: ['reader'] },
      },
    ]);
    expect(around.stored.size).toBe(0);
  });

  it('replaces a refused token once for all requests refused together', async () => {
    const around = surroundings([issued('t1'), issued('t2')]);
    const session = createSession(around);
    await session.start();
    expect(await Promise.all([session.replaceRefused('t1'), session.replaceRefused('t1')])).toEqual(['t2', 't2']);
    expect(await session.replaceRefused('t1')).toBe('t2');
    expect(around.asked).toHaveLength(2);
  });
});

describe('where there is no issuer', () => {
  it.each([
    ['no-issuer', new Response(null, { status: 404 })],
    ['unreachable', new Response(null, { status: 503 })],
    ['unreachable', new Response('<h1>Proxy</h1>')],
    ['unreachable', new Error('connection refused')],
  ])('is signed out: %s', async (because, answer) => {
    const session = createSession(surroundings([answer]));
    await session.start();
    expect(session.current()).toEqual({ kind: 'signed-out', because });
  });

  it('keeps a pasted token for this tab and tells its listeners', async () => {
    const around = surroundings([new Response(null, { status: 404 })]);
    const session = createSession(around);
    await session.start();
    const heard: string[] = [];
    session.subscribe(() => heard.push(session.current().kind));
    session.signIn('pasted');
    expect(heard).toEqual(['signed-in']);
    const afterReload = createSession(around);
    await afterReload.start();
    expect(afterReload.current()).toEqual({ kind: 'signed-in', token: 'pasted', from: 'reader' });
  });

  it('drops a pasted token the server refuses', async () => {
    const around = surroundings([]);
    const session = createSession(around);
    session.signIn('stale');
    expect(await session.replaceRefused('stale')).toBeNull();
    expect(session.current()).toEqual({ kind: 'signed-out', because: 'refused' });
    expect(around.stored.size).toBe(0);
  });

  it('forgets the token when the reader leaves', () => {
    const around = surroundings([]);
    const session = createSession(around);
    session.signIn('mine');
    session.signOut();
    expect(session.current()).toEqual({ kind: 'signed-out', because: 'left' });
    expect(around.stored.size).toBe(0);
  });
});
