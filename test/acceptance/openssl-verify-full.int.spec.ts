import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formatPolicy } from '#evidence/bundle/policy.ts';
import { parsePublicKey, type PublicKey } from '#evidence/note/ed25519.ts';
import { systemClock } from '#platform/clock.ts';
import { keyIn } from '#sealing/signer/signing-key.ts';
import { startWitness, type RunningWitness } from '../../apps/cli/src/witness/witness-server.ts';
import { by, day, History, officer } from '../support/history.ts';
import { startOpensslTsa, type OpensslTsa } from '../support/openssl-tsa.ts';
import { AuditedLedger } from './verify-full-ledger.ts';

const an = by(officer('an'), 'u');
const registered = (from: number, to: number): History => {
  const history = from === 0 ? new History().unit('u').officers('an') : new History();
  for (let n = from; n < to; n += 1) history.register(`d${n}`, an, { at: day(n) });
  return history;
};

const origin = 'so-cai.example/tinh';
const seed = randomBytes(32).toString('base64');
const logKey: PublicKey = keyIn(seed, 'test').signerFor(origin).publicKey;

let folder: string;
let authority: OpensslTsa;
let witnesses: readonly RunningWitness[];
let base: AuditedLedger;
let ledger: AuditedLedger;

const keyOf = (text: string): PublicKey => {
  const parsed = parsePublicKey(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.key;
};

/** Of a reader who trusts this log, these witnesses, all of them, and this authority. */
const policyOf = async (trusted: readonly PublicKey[], root: Uint8Array = authority.root): Promise<string> => {
  const path = join(folder, 'policy.json');
  const operators = trusted.map((key) => ({ key, operator: key.name }));
  const times = { timestampRoots: [root], timestampRequired: true };
  await writeFile(path, formatPolicy({ logs: [logKey], witnesses: operators, quorum: trusted.length, ...times }));
  return path;
};

const witnessKeys = (): readonly PublicKey[] => witnesses.map(({ vkey }) => keyOf(vkey));
const verifiedUnder = async (policy: string) => ledger.verify('--skip-views', '--policy', policy);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-full-witnessed-'));
  authority = await startOpensslTsa({ key: 'P-256', digest: 'sha256', naming: 'sha256' });
  const named = ['thanh-tra.example/w', 'truong-chinh-tri.example/w'];
  witnesses = await Promise.all(
    named.map((name, at) =>
      startWitness({
        dir: join(folder, `witness-${at}`),
        port: 0,
        host: '127.0.0.1',
        name,
        logs: [logKey],
        clock: systemClock,
      }),
    ),
  );
  const root = `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.root).toString('base64')}\n-----END CERTIFICATE-----\n`;
  await writeFile(join(folder, 'root.pem'), root);
  base = await AuditedLedger.empty({
    LEDGER_ORIGIN: origin,
    LEDGER_SIGNING_KEY: seed,
    LEDGER_WITNESSES: witnesses.map(({ url, vkey }) => `${url}=${vkey}`).join(' '),
    LEDGER_TSA_URL: authority.url,
    LEDGER_TSA_ROOTS: join(folder, 'root.pem'),
    // One time stamp, however fast or slow the machine.
    LEDGER_TSA_INTERVAL: '1h',
  });
  await base.append(registered(0, 30));
  await base.seal();
  await base.append(registered(30, 60));
  await base.seal();
}, 120_000);

afterAll(async () => {
  await base.dispose();
  await Promise.all(witnesses.map((witness) => witness.close()));
  await authority.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  ledger = await base.copy();
});
afterEach(() => ledger.dispose());

const tokens = async (): Promise<readonly string[]> => {
  const place = join(ledger.evidence, 'log/1/tokens');
  return (await readdir(place)).map((name) => join(place, name));
};

describe('a ledger with witnesses and time stamps, under the policy of a reader who asks for both', () => {
  it('is intact when nobody touched it', async () => {
    const answer = await verifiedUnder(await policyOf(witnessKeys()));
    expect(answer).toMatchObject({ code: 0, verdict: 'intact', findings: [] });
    const saved = await tokens();
    expect(saved).not.toEqual([]);
    expect(answer.counts['timeStamps']).toBe(saved.length);
    expect(answer.unchecked.map(({ code }) => code)).toEqual(['views-not-checked']);
  });

  it('is unverifiable where a witness of the quorum never cosigned', async () => {
    const stranger = keyOf((await strange()).vkey);
    const answer = await verifiedUnder(await policyOf([...witnessKeys(), stranger]));
    expect(answer).toMatchObject({ code: 2, verdict: 'unverifiable', findings: [{ code: 'witness-missing' }] });
  });

  it('is tampered with where one byte of a token is another', async () => {
    const [path = '', ...more] = await tokens();
    expect(more).toEqual([]);
    const bytes = await readFile(path);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const answer = await verifiedUnder(await policyOf(witnessKeys()));
    expect(answer).toMatchObject({ code: 1, verdict: 'tampered' });
    expect(answer.findings.map(({ code }) => code)).toEqual(['token-differs', 'stamp-required']);
  });

  it('is unverifiable where a token is gone', async () => {
    for (const path of await tokens()) await rm(path);
    const answer = await verifiedUnder(await policyOf(witnessKeys()));
    expect(answer).toMatchObject({ code: 2, verdict: 'unverifiable' });
    expect(answer.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['token-missing', 'stamp-required']),
    );
  });

  it('is unverifiable for a reader who trusts another authority', async () => {
    const other = await startOpensslTsa({ key: 'P-256', digest: 'sha256', naming: 'sha256' });
    await other.close();
    const answer = await verifiedUnder(await policyOf(witnessKeys(), other.root));
    expect(answer).toMatchObject({ code: 2, verdict: 'unverifiable', findings: [{ code: 'stamp-required' }] });
    expect(answer.remarks.map(({ code }) => code)).toContain('token-not-accepted');
  });
});

/** A witness that was never asked. */
const strange = async (): Promise<RunningWitness> => {
  const other = await startWitness({
    dir: join(folder, 'stranger'),
    port: 0,
    host: '127.0.0.1',
    name: 'khac.example/w',
    logs: [logKey],
    clock: systemClock,
  });
  await other.close();
  return other;
};
