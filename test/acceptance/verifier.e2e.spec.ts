import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildVerifier } from './verifier-build.ts';
import { flipped, madeBundle, otherPolicyText, policyText, report } from './verifier-bundle.ts';

let workspace: string;
/** The script, a bundle and a policy, and nothing else. */
let folder: string;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'ledger-verifier-'));
  await buildVerifier(join(workspace, 'built'));
  folder = join(workspace, 'alone');
  await mkdir(folder);
  await copyFile(join(workspace, 'built/verify.mjs'), join(folder, 'verify.mjs'));
  const bundle = madeBundle();
  await writeFile(join(folder, 'vet.trail'), bundle);
  await writeFile(join(folder, 'spoilt.trail'), flipped(bundle));
  await writeFile(join(folder, 'policy.json'), policyText);
  await writeFile(join(folder, 'other.json'), otherPolicyText);
}, 120_000);

afterAll(() => rm(workspace, { recursive: true, force: true }));

const run = async (args: readonly string[], script = 'verify.mjs') => {
  const child = spawn(process.execPath, [script, ...args], { cwd: folder, env: {} });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
};

describe('the script, alone in a folder', () => {
  it('says intact and ends with 0', async () => {
    const { code, out, err } = await run(['vet.trail', '--policy', 'policy.json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^NGUYÊN VẸN\n.+\n\nINTACT\n/su);
    expect(out).toContain('Thanh tra tỉnh');
    expect(out).toContain('/data/reason');
  });

  it('names the bad record of a spoilt bundle and ends with 1', async () => {
    const { code, out } = await run(['spoilt.trail', '--policy', 'policy.json', '--json']);
    const { verdict, findings } = JSON.parse(out) as {
      verdict: string;
      findings: { position: string; line: number }[];
    };
    expect([code, verdict, findings[0]?.position]).toEqual([1, 'tampered', '4']);
  });

  it.each([
    [['vet.trail', '--policy', 'other.json']],
    [['vet.trail', '--policy', 'vet.trail']],
    [['vet.trail', '--policy', 'none.json']],
    [['none.trail', '--policy', 'policy.json']],
    [['.', '--policy', 'policy.json']],
    [['vet.trail']],
    [[]],
  ])('ends with 2 when there is no telling: %j', async (args) => {
    expect((await run(args)).code).toBe(2);
  });

  it('ends with 2, not with the 1 of a crashed program, when it cannot even begin', async () => {
    const source = await readFile(join(folder, 'verify.mjs'), 'utf8');
    const broken = source.replace(/process\.exitCode = runVerify\(/u, 'throw new Error("broken") ?? (');
    expect(broken).not.toBe(source);
    await writeFile(join(workspace, 'broken.mjs'), broken);
    const { code, err } = await run([], join(workspace, 'broken.mjs'));
    expect({ code, err }).toEqual({ code: 2, err: 'Chưa có kết quả / no verdict: broken\n' });
  });

  it('writes the report of an intact bundle, once', async () => {
    const args = ['vet.trail', '--policy', 'policy.json', '--lang', 'en', '--report', 'report.html'];
    expect((await run(args)).code).toBe(0);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe(report);
    expect(await run(args)).toMatchObject({ code: 2, err: expect.stringContaining('there is a file of that name') });
    await rm(join(folder, 'report.html'));
  });

  it('says its verdict by the exit code to whoever stops listening', async () => {
    const child = spawn(process.execPath, ['verify.mjs', 'spoilt.trail', '--policy', 'policy.json'], { cwd: folder });
    child.stdout.destroy();
    await once(child, 'close');
    expect(child.exitCode).toBe(1);
  });

  it('wrote nothing else into the folder', async () => {
    const files = ['other.json', 'policy.json', 'spoilt.trail', 'verify.mjs', 'vet.trail'];
    expect((await readdir(folder)).toSorted()).toEqual(files);
  });
});

describe('the file', () => {
  it('can be read, and takes nothing from anywhere but Node', async () => {
    const source = await readFile(join(folder, 'verify.mjs'), 'utf8');
    expect(source.startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(source).toContain('node verify.mjs FILE --policy POLICY');
    expect(Math.max(...source.split('\n').map(({ length }) => length))).toBeLessThan(1000);
    const imported = [...source.matchAll(/^import .+ from "([^"]+)";$/gmu)].map(([, name]) => name);
    expect(new Set(imported)).toEqual(new Set(['node:crypto', 'node:fs']));
    expect(imported.every((name) => builtinModules.includes((name ?? '').replace('node:', '')))).toBe(true);
    expect(source).not.toMatch(/\brequire\(|\bimport\(/u);
  });

  it('speaks to nobody', async () => {
    const source = await readFile(join(folder, 'verify.mjs'), 'utf8');
    expect(source).not.toMatch(
      /\bfetch\(|XMLHttpRequest|WebSocket|node:(?:net|http|https|dns|tls|dgram|child_process)/u,
    );
  });

  it('uses nothing younger than Node 18', async () => {
    const source = await readFile(join(folder, 'verify.mjs'), 'utf8');
    const young =
      /\.(?:toSorted|toReversed|toSpliced|with|isWellFormed|toWellFormed)\(|(?:Object|Map)\.groupBy|Promise\.withResolvers|\/v[;,.)]/u;
    expect(young.exec(source)?.[0]).toBeUndefined();
  });
});
