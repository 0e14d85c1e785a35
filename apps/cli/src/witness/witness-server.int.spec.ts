import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parsePublicKey, signerOf, verifierOf } from '#evidence/note/ed25519.ts';
import { openNote } from '#evidence/note/note.ts';
import { bodyOf, logNamed, proofFrom, type Telling } from '../../../../test/support/lying-log.ts';
import { CliFailure } from '../frame/failure.ts';
import { maxBodyBytes } from './add-checkpoint.ts';
import { startWitness, type RunningWitness, type WitnessOptions } from './witness-server.ts';

const log = logNamed('so-cai.example/tinh');
const history: Telling = { branch: 'a', shared: 0 };
const at = '2026-07-01T02:03:04.999Z';

let home: string;
let dir: string;
const running: RunningWitness[] = [];
const faults: unknown[] = [];

const start = async (more: Partial<WitnessOptions> = {}): Promise<RunningWitness> => {
  const witness = await startWitness({
    dir,
    port: 0,
    host: '127.0.0.1',
    name: 'lam-chung.example/thanh-tra',
    operator: 'Thanh tra tỉnh',
    logs: [log.key],
    clock: { now: () => at },
    onFault: (fault) => faults.push(fault),
    ...more,
  });
  running.push(witness);
  return witness;
};

const submit = ({ url }: RunningWitness, body: Uint8Array, init: RequestInit = {}) =>
  fetch(`${url}/add-checkpoint`, { method: 'POST', body, ...init });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'witness-server-'));
});
beforeEach(async () => {
  dir = join(await mkdtemp(join(home, 'dir-')), 'witness');
});
afterEach(async () => {
  for (const witness of running.splice(0)) await witness.close();
});
afterAll(() => rm(home, { recursive: true, force: true }));

const refusal = async (starting: Promise<unknown>): Promise<string> => {
  const outcome = await starting.catch((error: unknown) => error);
  return outcome instanceof CliFailure ? outcome.text.en : 'started';
};

describe('a running witness', () => {
  it('cosigns over HTTP with its key and the second of its clock, and remembers when it is started anew', async () => {
    const first = await start();
    const note = log.noteOf(history, 3);
    const answer = await submit(first, bodyOf(0, [], note));
    expect(answer.status).toBe(200);
    const whole = new Uint8Array([...note, ...new Uint8Array(await answer.arrayBuffer())]);
    const key = parsePublicKey(first.vkey);
    const opened = key.ok ? openNote(whole, [verifierOf(key.key)]) : key;
    expect(opened).toMatchObject({ ok: true, unknown: 1, verified: [{ name: 'lam-chung.example/thanh-tra' }] });
    const line = new TextDecoder().decode(whole).split('\n').at(-2) ?? '';
    const stated = Buffer.from(line.split(' ').at(-1) ?? '', 'base64').readBigUInt64BE(4);
    expect(stated).toBe(BigInt(Math.floor(Date.parse(at) / 1000)));
    await first.close();
    running.pop();

    const second = await start({ name: undefined });
    expect([first.fresh, second.fresh, second.vkey]).toEqual([true, false, first.vkey]);
    const stale = await submit(second, bodyOf(0, [], log.noteOf(history, 4)));
    expect([stale.status, stale.headers.get('content-type'), await stale.text()]).toEqual([
      409,
      'text/x.tlog.size',
      '3\n',
    ]);
    expect((await submit(second, bodyOf(3, proofFrom(history, 3n, 4), log.noteOf(history, 4)))).status).toBe(200);
  });

  it('says in both languages what it is, its key, and how far it has seen each log', async () => {
    const other = logNamed('so-cai.example/khac', 9);
    const witness = await start({ logs: [log.key, other.key] });
    await submit(witness, bodyOf(0, [], log.noteOf(history, 3)));
    const page = await (await fetch(witness.url)).text();
    for (const part of ['Bên làm chứng', 'independent witness', 'Thanh tra tỉnh', witness.vkey, `${log.origin}: 3`])
      expect(page).toContain(part);
    expect(page).toContain(`${other.origin}: chưa có gì / nothing yet`);
  });

  it('answers nothing else', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/add-checkpoint`)).status).toBe(405);
    expect((await fetch(`${url}/`, { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await fetch(`${url}/logs/1`)).status).toBe(404);
  });

  it('reads no more than a request can be', async () => {
    const witness = await start();
    expect((await submit(witness, new Uint8Array(maxBodyBytes + 1))).status).toBe(413);
    expect((await submit(witness, new Uint8Array(maxBodyBytes))).status).toBe(400);
  });

  it('lets go of a client that sends its request too slowly', async () => {
    const { url } = await start({ requestTimeoutMs: 50 });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nold 0\n');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    await once(socket, 'close');
    expect(Buffer.concat(chunks).toString()).toContain('408');
  });

  it('says that it cannot record when its records are spoilt, and cosigns nothing', async () => {
    const witness = await start();
    await rm(join(dir, 'logs'), { recursive: true });
    expect((await submit(witness, bodyOf(0, [], log.noteOf(history, 3)))).status).toBe(500);
    expect(faults.splice(0)).toHaveLength(1);
  });

  it('answers what it has taken before it ends', async () => {
    const closing: Promise<void>[] = [];
    // The clock is asked at the moment of signing: the request is in its midst.
    const now = (): string => {
      closing.push(...running.splice(0).map((witness) => witness.close()));
      return at;
    };
    const asked = await start({ clock: { now } });
    const answer = await submit(asked, bodyOf(0, [], log.noteOf(history, 3)));
    expect([answer.status, closing.length]).toEqual([200, 1]);
    expect(await answer.text()).toContain('lam-chung.example/thanh-tra');
    await Promise.all(closing);
    await expect(submit(asked, bodyOf(0, [], log.noteOf(history, 3)))).rejects.toThrow('fetch failed');
  });
});

describe('the key of a witness', () => {
  it('is readable for its owner alone, and not used when others can read it', async () => {
    await start();
    const path = join(dir, 'witness-key');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o640);
    expect(await refusal(start())).toContain('Others can read the key file');
  });

  it('belongs to one name', async () => {
    await start();
    expect(await refusal(start({ name: 'lam-chung.example/khac' }))).toContain('is named lam-chung.example/thanh-tra');
  });

  it('is one when two start first at once', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(two.vkey).toBe(one.vkey);
    expect([one.fresh, two.fresh].filter(Boolean)).toHaveLength(1);
  });

  it('is not replaced when it cannot be read', async () => {
    await start();
    const path = join(dir, 'witness-key');
    const whole = await readFile(path, 'utf8');
    const [name = '', seed = ''] = whole.split('\n');
    for (const spoilt of [
      '',
      `${name}\n`,
      whole.slice(0, -1),
      `${whole}x`,
      `${name}\n${seed.slice(4)}\n`,
      `\n${seed}\n`,
    ]) {
      await writeFile(path, spoilt);
      expect(await refusal(start())).toContain('cannot be read');
    }
  });

  it('does not start over when its records are gone', async () => {
    await (await start()).close();
    running.pop();
    await rm(join(dir, 'logs'), { recursive: true });
    expect(await refusal(start())).toContain('are gone');
  });
});

describe('a witness does not start', () => {
  it('for what is no log', async () => {
    const witnessKey = signerOf('x', new Uint8Array(32).fill(1), () => 0n).publicKey;
    expect(await refusal(start({ logs: [witnessKey] }))).toContain('Not the key of a log');
  });

  it('under a name that is none', async () => {
    expect(await refusal(start({ name: 'hai tên' }))).toContain('without spaces');
  });

  it('on a port that is taken', async () => {
    const { url } = await start();
    expect(await refusal(start({ port: Number(new URL(url).port) }))).toContain('EADDRINUSE');
  });

  it('over damaged records', async () => {
    const witness = await start();
    await submit(witness, bodyOf(0, [], log.noteOf(history, 3)));
    const { createHash } = await import('node:crypto');
    await writeFile(join(dir, 'logs', createHash('sha256').update(log.origin).digest('hex'), '2'), 'torn');
    expect(await refusal(start())).toContain('Records are damaged');
  });
});
