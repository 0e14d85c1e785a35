import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Trail } from '#contracts/views.ts';
import { root } from '../support/repository.ts';

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

let home: string;

/** The command line as people run it: built, from `node_modules/.bin`, in a process of its own, without any setting. */
const ledger = (
  args: readonly string[],
  onStderr: (soFar: string, pid: number) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
) =>
  new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, ['apps/cli/bin/ledger.js', ...args], {
      cwd: home,
      env: { PATH: process.env['PATH'], ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => (stdout += String(text)));
    child.stderr.on('data', (text) => onStderr((stderr += String(text)), child.pid ?? 0));
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });

const idsIn = ({ stdout }: Ended, word: string): string[] =>
  [...stdout.matchAll(new RegExp(`^${word}: (\\S+)$`, 'gm'))].map(([, id = '']) => id);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ledger-e2e-'));
  for (const part of ['package.json', 'apps/cli/bin', 'config/calendar', 'config/rulebook/instruments'])
    await cp(join(root, part), join(home, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(home, 'node_modules'));
});

afterAll(() => rm(home, { recursive: true, force: true }));

describe('the built command line', () => {
  it('says that it is not built yet, and what to run', async () => {
    const { code, stderr } = await ledger(['--help']);
    expect(code).toBe(1);
    expect(stderr).toContain('npm run build');
  });

  it('builds a sample in the default folder, stops at Ctrl-C, goes on, and answers from other processes', async () => {
    await promisify(execFile)(
      process.execPath,
      ['node_modules/.bin/tsc', '-p', 'config/tools/tsconfig.build.json', '--outDir', join(home, 'dist')],
      { cwd: root },
    );
    const help = await ledger(['--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(
      /start[^]*demo[^]*import[^]*trail[^]*dossier[^]*custody[^]*stats[^]*export[^]*rebuild[^]*doctor/,
    );
    // Node names every module that it loads: help does not wait for what only the work needs.
    const { stderr: loaded } = await ledger(['--help'], undefined, { NODE_DEBUG: 'esm' });
    expect(loaded).toContain('node_modules/commander');
    expect(loaded).not.toMatch(/node_modules\/(@nestjs|typeorm)/);

    const demo = ['demo', '--no-serve', '--dossiers', '40'];
    let asked = false;
    const stopped = await ledger(demo, (soFar, pid) => {
      if (asked || !soFar.includes(': 20%')) return;
      asked = true;
      process.kill(pid, 'SIGINT');
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('run "ledger demo" again');

    const built = await ledger(demo);
    expect(built.code).toBe(0);
    const calendars = await ledger(['calendar', 'show', '--json']);
    expect(JSON.parse(calendars.stdout)).toMatchObject([{ calendar: 'vn', version: 7 }]);
    const [officer = ''] = idsIn(built, 'officer');
    const [dossier = ''] = idsIn(built, 'dossier');

    const trail = await ledger(['trail', officer, '--json']);
    const answer = JSON.parse(trail.stdout) as Trail;
    expect(answer.officer.id).toBe(officer);
    expect(answer.items.length).toBeGreaterThan(0);

    // Two at once share the one server, and neither stops it under the other.
    const [journey, doctor] = await Promise.all([ledger(['dossier', dossier]), ledger(['doctor'])]);
    expect(journey.stdout).toContain(dossier);
    expect([journey.code, doctor.code]).toEqual([0, 0]);

    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { readonly port: number };
    const busy = await ledger(['start', '--port', String(port)]);
    other.close();
    expect(busy.code).toBe(1);
    expect(busy.stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('Cổng đang bận'),
      expect.stringContaining('The port is in use'),
    ]);
  }, 300_000);
});
