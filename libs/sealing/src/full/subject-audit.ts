import { fromBase64, toBase64 } from '#evidence/note/base64.ts';
import { sha256 } from '#evidence/sha256.ts';
import { emptyChain, extendChain, type ChainHead } from '#evidence/subject/chain.ts';
import { emptySubtree, mapRoot, subjectKey } from '#evidence/subject/map.ts';
import { subjectRule, subjectsOf } from '#evidence/subject/subjects-of.ts';
import { hashBytes, isHash, sameBytes } from '#evidence/tree/node.ts';
import { keyText, placed, type MapPage } from '../subjects/map-page.ts';
import { updateMap } from '../subjects/map-update.ts';
import type { SeenEvent } from './check-bytes.ts';
import type { Findings } from './findings.ts';

/** What there is to know of a subject; `places` is a hash over its positions in their order. */
export type AuditedSubject = { readonly key: string; readonly chain: ChainHead; readonly places: Uint8Array };

const link = new Uint8Array(hashBytes + 8);

/** The hash over one position more. */
export const placesWith = (places: Uint8Array, position: bigint): Uint8Array => {
  link.set(places);
  new DataView(link.buffer).setBigUint64(hashBytes, position);
  return new Uint8Array(sha256(link));
};

export const noPlaces = new Uint8Array(hashBytes);
type MapState = { readonly root: Uint8Array; readonly subjects: number };

type StatedMap = { readonly size: bigint; readonly root: Uint8Array; readonly subjects: string };

const statedMap = ({ size, root, subjects }: SeenEvent['data']): StatedMap | null => {
  const bytes = typeof root === 'string' ? fromBase64(root) : null;
  if (typeof size !== 'string' || !/^(?:0|[1-9]\d{0,18})$/.test(size)) return null;
  if (!isHash(bytes) || typeof subjects !== 'string') return null;
  return { size: BigInt(size), root: bytes, subjects };
};

const textOf = ({ root, subjects }: MapState | StatedMap): string => `${toBase64(root)} ${subjects}`;

/**
 * Chains of all subjects and the map over them, made from the events alone and held in memory: about a kilobyte for
 * each subject.
 */
export class SubjectAudit {
  maps = 0;
  readonly subjects = new Map<string, AuditedSubject>();
  readonly pages = new Map<string, MapPage>();
  readonly #changed = new Set<string>();
  readonly #at = new Map<string, MapState>();
  #root: Uint8Array = emptySubtree;

  constructor(private readonly findings: Findings) {}

  add({ raw, leaf, envelope }: SeenEvent): void {
    for (const name of subjectsOf(envelope)) {
      const known = this.subjects.get(name);
      this.subjects.set(name, {
        key: known?.key ?? keyText(name),
        chain: extendChain(known?.chain ?? emptyChain, raw.position, leaf),
        places: placesWith(known?.places ?? noPlaces, raw.position),
      });
      this.#changed.add(name);
    }
  }

  /** The map over what was added. */
  async state(): Promise<MapState> {
    const changed = [...this.#changed].flatMap((name) => {
      const subject = this.subjects.get(name);
      return subject === undefined ? [] : [placed(subject.key, subject.chain)];
    });
    this.#changed.clear();
    if (changed.length > 0) {
      const { root, pages } = await updateMap((paths) => Promise.resolve(this.#found(paths)), changed);
      for (const [path, page] of pages) this.pages.set(path, page);
      this.#root = root;
    }
    return { root: this.#root, subjects: this.subjects.size };
  }

  /** Remembers the map over the first `size` events, which is what was added; until the event that records it. */
  async remember(size: bigint): Promise<void> {
    this.#at.set(String(size), await this.state());
  }

  /** An event that records a map: is it the one that was made here? */
  take({ raw, data }: SeenEvent): void {
    if (raw.type !== 'subject-map.recorded') return;
    const { position, id } = raw;
    const stated = statedMap(data);
    if (stated === null || stated.size > position) return this.findings.add('map-malformed', { position, id });
    if (data['rule'] !== subjectRule) return this.findings.add('rule-unknown', { position, id });
    const made = this.#at.get(String(stated.size));
    if (made === undefined) return this.findings.add('map-not-judged', { position, id });
    this.maps += 1;
    const [found, wanted] = [textOf(stated), textOf(made)];
    if (found !== wanted) this.findings.add('map-differs', { position, id, found, wanted });
    this.#forget(stated.size);
  }

  /** The map made step by step is the one that the definition gives. Throws when it is not: a defect of ours. */
  async proveItself(): Promise<void> {
    const { root } = await this.state();
    const leaves = [...this.subjects].map(([name, { chain }]) => ({ key: subjectKey(name), chain }));
    leaves.sort((one, other) => Buffer.compare(one.key, other.key));
    if (!sameBytes(mapRoot(leaves), root)) throw new Error('the map made step by step is not the map made at once');
  }

  #forget(upTo: bigint): void {
    // A former log may name an earlier size again, so a few stay.
    for (const size of this.#at.keys()) if (this.#at.size > 1_000 && BigInt(size) < upTo) this.#at.delete(size);
  }

  #found(paths: readonly string[]): ReadonlyMap<string, MapPage> {
    return new Map(
      paths.flatMap((path) => {
        const page = this.pages.get(path);
        return page === undefined ? [] : [[path, page] as const];
      }),
    );
  }
}
