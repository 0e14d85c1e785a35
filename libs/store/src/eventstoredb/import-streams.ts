import type { AppendResult, ImportedStream, ImportResult } from '../event-store.ts';
import { sealAppend, type SealedAppend } from '../sealed-append.ts';

export type ImportPath = {
  readonly append: (sealed: SealedAppend) => Promise<AppendResult>;
  readonly anchor: () => string | null;
};

/**
 * The bulk path of the port, less the cursor: every stream an append of its own, `concurrency` of them at a
 * time. So streams are whole and in their own order, but among each other they come as the cluster took them.
 */
export const importStreams = async (
  { append, anchor }: ImportPath,
  source: AsyncIterable<ImportedStream> | Iterable<ImportedStream>,
  concurrency: number,
): Promise<Omit<ImportResult, 'cursor'>> => {
  const tally = { streams: 0, events: 0, repeatedStreams: 0 };
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const store = async (sealed: SealedAppend): Promise<void> => {
    try {
      const { repeated } = await append(sealed);
      if (repeated) {
        tally.repeatedStreams += 1;
      } else {
        tally.streams += 1;
        tally.events += sealed.events.length;
      }
    } catch (error) {
      failures.push(error);
    }
  };
  try {
    for await (const { stream, events } of source) {
      const storing: Promise<void> = store(sealAppend([{ stream, expected: 'no-stream', events }], anchor())).finally(
        () => running.delete(storing),
      );
      running.add(storing);
      if (running.size >= concurrency) await Promise.race(running);
      if (failures.length > 0) break;
    }
  } finally {
    // When the source fails, what is on its way still ends before the caller hears of it.
    await Promise.all(running);
  }
  if (failures.length > 0) throw failures[0];
  return tally;
};
