import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '../../apps/cli/src/program.ts';
import { startWitness, type RunningWitness } from '../../apps/cli/src/witness/witness-server.ts';
import { parsePolicy, type Policy } from '#evidence/bundle/policy.ts';
import type { Verdict } from '#evidence/bundle/verdict.ts';
import { verifyBundle } from '#evidence/bundle/verify-bundle.ts';
import { formatPublicKey } from '#evidence/note/ed25519.ts';
import { subjectsOf } from '#evidence/subject/subjects-of.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createLogger } from '#platform/logging.ts';
import { openSigningKey } from '#sealing/signer/signing-key.ts';
import { openSubjectIndex } from '#sealing/subject-index.ts';
import { eventOf } from '#store/contract/samples.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { startSealer } from '#worker/sealing/sealer.ts';
import { sealingParts } from '#worker/sealing/sealing-parts.ts';
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts';

let folder: string;
let database: FreshDatabase;
let witness: RunningWitness;
let officer: string;
let dossier: string;

const file = (name: string): string => join(folder, name);

type Ended = { readonly code: number; readonly lines: string; readonly notes: string; readonly answer: unknown };

const run = async (env: Readonly<Record<string, string>>, args: readonly string[]): Promise<Ended> => {
  const lines: string[] = [];
  const notes: string[] = [];
  let answer: unknown = null;
  const code = await runCli(args, {
    output: {
      line: (text = '') => void lines.push(text),
      json: (value) => void (answer = value),
      note: (text) => void notes.push(text),
      progress: () => ({ advance: () => undefined, end: () => undefined }),
    },
    env: { LEDGER_LOG_LEVEL: 'silent', ...env },
    stop: new AbortController().signal,
  });
  return { code, lines: lines.join('\n'), notes: notes.join('\n'), answer };
};

const ledger = (...args: readonly string[]): Promise<Ended> => {
  const { ownerUrl, appUrl } = database;
  const settings = { LEDGER_DATA_DIR: file('data'), LEDGER_WITNESSES: `${witness.url}=${witness.vkey}` };
  return run({ DATABASE_URL: ownerUrl, LEDGER_APP_DATABASE_URL: appUrl, ...settings }, args);
};

const policyIn = async (name: string): Promise<Policy> => {
  const parsed = parsePolicy(await readFile(file(name)));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.policy;
};

const verdictOn = async (bundle: string, policy = 'policy.json'): Promise<Verdict> =>
  verifyBundle(new Uint8Array(await readFile(file(bundle))), await policyIn(policy));

/** Every event of the ledger, as an auditor with the whole database counts them. */
const concerning = async (subject: string): Promise<number> => {
  const store = openPostgresStore({ appUrl: database.appUrl });
  try {
    let found = 0;
    for await (const { canonical } of store.readRaw())
      if (subjectsOf(JSON.parse(canonical)).includes(subject)) found += 1;
    return found;
  } finally {
    await store.close();
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-export-'));
  database = await freshDatabase();
  const config = readConfig({ LEDGER_DATA_DIR: file('data') }).evidence;
  const { publicKey } = (await openSigningKey(config)).signerFor(config.origin);
  witness = await startWitness({
    dir: file('witness'),
    port: 0,
    host: '127.0.0.1',
    name: 'lam-chung.example/thanh-tra',
    logs: [publicKey],
    clock: systemClock,
  });
  const built = await ledger('demo', '--no-serve', '--dossiers', '5', '--json');
  const { highlights } = built.answer as {
    readonly highlights: Readonly<Record<'officers' | 'dossiers', readonly { readonly id: string }[]>>;
  };
  officer = highlights.officers[0]?.id ?? '';
  dossier = highlights.dossiers[0]?.id ?? '';
}, 240_000);

afterAll(async () => {
  await witness.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('an exported bundle', () => {
  it('of an officer is intact offline, witnessed, and leaves nothing of theirs out', async () => {
    const { code, lines, notes } = await ledger(
      'export',
      '--officer',
      officer,
      '--bundle',
      file('officer.trail'),
      '--policy-out',
      file('policy.json'),
    );
    expect([code, notes]).toEqual([0, expect.stringContaining('a real inspector writes their own')]);
    expect(lines).toContain('lam-chung.example/thanh-tra');
    expect(lines).toContain(`ledger verify ${file('officer.trail')} --policy ${file('policy.json')}`);
    const verdict = await verdictOn('officer.trail');
    expect(verdict).toMatchObject({ verdict: 'intact', findings: [] });
    expect(verdict.subjects).toEqual([
      { name: `officer:${officer}`, count: BigInt(await concerning(`officer:${officer}`)) },
    ]);
    expect(verdict.witnesses.map(({ operator }) => operator)).toEqual(['lam-chung.example/thanh-tra']);
    expect(verdict.report).toContain(`officer:${officer}`);
    expect((await policyIn('policy.json')).witnesses.map(({ key }) => formatPublicKey(key))).toEqual([witness.vkey]);
    const verified = await ledger('verify', file('officer.trail'), '--policy', file('policy.json'));
    expect(verified.code).toBe(0);
  });

  it('with the matters proves each of them complete too', async () => {
    const { code, answer } = await ledger(
      'export',
      '--officer',
      officer,
      '--matters',
      '--bundle',
      file('matters.trail'),
      '--json',
    );
    expect(code).toBe(0);
    const verdict = await verdictOn('matters.trail');
    expect(verdict.verdict).toBe('intact');
    expect(verdict.subjects.length).toBeGreaterThan(1);
    expect(verdict.subjects.map(({ name }) => name)).toContain(`officer:${officer}`);
    for (const { name, count } of verdict.subjects)
      expect([name, Number(count)]).toEqual([name, await concerning(name)]);
    expect(verdict.subjects.filter(({ name }) => /^(unit|calendar|rulebook|evidence|erasure):/.test(name))).toEqual([]);
    expect(answer).toMatchObject({
      file: file('matters.trail'),
      policy: null,
      events: verdict.events.length,
      subjects: verdict.subjects.map(({ name, count }) => ({ name, events: String(count) })),
      checkpoint: { size: String(verdict.checkpoint?.size) },
      witnesses: ['lam-chung.example/thanh-tra'],
    });
  });

  it('of dossiers, and of a unit, is intact as well', async () => {
    expect((await ledger('export', '--dossier', dossier, '--bundle', file('dossier.trail'))).code).toBe(0);
    expect(await verdictOn('dossier.trail')).toMatchObject({
      verdict: 'intact',
      subjects: [{ name: `dossier:${dossier}` }],
    });
    const store = openPostgresStore({ appUrl: database.appUrl });
    let unit = '';
    for await (const { type, stream } of store.readAll()) {
      unit = stream.replace('unit-', '');
      if (type === 'unit.established') break;
    }
    await store.close();
    expect((await ledger('export', '--unit', unit, '--bundle', file('unit.trail'))).code).toBe(0);
    expect(await verdictOn('unit.trail')).toMatchObject({ verdict: 'intact', subjects: [{ name: `unit:${unit}` }] });
  });

  /** One more act of the officer, recorded just now. */
  const oneMore = async (n: number): Promise<void> => {
    const store = openPostgresStore({ appUrl: database.appUrl });
    const event = eventOf(n, { actor: { kind: 'officer', id: officer } });
    await store.append({ stream: `dossier-them-${n}`, expected: 'no-stream', events: [event] });
    await store.close();
  };

  it('holds what was recorded since the last checkpoint: it seals first', async () => {
    const before = await concerning(`officer:${officer}`);
    await oneMore(1);
    const { code, notes } = await ledger('export', '--officer', officer, '--bundle', file('again.trail'));
    expect([code, notes]).toEqual([0, expect.stringContaining('sealing 1 more events')]);
    expect(await verdictOn('again.trail')).toMatchObject({
      verdict: 'intact',
      subjects: [{ count: BigInt(before + 1) }],
    });
  });

  it('holds it also where another process seals: it waits for the checkpoint', async () => {
    const environment = { LEDGER_DATA_DIR: file('data'), LEDGER_CHECKPOINT_INTERVAL: '1s' };
    const config = readConfig({ ...environment, LEDGER_WITNESSES: `${witness.url}=${witness.vkey}` }).evidence;
    const store = openPostgresStore({ appUrl: database.appUrl });
    const index = await openSubjectIndex({ appUrl: database.appUrl });
    const parts = await sealingParts({ store, config, index, clock: systemClock, logger: createLogger('silent') });
    let sealed = (): void => undefined;
    const first = new Promise<void>((resolve) => (sealed = resolve));
    const sealer = startSealer({ ...parts, appUrl: database.appUrl, onRound: () => sealed() });
    try {
      await first;
      const before = await concerning(`officer:${officer}`);
      await oneMore(2);
      expect((await ledger('export', '--officer', officer, '--bundle', file('waited.trail'))).code).toBe(0);
      expect(await verdictOn('waited.trail')).toMatchObject({
        verdict: 'intact',
        subjects: [{ count: BigInt(before + 1) }],
      });
    } finally {
      await sealer.stop();
      await index.close();
      await store.close();
    }
  });

  it('is not trusted by a policy of other keys, and not intact with a byte changed', async () => {
    const bundle = new Uint8Array(await readFile(file('officer.trail')));
    const policy = await policyIn('policy.json');
    const strangers = {
      ...policy,
      witnesses: [],
      quorum: 0,
      logs: policy.logs.map((key) => ({ ...key, name: 'x.example' })),
    };
    expect(verifyBundle(bundle, strangers).verdict).toBe('unverifiable');
    const spoilt = bundle.slice();
    const at = Buffer.from(spoilt).indexOf('"recordedAt"') + 20;
    spoilt[at] = (spoilt[at] ?? 0) ^ 1;
    expect(verifyBundle(spoilt, policy).verdict).toBe('tampered');
  });
});

describe('a sample without configured witnesses', () => {
  it('has one of its own beside it, in whichever process, so that its bundles are witnessed', async () => {
    const own = await freshDatabase();
    const without = { DATABASE_URL: own.ownerUrl, LEDGER_APP_DATABASE_URL: own.appUrl, LEDGER_WITNESSES: '' };
    const env = { ...without, LEDGER_DATA_DIR: file('sample') };
    try {
      const built = await run(env, ['demo', '--no-serve', '--dossiers', '2']);
      expect(built.lines).toContain('another agency runs it');
      const [, id = ''] = /^officer: (\S+)$/m.exec(built.lines) ?? [];
      const flags = ['--bundle', file('sample.trail'), '--policy-out', file('sample.json')];
      expect((await run(env, ['export', '--officer', id, ...flags])).code).toBe(0);
      const verdict = await verdictOn('sample.trail', 'sample.json');
      expect(verdict).toMatchObject({ verdict: 'intact', witnesses: [{ operator: 'nhan-chung-mau.example/demo' }] });
      expect((await policyIn('sample.json')).quorum).toBe(1);
    } finally {
      await own.drop();
    }
  }, 240_000);
});

describe('an export of a bundle', () => {
  const none = (): string => file('none.trail');

  it.each([
    ['nobody', [], 2, 'choose one'],
    ['an officer and a dossier', ['--unit', 'x', '--dossier', 'y'], 2, 'choose one'],
    ['a format beside it', ['--dossier', 'y', '--format', 'xes'], 2, 'always whole'],
    ['a part of the time', ['--dossier', 'y', '--from', '2026-01-01'], 2, 'always whole'],
    ['an officer nobody knows', ['--officer', 'khong-co'], 1, 'no officer'],
    ['a unit nobody knows', ['--unit', 'khong-co'], 1, 'no unit'],
    ['a dossier nobody knows', ['--dossier', 'khong-co'], 1, 'no dossier'],
  ])('refuses %s, and writes nothing', async (_, args, code, said) => {
    const ended = await ledger('export', '--bundle', none(), ...args);
    expect([ended.code, ended.notes]).toEqual([code, expect.stringContaining(said)]);
    expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  it.each([
    ['a policy without a bundle', ['--officer', 'x', '--format', 'json', '--policy-out', 'p'], 'go with --bundle'],
    ['several dossiers without a bundle', ['--dossier', 'a', 'b', '--format', 'xes'], 'go with --bundle'],
    ['neither a format nor a bundle', ['--officer', 'x'], 'Missing --format'],
  ])('refuses %s', async (_, args, said) => {
    const ended = await ledger('export', ...args);
    expect([ended.code, ended.notes]).toEqual([2, expect.stringContaining(said)]);
  });

  it('leaves nothing behind where it cannot write', async () => {
    const ended = await ledger('export', '--officer', officer, '--bundle', join(file('policy.json'), 'none.trail'));
    expect([ended.code, ended.notes]).toEqual([1, expect.stringContaining('Export failed')]);
  });
});
