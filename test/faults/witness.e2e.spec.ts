import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatPublicKey, parsePublicKey, verifierOf, type PublicKey } from '#evidence/note/ed25519.ts';
import { openNote } from '#evidence/note/note.ts';
import { bodyOf, extendsTo, logNamed, proofFrom, type Telling } from '../support/lying-log.ts';
import { BuiltProduct } from './worker-process.ts';

const log = logNamed('so-cai.example/tinh');
const tellings: readonly Telling[] = ['a', 'b', 'c'].map((branch) => ({ branch, shared: 0 }));

let product: BuiltProduct;
let dir: string;

/** A witness in a process of its own, as an agency runs it. */
class WitnessProcess {
  private constructor(
    readonly url: string,
    readonly key: PublicKey,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<WitnessProcess> {
    const flags = ['--dir', dir, '--port', '0', '--name', 'lam-chung.example/thanh-tra', '--log'];
    const child = spawn(process.execPath, ['apps/cli/bin/ledger.js', 'witness', ...flags, formatPublicKey(log.key)], {
      cwd: product.home,
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = new Map<string, string>();
    for await (const line of createInterface({ input: child.stdout })) {
      const [, label = '', value = ''] = /^([^/]+) \/ .+?:\s+(\S+)$/u.exec(line) ?? [];
      said.set(label, value);
      if (said.has('Khóa công khai') && said.has('Địa chỉ')) break;
    }
    const key = parsePublicKey(said.get('Khóa công khai') ?? '');
    if (!key.ok) throw new Error(`no key among: ${[...said].join('; ')}`);
    return new WitnessProcess(said.get('Địa chỉ') ?? '', key.key, child);
  }

  async submit(telling: Telling, [old, size]: readonly [number, number]): Promise<string | null> {
    const note = log.noteOf(telling, size);
    try {
      const body = bodyOf(old, proofFrom(telling, BigInt(old), size), note);
      const answer = await fetch(`${this.url}/add-checkpoint`, { method: 'POST', body });
      const text = await answer.text();
      if (answer.status !== 200) return text;
      const whole = new Uint8Array([...note, ...new TextEncoder().encode(text)]);
      expect(openNote(whole, [verifierOf(this.key)])).toMatchObject({ ok: true });
      cosigned.push([telling, size]);
      return null;
    } catch {
      return 'no answer';
    }
  }

  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<unknown> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    return (await ended)[0];
  }
}

/** Every tree for which a cosignature came out, from whichever process. */
const cosigned: (readonly [Telling, number])[] = [];

beforeAll(async () => {
  product = await BuiltProduct.make();
  dir = join(await mkdtemp(join(tmpdir(), 'witness-process-')), 'witness');
}, 180_000);

afterAll(async () => {
  await product.remove();
  await rm(join(dir, '..'), { recursive: true, force: true });
});

describe('a witness that is killed', () => {
  it('has never cosigned two trees that contradict each other, whenever it was killed', async () => {
    let size = 0;
    let keys = new Set<string>();
    for (let round = 0; round < 9; round += 1) {
      const witness = await WitnessProcess.start();
      keys = keys.add(formatPublicKey(witness.key));
      const next = size + 1 + (round % 3);
      // Three contradicting histories at once; it dies at the first answer, or at once, or after all answers.
      const answers = tellings.map((telling) => witness.submit(telling, [size, next]));
      const until = [Promise.race(answers), Promise.resolve(), Promise.all(answers)][round % 3];
      await until;
      await witness.kill();
      await Promise.all(answers);

      const again = await WitnessProcess.start();
      // What it answers now is what it has recorded, whether or not anybody heard of it.
      const said: (string | null)[] = [];
      for (const telling of tellings) said.push(await again.submit(telling, [size, next]));
      await again.kill();
      // Two histories of three are always turned away: recorded is one, whichever.
      expect(said.some((answer) => answer === null || answer === `${next}\n`)).toBe(true);
      size = next;
    }
    expect(keys.size).toBe(1);
    expect(cosigned.length).toBeGreaterThan(3);
    for (const one of cosigned) for (const other of cosigned) expect(extendsTo(one, other)).toBe(true);
  }, 180_000);

  it('ends well when it is asked to', async () => {
    const witness = await WitnessProcess.start();
    expect(await witness.stop()).toBe(0);
  });
});
