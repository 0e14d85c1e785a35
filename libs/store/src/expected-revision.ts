import { RevisionConflict, type ExpectedRevision } from './event-store.ts';

/** Throws RevisionConflict unless a stream whose last revision is `head` (null: no stream) is as expected. */
export const refuseConflict = (stream: string, expected: ExpectedRevision, head: number | null): void => {
  const asExpected =
    expected === 'any' ||
    (expected === 'no-stream' && head === null) ||
    (expected === 'stream-exists' && head !== null) ||
    expected === head;
  if (!asExpected) throw new RevisionConflict(stream, expected, head);
};
