import { extendChain, emptyChain, type ChainHead } from '#evidence/subject/chain.ts';
import { mapProof, mapRoot, subjectKey, type MapLeaf } from '#evidence/subject/map.ts';
import { subjectsOf } from '#evidence/subject/subjects-of.ts';
import type { SubjectIndex, SubjectSnapshot } from '#sealing/subject-index.ts';
import type { RawEvent } from '#store/event-store.ts';

type Entry = { readonly chain: ChainHead; readonly positions: readonly bigint[] };
const byKey = (one: MapLeaf, other: MapLeaf): number => Buffer.compare(one.key, other.key);

/** The index as plainly as can be: everything anew at every question. */
export class MemorySubjectIndex implements SubjectIndex {
  #size = 0n;
  #entries = new Map<string, Entry>();

  async extend(events: readonly RawEvent[]) {
    for (const { position, leaf, canonical } of events) {
      if (position !== this.#size) throw new Error(`event ${position} does not follow on ${this.#size}`);
      for (const subject of subjectsOf(JSON.parse(canonical))) {
        const { chain, positions } = this.#entries.get(subject) ?? { chain: emptyChain, positions: [] };
        this.#entries.set(subject, {
          chain: extendChain(chain, position, leaf),
          positions: [...positions, position],
        });
      }
      this.#size += 1n;
    }
    return this.state();
  }

  state() {
    return Promise.resolve({ size: this.#size, root: mapRoot(this.#leaves()), subjects: BigInt(this.#entries.size) });
  }

  async look<T>(read: (snapshot: SubjectSnapshot) => Promise<T>): Promise<T> {
    const leaves = this.#leaves();
    const entries = this.#entries;
    return read({
      ...(await this.state()),
      proofOf: (subject) => {
        const entry = entries.get(subject);
        return Promise.resolve(entry ? { chain: entry.chain, proof: mapProof(leaves, subjectKey(subject)) } : null);
      },
      positionsOf: (subject) => Promise.resolve(entries.get(subject)?.positions ?? []),
    });
  }

  reset(): Promise<void> {
    this.#size = 0n;
    this.#entries = new Map();
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #leaves(): readonly MapLeaf[] {
    return [...this.#entries].map(([name, { chain }]) => ({ key: subjectKey(name), chain })).toSorted(byKey);
  }
}
