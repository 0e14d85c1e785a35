import type { BundleParts } from '#evidence/bundle/bundle.ts';
import type { EventStore } from '#store/event-store.ts';
import type { EvidenceSettings } from './evidence-folder.ts';
import type { SubjectIndex } from './subject-index.ts';

/** What is missing before these subjects can be exported; nothing is wrong with the ledger. */
export class NotYetProvable extends Error {
  constructor(
    readonly why: 'no-checkpoint' | 'map-not-covered' | 'unknown-subject',
    detail: string,
  ) {
    super(`${why}: ${detail}`);
  }
}

export type Assembly = {
  readonly store: EventStore;
  readonly index: SubjectIndex;
  readonly settings: EvidenceSettings;
  readonly subjects: readonly string[];
};

/**
 * Everything a bundle about these subjects holds, but for the report: their events below the map's size, the
 * proofs, the newest checkpoint over the map, the tokens. Throws NotYetProvable.
 */
export const assembleBundle = async (assembly: Assembly): Promise<Omit<BundleParts, 'report' | 'madeAt'>> => {
  throw new NotYetProvable('no-checkpoint', `not written yet (${assembly.subjects.length})`);
};
