import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  flipped,
  madeBundle,
  otherPolicyText,
  policyText,
  report,
} from '../../../../test/acceptance/verifier-bundle.ts';
import { runCli } from '../program.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-verify-'));
  const bundle = madeBundle(20);
  const files = { vet: bundle, spoilt: flipped(bundle), p: policyText, other: otherPolicyText };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Words with a capital F in front are files of the folder. */
const ledger = async (line: string) => {
  const lines: string[] = [];
  const notes: string[] = [];
  const output = {
    line: (text = '') => void lines.push(text),
    json: (value: unknown) => void lines.push(JSON.stringify(value)),
    note: (text: string) => void notes.push(text),
    progress: () => ({ advance: () => undefined, end: () => undefined }),
  };
  const args = line.split(' ').map((word) => (word.startsWith('F') ? join(folder, word.slice(1)) : word));
  // Without any database in the environment: this command opens none.
  const code = await runCli(args, { output, env: {}, stop: new AbortController().signal });
  return { code, lines, notes };
};

it.each([
  ['verify Fvet --policy Fp', 0, 'NGUYÊN VẸN'],
  ['verify Fspoilt --policy Fp', 1, 'BỊ CAN THIỆP'],
  ['verify Fvet --policy Fother', 2, 'KHÔNG KIỂM CHỨNG ĐƯỢC'],
])('%s ends with %s, and everything was said once', async (line, code, word) => {
  const answer = await ledger(line);
  expect([answer.code, answer.lines[0], answer.notes]).toEqual([code, word, []]);
});

it.each([
  ['verify Fgone --policy Fp', 'there is no such file'],
  ['verify Fvet --policy Fvet', 'cannot be used'],
  ['verify Fvet', 'Name your policy'],
  ['verify --policy Fp', 'Name the bundle'],
  ['verify Fvet --policy Fp --lang fr', 'Allowed choices are vi, en, both'],
  ['verify Fvet --policy Fp --quick', 'unknown option'],
])('%s ends with 2 and says why', async (line, why) => {
  const { code, lines, notes } = await ledger(line);
  expect([code, lines]).toEqual([2, []]);
  expect(notes.join('\n')).toContain(why);
});

it('passes its options on', async () => {
  const { lines } = await ledger('verify Fvet --policy Fp --json --report Freport.html');
  expect(JSON.parse(lines.join('\n'))).toMatchObject({ verdict: 'intact' });
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe(report);
  expect((await ledger('verify Fvet --policy Fp --lang en')).lines[0]).toBe('INTACT');
});

it('shows its help in both languages', async () => {
  const { code, lines } = await ledger('verify --help');
  expect(code).toBe(0);
  expect(lines.join('\n')).toMatch(/Kiểm chứng ngoại tuyến.+Verify a bundle offline/su);
});
