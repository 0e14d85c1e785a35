import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { SeenEvent } from './check-bytes.ts';
import { Findings } from './findings.ts';
import { TokenAudit } from './token-audit.ts';

const root = new Uint8Array(32).fill(7);
const token = new TextEncoder().encode('a token');
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
const leaf = new Uint8Array(32);

const eventAt = (position: bigint, type: string, data: object, anchor?: string): SeenEvent => ({
  raw: { position, type, stream: 's', revision: 0, id: `id-${position}`, canonical: '', leaf, openings: [] },
  leaf,
  envelope: anchor === undefined ? {} : { anchor },
  data: { ...data },
});
const stamped = (position: bigint, size: number, changes: object = {}): SeenEvent =>
  eventAt(position, 'checkpoint.time-stamped', {
    origin: 'o',
    size: String(size),
    root: Buffer.from(root).toString('base64'),
    token: hashOf(token),
    stampedAt: '2026-01-01T00:00:00.000Z',
    ...changes,
  });
const act = (position: bigint, anchor?: string): SeenEvent => eventAt(position, 'dossier.noted', {}, anchor);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'token-audit-'));
  await mkdir(join(folder, 'tokens'));
  await writeFile(join(folder, 'tokens/3'), token);
  await writeFile(join(folder, 'tokens/5'), 'another token');
});
afterEach(() => rm(folder, { recursive: true }));

const audited = async (...events: readonly SeenEvent[]) => {
  const findings = new Findings();
  const audit = new TokenAudit(findings, [{ incarnation: 1, origin: 'o', folder, published: [] }], null);
  for (const size of [3n, 5n]) audit.remember(size, root);
  for (const event of events) await audit.take(event);
  const said = [...findings.why.findings, ...findings.remarks].map(({ code, position }) => [code, position]);
  return { said, audit };
};

it('takes a token that is there, on the tree there is, and what names it from then on', async () => {
  const { said, audit } = await audited(act(2n), stamped(4n, 3), act(5n, hashOf(token)), act(6n));
  expect([said, audit.tokens, audit.anchored]).toEqual([[], 1, 1]);
});

it.each<readonly [name: string, events: readonly SeenEvent[], said: readonly unknown[]]>([
  [
    'a token on another tree',
    [stamped(4n, 3, { root: Buffer.alloc(32).toString('base64') })],
    ['token-root-differs', 4n],
  ],
  ['a token over a size that nothing is known of', [stamped(4n, 4)], ['token-root-differs', 4n]],
  ['another file than the one named', [stamped(6n, 5)], ['token-differs', 6n]],
  ['an event that names no token at all', [stamped(4n, 3, { size: 3 })], ['token-differs', 4n]],
  ['a token of a log that is not here', [stamped(4n, 3, { origin: 'p' })], ['token-missing', 4n]],
  ['an anchor that nobody knows', [stamped(4n, 3), act(5n, 'A')], ['anchor-unknown', 5n]],
  ['an anchor before its token', [act(3n, 'A'), stamped(4n, 3)], ['anchor-unknown', 3n]],
  ['an anchor whose token lies on disk alone', [act(3n, hashOf(token))], ['anchor-of-lost-token', 3n]],
  [
    'an anchor older than the one before',
    [
      stamped(4n, 3),
      stamped(6n, 5, { token: hashOf(new TextEncoder().encode('another token')) }),
      act(7n, hashOf(new TextEncoder().encode('another token'))),
      act(8n, hashOf(token)),
    ],
    ['anchor-went-back', 8n],
  ],
])('tells of %s', async (_name, events, expected) => {
  expect((await audited(...events)).said).toEqual([expected]);
});
