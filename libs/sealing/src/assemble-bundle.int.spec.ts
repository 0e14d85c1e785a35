import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeBundle } from '#evidence/bundle/bundle.ts';
import type { Policy } from '#evidence/bundle/policy.ts';
import type { Verdict } from '#evidence/bundle/verdict.ts';
import { verifyBundle } from '#evidence/bundle/verify-bundle.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import { signerOf } from '#evidence/note/ed25519.ts';
import { formatNote, parseNote, signNote } from '#evidence/note/note.ts';
import { formatCheckpoint, parseCheckpoint } from '#evidence/note/checkpoint.ts';
import { eventOf, idOf } from '#store/contract/samples.ts';
import type { EventStore, NewEvent } from '#store/event-store.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { freshDatabase, type FreshDatabase } from '../../../test/support/postgres.ts';
import { SealedLedger } from '../../../test/support/sealed-ledger.ts';
import { assembleBundle, NotYetProvable } from './assemble-bundle.ts';
import { writeDurably } from './durable-file.ts';
import { evidencePaths, type EvidenceSettings } from './evidence-folder.ts';
import { openSigningKey } from './signer/signing-key.ts';
import { migrateEvidence, openSubjectIndex, type SubjectIndex } from './subject-index.ts';
import { openTileLog } from './tile-log.ts';

type Parts = Awaited<ReturnType<typeof assembleBundle>>;

const witness = signerOf('witness.example/one', new Uint8Array(32).fill(7), () => 1_770_000_000n);
const sealedType = 'consultation.requested';

describe('the parts of a bundle', () => {
  let database: FreshDatabase;
  let store: EventStore;
  let index: SubjectIndex;
  let ledger: SealedLedger;
  let anchor: string | null;
  let settings: EvidenceSettings;

  beforeEach(async () => {
    database = await freshDatabase();
    await migrateLedger(database.ownerUrl);
    await migrateEvidence(database.ownerUrl);
    anchor = null;
    store = openPostgresStore({ appUrl: database.appUrl, anchor: () => anchor });
    index = await openSubjectIndex({ appUrl: database.appUrl });
    ledger = await SealedLedger.in();
    settings = ledger.settings;
  });
  afterEach(async () => {
    await store.close();
    await index.close();
    await ledger.dispose();
    await database.drop();
  });

  /** Event n by officer n modulo 5; every fourth one holds a sealed text. */
  const append = async (from: number, to: number): Promise<void> => {
    const streams = Array.from({ length: to - from }, (_, at) => {
      const n = from + at;
      const event: NewEvent = eventOf(n, {
        actor: { kind: 'officer', id: `cb-${n % 5}` },
        ...(n % 4 === 0 && { type: sealedType, data: { subject: `Về hộ ông ${n}`, questions: [] } }),
      });
      return { stream: `dossier-${n}`, events: [event] };
    });
    await store.importStreams(streams);
  };

  const seal = async (): Promise<bigint> => {
    ledger.now += 60_000;
    await ledger.seal(store, { index });
    return (await ledger.checkpoint()).size;
  };

  const erase = async (n: number): Promise<bigint> => {
    const data = {
      eventId: idOf(n),
      paths: ['/data/subject'],
      subjects: [`officer:cb-${n % 5}`],
      ground: { kind: 'none' },
      document: null,
    };
    const stream = `erasure-${idOf(n)}`;
    const event = eventOf(900_000 + n, { type: 'sealed-field.erased', data, actor: { kind: 'officer', id: 'cb-99' } });
    const { cursor } = await store.append({ stream, expected: 'no-stream', events: [event] });
    const position = await store.positionOf(cursor);
    await store.erase(position);
    return position;
  };

  const assemble = (...subjects: readonly string[]): Promise<Parts> =>
    assembleBundle({ store, index, settings, subjects });

  const verify = async (parts: Parts, changes: Partial<Policy> = {}): Promise<Verdict> => {
    const origin = (await ledger.read('log/1/origin')).trimEnd();
    const signer = (await openSigningKey(ledger.config)).signerFor(origin);
    const bundle = writeBundle({ ...parts, report: null, madeAt: '2026-03-02T02:00:00.000Z' }, signer);
    const policy = { logs: [signer.publicKey], witnesses: [], quorum: 0, timestampRoots: [], timestampRequired: false };
    return verifyBundle(bundle, { ...policy, ...changes });
  };

  const refusal = (...subjects: readonly string[]): Promise<unknown> =>
    assemble(...subjects).then(
      () => 'assembled',
      (error: unknown) => (error instanceof NotYetProvable ? error.why : error),
    );

  const sizeOf = ({ checkpoint }: { readonly checkpoint: string }): bigint => {
    const parsed = parseCheckpoint(`${checkpoint.split('\n').slice(0, 3).join('\n')}\n`);
    return parsed.ok ? parsed.checkpoint.size : -1n;
  };

  it('make a bundle that is intact, with every event of the subjects and none of others', async () => {
    await append(0, 1_300);
    await seal();
    const parts = await assemble('officer:cb-3', 'dossier:7');
    const own = Array.from({ length: 1_300 }, (_, n) => n).filter((n) => n % 5 === 3 || n === 7);
    // The map is recorded after the events and what the signer said of its key.
    expect(parts.events.slice(0, -1).map(({ position }) => Number(position))).toEqual(own);
    expect(parts.events.at(-1)?.canonical).toContain('"type":"subject-map.recorded"');
    expect(parts.subjects.map(({ name, chain }) => [name, chain.count])).toEqual([
      ['dossier:7', 1n],
      ['officer:cb-3', 260n],
    ]);
    const verdict = await verify(parts);
    expect(verdict).toMatchObject({ verdict: 'intact', findings: [] });
    expect(verdict.subjects).toEqual([
      { name: 'dossier:7', count: 1n },
      { name: 'officer:cb-3', count: 260n },
    ]);
  });

  it('are still there when nothing but the evidence itself has happened since', async () => {
    await append(0, 30);
    await seal();
    const first = await assemble('officer:cb-2');
    ledger.now += 7_200_000;
    await ledger.again();
    await seal();
    expect((await assemble('officer:cb-2')).subjects).toEqual(first.subjects);
    await append(30, 40);
    await seal();
    const later = await assemble('officer:cb-2');
    expect(later.events).toHaveLength(8 + 1);
    expect(await verify(later)).toMatchObject({ verdict: 'intact' });
  });

  it('are not yet there before a checkpoint is over the map, nor for a subject nobody has heard of', async () => {
    expect(await refusal('officer:cb-1')).toBe('no-checkpoint');
    await append(0, 20);
    await seal();
    expect(await refusal('officer:stranger')).toBe('unknown-subject');
    await append(20, 21);
    await index.extend(await rawFrom((await index.state()).size));
    expect(await refusal('officer:cb-1')).toBe('map-not-covered');
    await seal();
    await rm(evidencePaths.checkpointOf(settings.folder, 1, (await ledger.checkpoint()).size));
    expect(await refusal('officer:cb-1')).toBe('map-not-covered');
  });

  const rawFrom = async (fromPosition: bigint) => {
    const events = [];
    for await (const event of store.readRaw({ fromPosition })) events.push(event);
    return events;
  };

  describe('with texts that were erased', () => {
    it('hold the erasure, though it is no event of the subject and came after the map', async () => {
      await append(0, 30);
      await seal();
      const position = await erase(8);
      expect(await refusal('dossier:8')).toBe('erasure-not-covered');
      await seal();
      const parts = await assemble('dossier:8');
      expect(parts.events.map((event) => event.position)).toContain(position);
      const verdict = await verify(parts);
      expect(verdict).toMatchObject({
        verdict: 'intact',
        erased: [{ position: 8n, path: '/data/subject', erasedAt: position }],
      });
    });

    it('hold an erasure that only the checkpoint is over, and not yet the map', async () => {
      await append(0, 30);
      await seal();
      const position = await erase(8);
      const tiles = await openTileLog(evidencePaths.log(settings.folder, 1));
      await tiles.append((await rawFrom(tiles.size)).map(({ leaf }) => leaf));
      const origin = (await ledger.read('log/1/origin')).trimEnd();
      const signer = (await openSigningKey(ledger.config)).signerFor(origin);
      const text = formatCheckpoint({ origin, size: tiles.size, root: tiles.root(), extensions: [] });
      await writeDurably(evidencePaths.checkpointOf(settings.folder, 1, tiles.size), signNote(text, [signer]));
      const parts = await assemble('dossier:8');
      expect(parts.events.at(-1)?.position).toBe(position);
      expect(await verify(parts)).toMatchObject({ verdict: 'intact', erased: [{ position: 8n, erasedAt: position }] });
    });

    it('hold openings of all other texts, which open them', async () => {
      await append(0, 30);
      await erase(8);
      await seal();
      const { events } = await assemble('officer:cb-3');
      const openings = events.flatMap((event) => event.openings.map(({ value }) => value));
      expect(openings).toEqual(['Về hộ ông 28']);
    });
  });

  describe('with witnesses', () => {
    const cosign = async (size: bigint): Promise<void> => {
      const path = evidencePaths.checkpointOf(settings.folder, 1, size);
      const parsed = parseNote(new TextEncoder().encode(await ledger.read(`log/1/checkpoints/${size}`)));
      if (!parsed.ok) throw new Error(parsed.reason);
      const { text, signatures } = parsed.note;
      const { name, keyId } = witness;
      const cosigned = [...signatures, { name, keyId, signature: witness.sign(text) }];
      await writeFile(path, formatNote({ text, signatures: cosigned }));
    };

    beforeEach(() => {
      settings = { ...settings, witnesses: [{ url: 'http://witness.example/', key: witness.publicKey }], quorum: 1 };
    });

    it('rest on the newest checkpoint that enough have cosigned, else on the newest', async () => {
      await append(0, 20);
      const first = await seal();
      await store.append({
        stream: 'evidence-log',
        expected: 'any',
        events: [eventOf(500, { type: 'checkpoint.time-stamped', data: tokenData })],
      });
      const second = await seal();
      expect(second).toBeGreaterThan(first);
      expect(sizeOf(await assemble('officer:cb-1'))).toBe(second);
      await cosign(first);
      const parts = await assemble('officer:cb-1');
      expect(sizeOf(parts)).toBe(first);
      const { publicKey: key } = witness;
      expect(await verify(parts, { witnesses: [{ key, operator: 'Thanh tra' }], quorum: 1 })).toMatchObject({
        verdict: 'intact',
        witnesses: [{ operator: 'Thanh tra' }],
      });
      await cosign(second);
      expect(sizeOf(await assemble('officer:cb-1'))).toBe(second);
    });

    const tokenData = { origin: 'elsewhere', size: '1', root: '', token: '', stampedAt: '2026-03-02T01:00:00.000Z' };
  });

  describe('with time stamps', () => {
    const stamp = async (size: bigint): Promise<Buffer> => {
      const token = Buffer.from(`token over ${size}`);
      await mkdir(`${evidencePaths.log(settings.folder, 1)}/tokens`, { recursive: true });
      await writeFile(evidencePaths.tokenOf(settings.folder, 1, size), token);
      anchor = toBase64(createHash('sha256').update(token).digest());
      return token;
    };

    it('hold the token that events name and the first one over each, with the growth between proved', async () => {
      await append(0, 20);
      const sizes = [await seal()];
      await stamp(sizes[0] ?? 0n);
      for (const round of [1, 2, 3, 4, 5]) {
        await append(20 * round, 20 * round + 20);
        const size = await seal();
        sizes.push(size);
        await stamp(size);
      }
      const parts = await assemble('dossier:40');
      // Dossier 40 came between the second and the third, the record of the map between the last two.
      const needed = [1, 2, 4, 5].map((at) => sizes[at] ?? 0n);
      expect(parts.tokens.map(sizeOf)).toEqual(needed);
      expect(parts.tokens.map(({ token }) => Buffer.from(token).toString())).toEqual(
        needed.map((size) => `token over ${size}`),
      );
      expect(parts.tokens.at(-1)?.consistency).toEqual([]);
      expect(await verify(parts)).toMatchObject({ verdict: 'intact', findings: [] });
    });
  });
});
