import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { formatSignature, parseNote } from '#evidence/note/note.ts';
import { signerOf, verifierOf } from '#evidence/note/ed25519.ts';
import type { CosignedTree } from '#sealing/signer/cosigner.ts';
import { startWitness, type RunningWitness } from '../../../cli/src/witness/witness-server.ts';
import { logNamed, proofFrom, type Telling } from '../../../../test/support/lying-log.ts';
import { witnessCosigner, type WitnessCosigner } from './witnesses.ts';

const log = logNamed('so-cai.example/tinh');
const history: Telling = { branch: 'a', shared: 0 };
const forked: Telling = { branch: 'b', shared: 2 };
const now = '2026-07-01T02:03:04.000Z';
const seconds = BigInt(Date.parse(now) / 1000);
const clock = { now: () => now };
const fakeKey = signerOf('lam-chung.example/gia', new Uint8Array(32).fill(5), () => seconds);

let home: string;
const running: RunningWitness[] = [];
const servers: Server[] = [];

const realWitness = async (name: string): Promise<RunningWitness> => {
  const dir = await mkdtemp(join(home, 'dir-'));
  const witness = await startWitness({ dir, port: 0, host: '127.0.0.1', name, logs: [log.key], clock });
  running.push(witness);
  return witness;
};

/** A witness that answers as it is told. */
const fakeWitness = async (answer: RequestListener): Promise<string> => {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const treeOf = (telling: Telling, size: number): CosignedTree => ({
  size: BigInt(size),
  consistency: async (from) => proofFrom(telling, from, size),
});

const asking = (of: WitnessCosigner, telling: Telling, size: number) =>
  of.cosign(log.noteOf(telling, size), treeOf(telling, size));

const configured = (
  witnesses: readonly { readonly url: string; readonly publicKey: typeof log.key }[],
  timeoutMs = 5_000,
) => witnessCosigner({ witnesses: witnesses.map(({ url, publicKey: key }) => ({ url, key })), clock, timeoutMs });

const verifies = (line: string, telling: Telling, size: number, key: typeof log.key): boolean => {
  const note = parseNote(new TextEncoder().encode(`${new TextDecoder().decode(log.noteOf(telling, size))}${line}`));
  const verifier = verifierOf(key);
  return (
    note.ok &&
    note.note.signatures.some((own) => own.keyId === verifier.keyId && verifier.verify(note.note.text, own.signature))
  );
};

const textIn = async (request: IncomingMessage): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
};
/** What a request asks to be cosigned. */
const noteTextIn = (body: string): string => `${body.slice(body.indexOf('\n\n') + 2).split('\n\n')[0] ?? ''}\n`;

const lineBy = (signer: typeof fakeKey, text: string): string =>
  formatSignature({ name: signer.name, keyId: signer.keyId, signature: signer.sign(text) });

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cosigner-'));
});
afterEach(async () => {
  for (const witness of running.splice(0)) await witness.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('witnesses over a socket', () => {
  it('cosign a growing log, from whatever each of them knows, and the same head again', async () => {
    const [one, two] = [await realWitness('w.example/1'), await realWitness('w.example/2')];
    await asking(configured([one]), history, 3);
    const cosigner = configured([one, two]);
    for (const size of [5, 9, 9, 20]) {
      const lines = await asking(cosigner, history, size);
      expect(lines.map((line) => line.split(' ')[1])).toEqual(['w.example/1', 'w.example/2']);
      expect(verifies(lines[0] ?? '', history, size, one.publicKey)).toBe(true);
      expect(verifies(lines[1] ?? '', history, size, two.publicKey)).toBe(true);
    }
    expect(cosigner.standings()).toEqual(
      [one, two].map(({ url, publicKey }) => ({
        name: publicKey.name,
        url,
        cosignedAt: now,
        knownSize: 20n,
        fault: null,
      })),
    );
  });

  it('do not cosign a history that parts from what they know, nor one that is shorter', async () => {
    const witness = await realWitness('w.example/1');
    const cosigner = configured([witness]);
    await asking(cosigner, history, 5);
    expect(await asking(cosigner, forked, 8)).toEqual([]);
    expect(cosigner.standings()).toMatchObject([{ fault: 'it answered 422' }]);
    expect(await asking(cosigner, forked, 5)).toEqual([]);
    expect(cosigner.standings()).toMatchObject([{ fault: 'it has seen another tree of 5 leaves' }]);
    expect(await asking(cosigner, history, 4)).toEqual([]);
    expect(cosigner.standings()).toMatchObject([
      { fault: expect.stringContaining('5 leaves of this log, more than the 4') },
    ]);
    expect(await asking(cosigner, history, 6)).toHaveLength(1);
  });

  it('that are away, or do not know the log, cost their own lines alone', async () => {
    const there = await realWitness('w.example/1');
    const gone = await realWitness('w.example/2');
    await gone.close();
    running.pop();
    const cosigner = configured([gone, there]);
    expect(await asking(cosigner, history, 5)).toHaveLength(1);
    expect(cosigner.standings()).toMatchObject([
      { cosignedAt: null, fault: expect.stringContaining('not reached') },
      { cosignedAt: now, fault: null },
    ]);
    const other = logNamed('so-cai.example/khac', 9);
    expect(await cosigner.cosign(other.noteOf(history, 5), treeOf(history, 5))).toEqual([]);
    expect(cosigner.standings()[1]).toMatchObject({ fault: 'it answered 404' });
  });

  it('are spoken of when they begin to fail and when they are well again, not each time', async () => {
    const said: (string | null)[] = [];
    let awake = false;
    const url = await fakeWitness((request, response) => {
      void textIn(request).then((body) => {
        if (awake) response.end(lineBy(fakeKey, noteTextIn(body)));
        else response.writeHead(503).end();
      });
    });
    const witnesses = [{ url, key: fakeKey.publicKey }];
    const cosigner = witnessCosigner({ witnesses, clock, onChange: ({ fault }) => said.push(fault) });
    for (const size of [3, 4, 5, 6]) {
      awake = size > 4;
      await asking(cosigner, history, size);
    }
    expect(said).toEqual(['it answered 503', null]);
  });

  it('are asked as if anew about another log', async () => {
    const bodies: string[] = [];
    const url = await fakeWitness((request, response) => {
      void textIn(request).then((body) => {
        bodies.push(body.split('\n')[0] ?? '');
        response.end(lineBy(fakeKey, noteTextIn(body)));
      });
    });
    const cosigner = configured([{ url, publicKey: fakeKey.publicKey }]);
    await asking(cosigner, history, 5);
    await cosigner.cosign(logNamed('so-cai.example/tinh/2').noteOf(history, 8), treeOf(history, 8));
    await cosigner.cosign(logNamed('so-cai.example/tinh/2').noteOf(history, 9), treeOf(history, 9));
    expect(bodies).toEqual(['old 0', 'old 0', 'old 8']);
  });
});

describe('a hostile witness', () => {
  const otherKey = signerOf('lam-chung.example/gia', new Uint8Array(32).fill(6), () => seconds);
  const future = signerOf('lam-chung.example/gia', new Uint8Array(32).fill(5), () => seconds + 601n);
  const past = signerOf('lam-chung.example/gia', new Uint8Array(32).fill(5), () => seconds - 601n);
  const oldText = new TextDecoder().decode(log.noteOf(history, 3)).split('\n\n')[0] ?? '';

  const lies: readonly (readonly [what: string, answer: (text: string) => string, fault: string])[] = [
    ['signs with another key', (text) => lineBy(otherKey, text), 'no cosignature of its configured key'],
    [
      'signs with another key under the id of its own',
      (text) => formatSignature({ name: fakeKey.name, keyId: fakeKey.keyId, signature: otherKey.sign(text) }),
      'does not fit the text',
    ],
    ['gives an old cosignature again', () => lineBy(fakeKey, `${oldText}\n`), 'does not fit the text'],
    ['gives a cosignature of the same text from long ago', (text) => lineBy(past, text), 'off by -601 seconds'],
    ['gives a cosignature from the future', (text) => lineBy(future, text), 'off by 601 seconds'],
    ['answers garbage', () => 'garbage\n', 'malformed'],
    ['answers nothing', () => '', 'signature line is malformed'],
    ['answers another note', (text) => `x\n\n${lineBy(fakeKey, text)}`, 'not signature lines'],
    ['answers a cosignature among garbage', (text) => `${lineBy(fakeKey, text)}garbage\n`, 'malformed'],
  ];

  it.each(lies)('that %s gives none', async (_, answer, fault) => {
    const url = await fakeWitness((request, response) => {
      void textIn(request).then((body) => response.end(answer(noteTextIn(body))));
    });
    const cosigner = configured([{ url, publicKey: fakeKey.publicKey }]);
    expect(await asking(cosigner, history, 5)).toEqual([]);
    expect(cosigner.standings()).toMatchObject([{ cosignedAt: null, fault: expect.stringContaining(fault) }]);
  });

  it('may sign with keys besides its own: only its own line is taken', async () => {
    const url = await fakeWitness((request, response) => {
      void textIn(request).then((body) => {
        const text = noteTextIn(body);
        response.end(`${lineBy(otherKey, text)}${lineBy(fakeKey, text)}`);
      });
    });
    const [line = '', ...more] = await asking(configured([{ url, publicKey: fakeKey.publicKey }]), history, 5);
    expect(more).toEqual([]);
    expect(verifies(line, history, 5, fakeKey.publicKey)).toBe(true);
  });

  const refusals: readonly (readonly [what: string, type: string, body: string, fault: string])[] = [
    ['without saying its size', 'text/plain', '3\n', 'without the size'],
    ['with a size of no number', 'text/x.tlog.size', 'three\n', 'without the size'],
    ['with a size beyond 64 bits', 'text/x.tlog.size', '18446744073709551616\n', 'without the size'],
    ['with a size that is not ended', 'text/x.tlog.size', '3', 'without the size'],
    ['with a size it refuses, too', 'text/x.tlog.size', '3\n', '409 twice'],
    ['with a size larger than the tree', 'text/x.tlog.size', '6\n', 'more than the 5'],
  ];

  it.each(refusals)('that answers 409 %s is asked at most twice', async (_, type, body, fault) => {
    let asked = 0;
    const url = await fakeWitness((request, response) => {
      asked += 1;
      request.resume();
      response.writeHead(409, { 'Content-Type': type }).end(body);
    });
    const cosigner = configured([{ url, publicKey: fakeKey.publicKey }]);
    expect(await asking(cosigner, history, 5)).toEqual([]);
    expect(cosigner.standings()).toMatchObject([{ fault: expect.stringContaining(fault) }]);
    expect(asked).toBe(fault === '409 twice' ? 2 : 1);
  });

  it('that sends its askers elsewhere is not followed', async () => {
    let reached = 0;
    const elsewhere = await fakeWitness((request, response) => {
      reached += 1;
      void textIn(request).then((body) => response.end(lineBy(fakeKey, noteTextIn(body))));
    });
    const url = await fakeWitness((request, response) => {
      request.resume();
      response.writeHead(307, { Location: `${elsewhere}/add-checkpoint` }).end();
    });
    const cosigner = configured([{ url, publicKey: fakeKey.publicKey }]);
    expect(await asking(cosigner, history, 5)).toEqual([]);
    expect([reached, cosigner.standings()[0]?.fault]).toEqual([0, 'it answered 307']);
  });

  it('that never ends its answer is let go at a bound', async () => {
    const url = await fakeWitness((request, response) => {
      request.resume();
      response.on('error', () => undefined);
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(4096)));
        response.once('drain', more);
      };
      more();
    });
    const cosigner = configured([{ url, publicKey: fakeKey.publicKey }]);
    expect(await asking(cosigner, history, 5)).toEqual([]);
    expect(cosigner.standings()).toMatchObject([{ fault: 'its answer is larger than 16384 bytes' }]);
  });

  it('that keeps silent does not hold up the others longer than its time', async () => {
    const silent = await fakeWitness((request) => void request.resume());
    const there = await realWitness('w.example/1');
    const cosigner = configured([{ url: silent, publicKey: fakeKey.publicKey }, there], 300);
    expect(await asking(cosigner, history, 5)).toHaveLength(1);
    expect(cosigner.standings()[0]).toMatchObject({ fault: 'it did not answer within 300 ms' });
  });
});

describe('whoever asks', () => {
  it('gets no lines for a note that is none, and asks nobody', async () => {
    const cosigner = configured([{ url: 'http://127.0.0.1:1', publicKey: fakeKey.publicKey }]);
    expect(await cosigner.cosign(new TextEncoder().encode('none'), treeOf(history, 5))).toEqual([]);
    expect(cosigner.standings()).toMatchObject([{ fault: null }]);
  });

  it('whose own proof fails gets no line, and no failure', async () => {
    const witness = await realWitness('w.example/1');
    await asking(configured([witness]), history, 3);
    const cosigner = configured([witness]);
    const tree = { size: 5n, consistency: () => Promise.reject(new Error('the tiles are damaged')) };
    expect(await cosigner.cosign(log.noteOf(history, 5), tree)).toEqual([]);
    expect(cosigner.standings()).toMatchObject([{ fault: 'the tiles are damaged' }]);
  });
});
