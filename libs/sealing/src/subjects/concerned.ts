import { setImmediate } from 'node:timers/promises';
import { leafHash } from '#evidence/leaf.ts';
import { subjectsOf } from '#evidence/subject/subjects-of.ts';
import type { RawEvent } from '#store/event-store.ts';

/** An event as its subjects' chains take it in. */
type Link = { readonly position: bigint; readonly leaf: Uint8Array };
export type Concerned = ReadonlyMap<string, readonly Link[]>;

/** Events looked at in one go: a few milliseconds, after which whoever appends has a turn. */
const inOneGo = 256n;

/** These events cannot be taken in; nothing of them was. */
export class SubjectIndexRefused extends Error {
  constructor(
    readonly why: 'gap' | 'other-leaf' | 'other-rule',
    detail: string,
  ) {
    super(`${why}: ${detail}`);
  }
}

/**
 * Subject → the events that concern it, in their order, subjects in the order of their first one. The leaf is
 * hashed anew from the event's text. Throws SubjectIndexRefused when the events do not follow on each other, or one says another leaf.
 */
export const concernedBy = async (events: readonly RawEvent[]): Promise<Concerned> => {
  const concerned = new Map<string, Link[]>();
  const utf8 = new TextEncoder();
  let next = events[0]?.position ?? 0n;
  for (const { position, canonical, leaf: stated } of events) {
    if (position !== next) throw new SubjectIndexRefused('gap', `event ${position} where ${next} comes next`);
    next += 1n;
    if (next % inOneGo === 0n) await setImmediate();
    const leaf = leafHash(utf8.encode(canonical));
    if (Buffer.compare(leaf, stated) !== 0)
      throw new SubjectIndexRefused('other-leaf', `event ${position} is not what its leaf hash says`);
    for (const subject of subjectsOf(JSON.parse(canonical))) {
      const links = concerned.get(subject);
      if (links === undefined) concerned.set(subject, [{ position, leaf }]);
      else links.push({ position, leaf });
    }
  }
  return concerned;
};
