import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SealingRefused } from '#sealing/signer/sealing-refused.ts';
import { eventOf } from '#store/contract/samples.ts';
import type { EventStore } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { openTileLog } from '#sealing/tile-log.ts';
import { appendSamples, SealedLedger, typesIn } from '../../../../test/support/sealed-ledger.ts';

let sealed: SealedLedger;
let store: EventStore;

beforeEach(async () => {
  sealed = await SealedLedger.in();
  store = new MemoryEventStore();
});
afterEach(async () => {
  await store.close();
  await sealed.dispose();
});

const refusalOf = async (round: Promise<unknown>): Promise<SealingRefused> => {
  const outcome = await round.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof SealingRefused) return outcome;
  throw new Error(`not refused: ${String(outcome)}`);
};

/** Another database whose first events are those of this one. */
const restored = async (events: number): Promise<EventStore> => {
  const older = new MemoryEventStore();
  let left = events;
  for await (const { stream, revision: _revision, position: _position, ...event } of store.readAll()) {
    if (left === 0) break;
    await older.append({ stream, expected: 'any', events: [event] });
    left -= 1;
  }
  return older;
};

describe('a round', () => {
  it('names the first key, records the map, and signs a tree over all of it', async () => {
    await appendSamples(store, 0, 3);
    expect(await sealed.seal(store)).toMatchObject({ size: 5n, published: true });
    expect((await typesIn(store)).slice(3)).toEqual(['signing-key.introduced', 'subject-map.recorded']);
    const tiles = await openTileLog(join(sealed.config.dir, 'log/1'));
    expect(await sealed.checkpoint()).toEqual({
      origin: 'so-cai.localhost/ledger',
      size: 5n,
      root: tiles.root(),
      extensions: [],
    });
    expect(await sealed.read('signer/last-signed')).toBe(await sealed.read('log/1/checkpoint'));
    expect(await sealed.read('log/1/checkpoints/5')).toBe(await sealed.read('log/1/checkpoint'));
    expect((await stat(join(sealed.config.dir, 'signing-key'))).mode & 0o777).toBe(0o600);
  });

  it('covers what came since, and records nothing about itself alone', async () => {
    await appendSamples(store, 0, 3);
    await sealed.seal(store);
    expect(await sealed.again()).toMatchObject({ size: 5n, published: false });
    await appendSamples(store, 3, 4);
    expect(await sealed.again()).toMatchObject({ size: 7n, published: true });
    expect(await sealed.again()).toMatchObject({ size: 7n, published: false });
    expect(await sealed.seal(store)).toMatchObject({ size: 7n });
    expect((await typesIn(store)).filter((type) => type === 'subject-map.recorded')).toHaveLength(2);
  });

  it('shows a sign of life when nothing has happened for an hour', async () => {
    await appendSamples(store, 0, 1);
    await sealed.seal(store);
    const note = await sealed.read('log/1/checkpoint');
    sealed.now += 3_599_999;
    expect(await sealed.again()).toMatchObject({ published: false });
    sealed.now += 1;
    expect(await sealed.again()).toMatchObject({ published: true });
    expect(await sealed.read('log/1/checkpoint')).toBe(note);
  });

  it('keeps up with a ledger of many tiles', async () => {
    await store.append({
      stream: 'dossier-long',
      expected: 'no-stream',
      events: Array.from({ length: 2_500 }, (_, n) => eventOf(n)),
    });
    expect(await sealed.seal(store)).toMatchObject({ size: 2_501n, published: true });
    await store.append({
      stream: 'dossier-long',
      expected: 'any',
      events: Array.from({ length: 700 }, (_, n) => eventOf(n + 5_000)),
    });
    expect(await sealed.again()).toMatchObject({
      size: 3_203n,
      published: true,
      map: { standing: { size: 3_202n, behind: 0n } },
    });
  });

  it('signs nothing once another process may be sealing', async () => {
    const { SealingRound, SealingInterrupted } = await import('./sealing-round.ts');
    await appendSamples(store, 0, 1);
    const round = new SealingRound(sealed.partsOver(store));
    await expect(round.run(AbortSignal.abort())).rejects.toThrow(SealingInterrupted);
    await expect(sealed.read('signer/last-signed')).rejects.toThrow('ENOENT');
  });
});

/** Loses an event that it has answered; its counter does not know. */
class HoledStore extends MemoryEventStore {
  gone: bigint | null = null;

  override async readLeaves(range: { fromPosition: bigint; limit: number }): Promise<readonly Uint8Array[]> {
    const leaves = await super.readLeaves(range);
    const { gone } = this;
    return gone === null || gone < range.fromPosition ? leaves : leaves.slice(0, Number(gone - range.fromPosition));
  }
}

describe('a database set back to an older state', () => {
  it('is refused as long as it is shorter than the evidence, and says how much is gone', async () => {
    await appendSamples(store, 0, 4);
    await sealed.seal(store);
    const older = await restored(3);
    const refused = await refusalOf(sealed.seal(older));
    expect(refused).toMatchObject({ code: 'rolled-back', position: 3n });
    expect(refused.sentence.vi).toContain('3 sự kiện');
    expect(refused.sentence.en).toContain('6 are in evidence');
    expect(await typesIn(older)).toHaveLength(3);
  });

  it('is refused when it has grown past the evidence again, with the first event that is another', async () => {
    await appendSamples(store, 0, 4);
    await sealed.seal(store);
    const older = await restored(3);
    await appendSamples(older, 50, 60);
    expect(await refusalOf(sealed.seal(older))).toMatchObject({ code: 'forked', position: 3n });
    expect(await refusalOf(sealed.again())).toMatchObject({ code: 'forked', position: 3n });
  });

  it('is refused when an event in its midst is gone, though those after it kept their numbers', async () => {
    const holed = new HoledStore();
    await appendSamples(holed, 0, 6);
    await sealed.seal(holed);
    holed.gone = 2n;
    expect(await refusalOf(sealed.again())).toMatchObject({ code: 'forked', position: 2n });
    await holed.close();
  });

  it('is found at its first event though thousands follow', async () => {
    const many = (from: number, count: number) => ({
      stream: 'dossier-long',
      expected: 'any' as const,
      events: Array.from({ length: count }, (_, n) => eventOf(n + from)),
    });
    await store.append(many(0, 1_500));
    await sealed.seal(store);
    const older = await restored(700);
    await older.append(many(5_000, 2_000));
    expect(await refusalOf(sealed.seal(older))).toMatchObject({ code: 'forked', position: 700n });
  });

  it('is refused though the tiles were set back with it, in the round that would sign', async () => {
    await appendSamples(store, 0, 4);
    await sealed.seal(store);
    const putBack = await sealed.keep('log/1/tile');
    await appendSamples(store, 4, 8);
    await sealed.again();
    await putBack();
    expect(await refusalOf(sealed.seal(await restored(6)))).toMatchObject({ code: 'rolled-back', position: 6n });
    const other = await restored(6);
    await appendSamples(other, 50, 60);
    expect(await refusalOf(sealed.seal(other))).toMatchObject({ code: 'forked' });
    expect((await sealed.checkpoint()).size).toBe(11n);
  });

  it('is refused when last-signed alone remembers more than the tiles and the database', async () => {
    await appendSamples(store, 0, 4);
    await sealed.seal(store);
    await sealed.remove('log/1/tile');
    expect(await refusalOf(sealed.seal(await restored(5)))).toMatchObject({ code: 'rolled-back', position: 5n });
  });
});

describe('evidence that was changed on disk', () => {
  it('is rebuilt from the database when older or no tiles are there, and proved against what was signed', async () => {
    await appendSamples(store, 0, 300);
    await sealed.seal(store);
    const putBack = await sealed.keep('log/1/tile');
    await appendSamples(store, 300, 600);
    await sealed.again();
    const { root } = await sealed.checkpoint();
    await putBack();
    expect(await sealed.seal(store)).toMatchObject({ size: 603n });
    expect((await sealed.checkpoint()).root).toEqual(root);
    await sealed.remove('log/1/tile');
    expect(await sealed.seal(store)).toMatchObject({ size: 603n });
    expect((await sealed.checkpoint()).root).toEqual(root);
  });

  it('is told from a changed database when the tiles are of another log', async () => {
    const other = await SealedLedger.in();
    const otherStore = new MemoryEventStore();
    await appendSamples(otherStore, 100, 140);
    await other.seal(otherStore);
    const { cp } = await import('node:fs/promises');
    await appendSamples(store, 0, 20);
    await sealed.seal(store);
    await sealed.remove('log/1/tile');
    await cp(join(other.config.dir, 'log/1/tile'), join(sealed.config.dir, 'log/1/tile'), { recursive: true });
    expect(await refusalOf(sealed.seal(store))).toMatchObject({ code: 'tiles-damaged', position: 0n });
    await other.dispose();
  });

  it('is missed when it is gone: a ledger that was sealed does not start anew in an empty folder', async () => {
    await appendSamples(store, 0, 2);
    await sealed.seal(store);
    const elsewhere = await SealedLedger.in();
    expect(await refusalOf(elsewhere.seal(store))).toMatchObject({ code: 'evidence-lost' });
    await elsewhere.dispose();
    await sealed.remove('signer/last-signed');
    expect(await refusalOf(sealed.seal(store))).toMatchObject({ code: 'evidence-lost' });
  });

  it('is of no use when another key signed it, or none', async () => {
    await appendSamples(store, 0, 2);
    await sealed.seal(store);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(sealed.config.dir, 'signer/last-signed'), 'so-cai.localhost/ledger\n1\n\n— x AAAAAAA=\n');
    expect(await refusalOf(sealed.seal(store))).toMatchObject({ code: 'evidence-lost' });
  });
});

describe('the key', () => {
  it('is the one that the ledger names, or nothing is signed', async () => {
    await appendSamples(store, 0, 2);
    await sealed.seal(store);
    const env = { ...sealed.env, LEDGER_SIGNING_KEY: Buffer.alloc(32, 9).toString('base64') };
    const { openSigningKey } = await import('#sealing/signer/signing-key.ts');
    const openKey = () => openSigningKey({ ...sealed.config, signingKey: env.LEDGER_SIGNING_KEY });
    // It cannot open what was signed, either.
    expect(await refusalOf(sealed.seal(store, { openKey }))).toMatchObject({ code: 'other-key' });
  });

  it('is not made again when it is gone', async () => {
    await appendSamples(store, 0, 2);
    await sealed.seal(store);
    await sealed.remove('signing-key');
    await expect(sealed.seal(store)).rejects.toThrow('the signing key is gone');
  });

  it('belongs to one origin', async () => {
    await appendSamples(store, 0, 2);
    await sealed.seal(store);
    const settings = { ...sealed.settings, origin: 'so-cai.example/khac' };
    expect(await refusalOf(sealed.seal(store, { settings }))).toMatchObject({ code: 'other-origin' });
  });
});
