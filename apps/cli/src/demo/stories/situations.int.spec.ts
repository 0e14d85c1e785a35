import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErasureView } from '#contracts/erasure-views.ts';
import type { Page } from '#contracts/views.ts';
import { freshDatabase, type FreshDatabase } from '../../../../../test/support/postgres.ts';
import { runCli } from '../../program.ts';
import { situations } from './situations.ts';

let dataDir: string;
let database: FreshDatabase;
let url: string;
let token: string;
let erasedOf: string;
let served: Promise<unknown>;
const stop = new AbortController();

/** A command line against the one ledger, as somebody at the machine types it. */
const typed = async (
  args: readonly string[],
  { onJson, signal = new AbortController().signal }: { onJson?: (answer: unknown) => void; signal?: AbortSignal } = {},
): Promise<{ readonly code: number; readonly said: string }> => {
  const lines: string[] = [];
  const code = await runCli(args, {
    output: {
      line: (text = '') => void lines.push(text),
      json: (value) => onJson?.(value),
      note: (text) => void lines.push(text),
      progress: () => ({ advance: () => undefined, end: () => undefined }),
    },
    env: {
      DATABASE_URL: database.ownerUrl,
      LEDGER_APP_DATABASE_URL: database.appUrl,
      LEDGER_DATA_DIR: dataDir,
      LEDGER_LOG_LEVEL: 'silent',
    },
    stop: signal,
  });
  return { code, said: lines.join('\n') };
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ledger-situations-'));
  database = await freshDatabase();
  url = await new Promise<string>((resolve, reject) => {
    const onJson = (answer: unknown): void => {
      const built = answer as { readonly url: string; readonly erasedOf: string };
      ({ erasedOf } = built);
      resolve(built.url);
    };
    const args = ['demo', '--dossiers', '25', '--port', '0', '--json'];
    served = typed(args, { onJson, signal: stop.signal });
    void served.then((ended) => reject(new Error(`demo ended early: ${JSON.stringify(ended)}`)), reject);
  });
  const answer = await fetch(`${url}/dev/token`, { method: 'POST', headers: { accept: 'text/plain' } });
  token = await answer.text();
}, 120_000);

afterAll(async () => {
  stop.abort();
  await served;
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

describe('where the sample says that a situation can be seen', () => {
  it.each([...new Set(situations.map(({ command }) => command))])(
    'shows it on the command line: %s',
    async (command) => {
      const [, ...args] = command.split(' ');
      const { code, said } = await typed(args);
      const wanted = situations.filter((situation) => situation.command === command).map(({ shows }) => shows);
      expect({ command, code, missing: wanted.filter((shows) => !said.includes(shows)) }).toEqual({
        command,
        code: 0,
        missing: [],
      });
    },
  );

  it.each([...new Set(situations.map(({ path }) => path))])('shows it over the API: %s', async (path) => {
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    const text = await answer.text();
    const wanted = situations.filter((situation) => situation.path === path).map(({ shows }) => shows);
    expect({ path, status: answer.status, missing: wanted.filter((shows) => !text.includes(shows)) }).toEqual({
      path,
      status: 200,
      missing: [],
    });
  });

  it('R59 has one lawful erasure: its bundle is intact and lists it apart', async () => {
    const [bundle, policy] = ['xoa.trail', 'chinh-sach.json'].map((name) => join(dataDir, name));
    const exported = await typed([
      'export',
      '--officer',
      erasedOf,
      '--bundle',
      bundle ?? '',
      '--policy-out',
      policy ?? '',
    ]);
    const { code, said } = await typed(['verify', bundle ?? '', '--policy', policy ?? '', '--lang', 'vi']);
    expect({ exported: exported.code, code }).toEqual({ exported: 0, code: 0 });
    expect(said).toContain('NGUYÊN VẸN');
    expect(said).toMatch(/Đã xóa hợp pháp:\n.*\/data\/kind/);
    const answer = await fetch(`${url}/v1/erasures`, { headers: { authorization: `Bearer ${token}` } });
    const { items } = (await answer.json()) as Page<ErasureView>;
    expect(items.map(({ paths, views, ground }) => ({ paths, views, clause: ground.clause }))).toEqual([
      { paths: ['/data/kind'], views: 'clean', clause: 'Điều 7' },
    ]);
  });

  it('is told to everybody who builds the sample, before what else is worth looking at', async () => {
    const { said } = await typed(['demo', '--no-serve', '--dossiers', '25']);
    expect(situations.filter(({ command, path }) => !said.includes(command) || !said.includes(path))).toEqual([]);
    const evidence = [`ledger export --officer ${erasedOf} --bundle`, 'dist/verify.mjs', 'verify.html', '/evidence'];
    expect(evidence.filter((shown) => !said.includes(shown))).toEqual([]);
    const lines = said.split('\n');
    const [first, last] = ['Tỉnh hư cấu', 'Không có trong mẫu'].map((text) =>
      lines.findIndex((line) => line.startsWith(text)),
    );
    expect((last ?? 0) - (first ?? 0)).toBeLessThan(45);
    expect(lines.findIndex((line) => line.startsWith('officer: '))).toBeGreaterThan(
      lines.findIndex((line) => line.includes('KL-2026-01')),
    );
  });
});
