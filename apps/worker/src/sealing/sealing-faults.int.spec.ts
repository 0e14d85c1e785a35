import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatPublicKey, signerOf } from '#evidence/note/ed25519.ts';
import { formatNote, parseNote, signNote } from '#evidence/note/note.ts';
import type { Cosigner } from '#sealing/signer/cosigner.ts';
import type { TimestampSource } from '#sealing/signer/timestamp-source.ts';
import { verifyConsistency } from '#evidence/tree/consistency.ts';
import type { EventStore } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { openTileLog } from '#sealing/tile-log.ts';
import { appendSamples, SealedLedger, typesIn } from '../../../../test/support/sealed-ledger.ts';
import type { SealingParts, SealingStep } from './round-parts.ts';

let sealed: SealedLedger;
let store: EventStore;

const witnessKey = signerOf('w1.example', new Uint8Array(32).fill(5), () => 1_772_413_200n);
const env = { LEDGER_WITNESSES: `http://w1.example=${formatPublicKey(witnessKey.publicKey)}` };

beforeEach(async () => {
  sealed = await SealedLedger.in(env);
  store = new MemoryEventStore();
});
afterEach(async () => {
  await store.close();
  await sealed.dispose();
});

const textOf = (note: Uint8Array): string => {
  const parsed = parseNote(note);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.note.text;
};
const lineOver = (text: string, signer = witnessKey): string => {
  const parsed = parseNote(signNote(text, [signer]));
  return parsed.ok ? formatNote({ text: '\n', signatures: parsed.note.signatures }).slice(2) : '';
};

/** Keeps every note it was shown, as a witness does that remembers what it cosigned. */
class RememberingWitness implements Cosigner {
  readonly seen: { readonly size: bigint; readonly root: string; readonly text: string }[] = [];
  awake = true;

  cosign: Cosigner['cosign'] = async (note, { size, consistency }) => {
    const text = textOf(note);
    const root = text.split('\n')[2] ?? '';
    const last = this.seen.at(-1);
    if (last !== undefined && last.size > 0n) {
      const [root1, root2] = [last.root, root].map((each) => new Uint8Array(Buffer.from(each, 'base64')));
      const proof = await consistency(last.size);
      const checked = verifyConsistency({
        size1: last.size,
        size2: size,
        root1: root1 ?? new Uint8Array(),
        root2: root2 ?? new Uint8Array(),
        proof,
      });
      if (!checked.ok) throw new Error(checked.reason);
    }
    this.seen.push({ size, root, text });
    return this.awake ? [lineOver(text)] : [];
  };
}

/** A token is the time and the bytes; stands in for an authority. */
const stamping = (at: () => number, fails = () => false): TimestampSource => ({
  stamp: (bytes) =>
    fails()
      ? Promise.reject(new Error('authority away'))
      : Promise.resolve(new TextEncoder().encode(`${at()}|${new TextDecoder().decode(bytes)}`)),
  timeOf: (token) => new Date(Number(new TextDecoder().decode(token).split('|')[0])),
});

describe('a crash', () => {
  const steps: readonly SealingStep[] = [
    'log-begun',
    'key-recorded',
    'map-recorded',
    'tiles-fed',
    'signed',
    'cosigned',
    'published',
    'token-saved',
    'token-recorded',
  ];
  const crashAt = (fatal: SealingStep): Partial<SealingParts> => ({
    reached: (step) => {
      if (step === fatal) throw new Error(`crash after ${step}`);
    },
  });

  it.each(steps)('after "%s" costs that round alone', async (step) => {
    const witness = new RememberingWitness();
    const parts = { cosigner: witness, timestamps: stamping(() => sealed.now) };
    await appendSamples(store, 0, 3);
    await sealed.seal(store, { ...parts, ...crashAt(step) }).catch(() => undefined);
    await appendSamples(store, 3, 5);
    sealed.now += 60_000;
    await sealed.seal(store, { ...parts, ...crashAt(step) }).catch(() => undefined);
    await appendSamples(store, 5, 6);
    sealed.now += 60_000;
    await sealed.seal(store, parts);
    const result = await sealed.again();
    // The witness refused no tree: whatever it saw of the rounds that crashed is part of what followed.
    const bySize = new Map(witness.seen.map(({ size, text }) => [size, text]));
    for (const { size, text } of witness.seen) expect(bySize.get(size)).toBe(text);
    expect(result.size).toBe((await store.headPosition()) + 1n);
    expect((await sealed.checkpoint()).size).toBe(result.size);
    const types = await typesIn(store);
    expect(types.filter((type) => type === 'dossier.noted')).toHaveLength(6);
    expect(types.filter((type) => type === 'signing-key.introduced')).toHaveLength(1);
    expect(types.filter((type) => type === 'checkpoint.time-stamped')).toHaveLength(1);
    const tiles = await openTileLog(join(sealed.config.dir, 'log/1'));
    const leaves = await tiles.leaves(0n, tiles.size);
    let position = 0;
    for await (const { leaf } of store.readRaw()) expect(leaves[position++]).toEqual(leaf);
  });
});

describe('witnesses', () => {
  it('have their cosignatures published with the note, and nothing else that they send', async () => {
    await appendSamples(store, 0, 2);
    const impostor = signerOf('w1.example', new Uint8Array(32).fill(6), () => 1n);
    const cosign: Cosigner['cosign'] = (note) =>
      Promise.resolve([
        'nonsense',
        lineOver(textOf(note), impostor),
        lineOver('another text\n'),
        lineOver(textOf(note)),
        lineOver(textOf(note)),
      ]);
    expect(await sealed.seal(store, { cosigner: { cosign } })).toMatchObject({ missing: [] });
    expect((await sealed.read('log/1/checkpoint')).match(/— /g)).toHaveLength(2);
    expect((await sealed.read('signer/last-signed')).match(/— /g)).toHaveLength(1);
    expect((await sealed.checkpoint()).size).toBe(4n);
  });

  it('that are away stop nothing; they are asked again after a minute, and those that answered keep their place', async () => {
    await appendSamples(store, 0, 2);
    const witness = new RememberingWitness();
    witness.awake = false;
    expect(await sealed.seal(store, { cosigner: witness })).toMatchObject({ published: true, missing: ['w1.example'] });
    witness.awake = true;
    sealed.now += 59_999;
    expect(await sealed.again()).toMatchObject({ published: false, missing: ['w1.example'] });
    sealed.now += 1;
    expect(await sealed.again()).toMatchObject({ published: true, missing: [] });
    witness.awake = false;
    sealed.now += 3_600_000;
    expect(await sealed.again()).toMatchObject({ published: true, missing: [] });
  });

  it('stop nothing even when asking them fails', async () => {
    await appendSamples(store, 0, 2);
    const cosigner: Cosigner = { cosign: () => Promise.reject(new Error('out of memory')) };
    expect(await sealed.seal(store, { cosigner })).toMatchObject({ published: true, missing: ['w1.example'] });
  });
});

describe('time stamps', () => {
  it('are over the text of the published checkpoint, saved first, then named by the ledger', async () => {
    await appendSamples(store, 0, 2);
    await sealed.seal(store, { timestamps: stamping(() => sealed.now) });
    const token = await sealed.read('log/1/tokens/4');
    expect(token).toBe(`${sealed.now}|${textOf(Buffer.from(await sealed.read('log/1/checkpoint')))}`);
    expect((await typesIn(store)).at(-1)).toBe('checkpoint.time-stamped');
    expect(await sealed.again()).toMatchObject({ size: 5n, published: true });
    expect(await sealed.again()).toMatchObject({ size: 5n, published: false });
  });

  it('come once per interval, and stop nothing when they fail', async () => {
    await appendSamples(store, 0, 2);
    let away = true;
    const timestamps = stamping(
      () => sealed.now,
      () => away,
    );
    const stamped = async () => (await typesIn(store)).filter((type) => type === 'checkpoint.time-stamped').length;
    expect(await sealed.seal(store, { timestamps })).toMatchObject({ published: true, stampFault: 'authority away' });
    away = false;
    expect(await sealed.again()).toMatchObject({ stampFault: 'authority away' });
    sealed.now += 60_000;
    expect(await sealed.again()).toMatchObject({ stampFault: null });
    expect(await stamped()).toBe(1);
    await appendSamples(store, 2, 3);
    sealed.now += 3_599_999;
    await sealed.again();
    expect(await stamped()).toBe(1);
    sealed.now += 1;
    await sealed.again();
    expect(await stamped()).toBe(2);
  });
});

describe('a clock that is set back', () => {
  const day = 86_400_000;

  it('silences neither the sign of life nor the asking of witnesses', async () => {
    await appendSamples(store, 0, 2);
    const witness = new RememberingWitness();
    witness.awake = false;
    await sealed.seal(store, { cosigner: witness });
    sealed.now -= day;
    witness.awake = true;
    expect(await sealed.again()).toMatchObject({ published: true, missing: [] });
    expect(await sealed.again()).toMatchObject({ published: false });
    sealed.now -= day;
    expect(await sealed.again()).toMatchObject({ published: true });
  });

  it('does not keep the ledger without time stamps, nor ask for one every round', async () => {
    await appendSamples(store, 0, 2);
    const authority = sealed.now;
    let asked = 0;
    const timestamps = stamping(() => {
      asked += 1;
      return authority + asked;
    });
    await sealed.seal(store, { timestamps });
    sealed.now -= day;
    await sealed.again();
    const before = asked;
    expect(before).toBe(2);
    sealed.now += 3_599_999;
    await sealed.again();
    expect(asked).toBe(before);
    sealed.now += 1;
    await sealed.again();
    expect(asked).toBe(before + 1);
  });
});
