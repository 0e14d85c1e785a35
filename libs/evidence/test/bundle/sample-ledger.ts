import { createHash } from 'node:crypto';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { writeBundle, type BundleEvent, type BundleParts } from '../../src/bundle/bundle.ts';
import type { Policy } from '../../src/bundle/policy.ts';
import { canonicalize } from '../../src/canonical-json.ts';
import { leafHash } from '../../src/leaf.ts';
import { toBase64 } from '../../src/note/base64.ts';
import { formatCheckpoint } from '../../src/note/checkpoint.ts';
import { signerOf } from '../../src/note/ed25519.ts';
import { signNote, type NoteSigner } from '../../src/note/note.ts';
import { commitmentTo, type Opening } from '../../src/sealed/sealed-field.ts';
import { emptyChain, extendChain, type ChainHead } from '../../src/subject/chain.ts';
import { mapProof, mapRoot, subjectKey, type MapLeaf } from '../../src/subject/map.ts';
import { subjectRule, subjectsOf } from '../../src/subject/subjects-of.ts';
import { strangerRanges } from '../../src/tree/joint-inclusion.ts';
import { emptyRoot } from '../../src/tree/node.ts';
import { consistencyRanges, Frontier, type LeafRange } from '../../src/tree/ranges.ts';

export const origin = 'so-cai.example/thu';
const seed = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());
export const log = signerOf(origin, seed('log'));
export const otherLog = signerOf(origin, seed('someone else'));
export const witness = signerOf('nhan-chung.example/1', seed('witness'), () => 1_767_000_000n);
export const secondWitness = signerOf('nhan-chung.example/2', seed('witness 2'), () => 1_767_000_001n);

/** An authority of time stamps with its root. */
const rootKeys = build.ecKeys();
const root = build.certify({
  commonName: 'Root',
  keys: rootKeys,
  issuer: null,
  extensions: [build.authority(), build.keyUsage(0x04)],
});
const stamper = build.certify({
  commonName: 'Stamper',
  keys: build.ecKeys(),
  issuer: root,
  serial: 2,
  extensions: [build.purposes(true, build.stampingPurpose)],
});
export const stampRoot = root.certificate;

/** A token over the text at a moment such as `20260102030405Z`. */
export const tokenOver = (text: string, time: string): Uint8Array => {
  const stamped = new TextEncoder().encode(text);
  return build.token({ signer: stamper, info: build.tstInfo({ stamped, time: build.generalized(time) }) });
};

export const policy: Policy = {
  logs: [log.publicKey],
  witnesses: [{ key: witness.publicKey, operator: 'Thanh tra' }],
  quorum: 1,
  timestampRoots: [],
  timestampRequired: false,
};

export type Act = {
  readonly stream: string;
  readonly officer: string;
  readonly reason?: string;
  readonly data?: object;
  readonly type?: string;
  readonly occurredAt?: string;
  readonly recordedAt?: string;
  readonly anchor?: string | null;
};

const moment = (position: number): string => new Date(Date.UTC(2026, 0, 1) + position * 60_000).toISOString();
const idOf = (position: number): string => `00000000-0000-7000-8000-${String(position).padStart(12, '0')}`;

/** A ledger in memory, small and slow, that says of itself everything a bundle holds. */
export class SampleLedger {
  readonly events: BundleEvent[] = [];

  get size(): number {
    return this.events.length;
  }

  get leaves(): readonly Uint8Array[] {
    return this.events.map(({ canonical }) => leafHash(new TextEncoder().encode(canonical)));
  }

  idAt(position: number): string {
    return idOf(position);
  }

  append({ stream, officer, reason, data = {}, type = 'dossier.handed-off', ...times }: Act): number {
    const position = this.size;
    const salt = seed(`salt ${position}`);
    const openings: Opening[] = reason === undefined ? [] : [{ path: '/data/reason', salt, value: reason }];
    const envelope = {
      actor: { kind: 'officer', id: officer },
      capacity: 'own',
      causationId: null,
      correlationId: idOf(position),
      data: { ...data, ...(reason !== undefined && { reason: commitmentTo(salt, reason) }) },
      id: idOf(position),
      occurredAt: moment(position),
      provenance: { kind: 'entered' },
      recordedAt: moment(position),
      stream,
      type,
      unit: 'so-xay-dung',
      version: 1,
      ...times,
    };
    this.events.push({ position: BigInt(position), canonical: canonicalize(envelope), openings });
    return position;
  }

  erase(position: number, subjects: readonly string[]): number {
    const at = this.append({
      stream: `erasure-${idOf(position)}`,
      officer: 'cb-99',
      type: 'sealed-field.erased',
      data: {
        eventId: idOf(position),
        paths: ['/data/reason'],
        subjects,
        ground: { text: 'x', clause: null },
        document: null,
      },
    });
    const erased = this.events[position];
    if (erased) this.events[position] = { ...erased, openings: [] };
    return at;
  }

  chains(size = this.size): ReadonlyMap<string, ChainHead> {
    const chains = new Map<string, ChainHead>();
    const { leaves } = this;
    for (const { position, canonical } of this.events.slice(0, size))
      for (const subject of subjectsOf(JSON.parse(canonical)))
        chains.set(
          subject,
          extendChain(chains.get(subject) ?? emptyChain, position, leaves[Number(position)] ?? emptyRoot),
        );
    return chains;
  }

  mapLeaves(size = this.size): readonly MapLeaf[] {
    const leaves = [...this.chains(size)].map(([subject, chain]) => ({ key: subjectKey(subject), chain }));
    return leaves.sort((one, other) => Buffer.compare(one.key, other.key));
  }

  recordMap(change: object = {}): number {
    const data = {
      origin,
      size: String(this.size),
      root: toBase64(mapRoot(this.mapLeaves())),
      subjects: String(this.chains().size),
      rule: subjectRule,
    };
    return this.append({
      stream: 'evidence-log',
      officer: 'may',
      type: 'subject-map.recorded',
      data: { ...data, ...change },
    });
  }

  rangeRoots(ranges: readonly LeafRange[]): readonly Uint8Array[] {
    const { leaves } = this;
    return ranges.map(({ from, to }) => {
      const frontier = new Frontier();
      for (const leaf of leaves.slice(Number(from), Number(to))) frontier.add(leaf);
      return frontier.root();
    });
  }

  checkpointText(size = this.size): string {
    const [treeRoot = emptyRoot] = this.rangeRoots([{ from: 0n, to: BigInt(size) }]);
    return formatCheckpoint({ origin, size: BigInt(size), root: treeRoot, extensions: [] });
  }

  /** The checkpoint of a size with a token over it, as a bundle made now would hold it. */
  tokenAt(size: number, time: string): BundleParts['tokens'][number] {
    const checkpoint = this.checkpointText(size);
    const consistency = size === this.size ? [] : this.rangeRoots(consistencyRanges(BigInt(size), BigInt(this.size)));
    return { checkpoint, consistency, token: tokenOver(checkpoint, time) };
  }

  /** What a bundle about the subjects holds, by the map recorded at that position. */
  parts(subjects: readonly string[], mapAt: number, signers: readonly NoteSigner[] = [log, witness]): BundleParts {
    const concerned = (canonical: string): boolean =>
      subjectsOf(JSON.parse(canonical)).some((each) => subjects.includes(each));
    const ids = new Set<string>();
    const own = this.events.filter(({ canonical, position }) => {
      const { id, data } = JSON.parse(canonical) as { id: string; data: { eventId?: string } };
      const isIn =
        Number(position) === mapAt || (Number(position) < mapAt && concerned(canonical)) || ids.has(data.eventId ?? '');
      if (isIn) ids.add(id);
      return isIn;
    });
    return this.partsOf(own, subjects, mapAt, signers);
  }

  partsOf(
    events: readonly BundleEvent[],
    subjects: readonly string[],
    ...[mapAt, signers]: readonly [number, readonly NoteSigner[]]
  ): BundleParts {
    const chains = this.chains(mapAt);
    const leaves = this.mapLeaves(mapAt);
    const indices = events.map(({ position }) => position);
    return {
      subjects: subjects
        .toSorted()
        .map((name) => ({ name, chain: chains.get(name) ?? emptyChain, proof: mapProof(leaves, subjectKey(name)) })),
      events,
      inclusion: this.rangeRoots(strangerRanges(indices, BigInt(this.size))),
      checkpoint: new TextDecoder().decode(signNote(this.checkpointText(), signers)),
      tokens: [],
      report: '<p>Báo cáo</p>',
      madeAt: '2026-01-02T00:00:00.000Z',
    };
  }

  bundle(subjects: readonly string[], mapAt: number): Uint8Array {
    return writeBundle(this.parts(subjects, mapAt), log);
  }
}

export const officer = 'officer:cb-1';

/** Five acts of cb-1 among those of others, one text of them sealed and one erased, and the map after them. */
export const story = (): { readonly ledger: SampleLedger; readonly mapAt: number } => {
  const ledger = new SampleLedger();
  for (let act = 0; act < 10; act += 1) {
    ledger.append({
      stream: `dossier-hs-${act % 3}`,
      officer: `cb-${act % 2}`,
      ...(act % 4 === 1 && { reason: `lý do ${act}` }),
    });
  }
  ledger.erase(5, [officer]);
  const mapAt = ledger.recordMap();
  ledger.append({ stream: 'dossier-hs-7', officer: 'cb-1' });
  return { ledger, mapAt };
};
