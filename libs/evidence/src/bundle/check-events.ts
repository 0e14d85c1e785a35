import { opens, type Opening, type Sealed } from '../sealed/sealed-field.ts';
import { verifyJointInclusion, type PlacedLeaf } from '../tree/joint-inclusion.ts';
import { sameBytes } from '../tree/node.ts';
import { erasureType, type EventFacts } from './event-facts.ts';
import type { EventLine, ReadBundle } from './read-bundle.ts';
import type { Finding, Verdict } from './verdict.ts';
import { finding } from './wording.ts';

const byPosition = (one: EventLine, other: EventLine): number => Number(one.position - other.position);

/** After every position that can be written: what a list that has ended, or a finding of no event, is compared as. */
export const beyond = 1n << 64n;
/** More are not worth making sentences of: the first ones are named. */
const enough = 200;

const positionOf = (event: EventLine | undefined): bigint => event?.position ?? beyond;
const indexOf = (leaf: PlacedLeaf | undefined): bigint => leaf?.index ?? beyond;

const outOfOrder = (events: readonly EventLine[]): EventLine | undefined =>
  events.find(({ position }, index) => index > 0 && position <= positionOf(events[index - 1]));

/** What is wrong with what stands first in both lists; null: it is the same event. */
const difference = (event: EventLine | undefined, leaf: PlacedLeaf | undefined, line: number): Finding | null => {
  if (event === undefined || indexOf(leaf) < event.position) {
    return finding('event-missing', { line, position: indexOf(leaf) });
  }
  if (leaf === undefined || event.position < leaf.index) return finding('event-inserted', event);
  return sameBytes(event.leaf, leaf.hash) ? null : finding('event-changed', event);
};

/** Both lists by position: what stands in one alone, and what stands in both with another content. */
const compared = (events: readonly EventLine[], leaves: readonly PlacedLeaf[], line: number): readonly Finding[] => {
  const findings: Finding[] = [];
  let [at, leafAt] = [0, 0];
  while ((at < events.length || leafAt < leaves.length) && findings.length < enough) {
    const [event, leaf] = [events[at], leaves[leafAt]];
    const wrong = difference(event, leaf, line);
    if (wrong !== null) findings.push(wrong);
    const [position, index] = [positionOf(event), indexOf(leaf)];
    if (position <= index) at += 1;
    if (index <= position) leafAt += 1;
  }
  return findings;
};

/** Is every event the one that was proved, at its place, and are they all in the tree with this root? */
export const checkEvents = ({ events, inclusion, lines }: ReadBundle, root: Uint8Array): readonly Finding[] => {
  const { leaves, proof, size } = inclusion;
  const malformed = events.find(({ facts }) => facts === null);
  const moved = outOfOrder(events);
  const findings = [
    ...(malformed === undefined ? [] : [finding('event-malformed', malformed)]),
    ...(moved === undefined ? [] : [finding('events-out-of-order', moved)]),
    ...compared(moved === undefined ? events : [...events].sort(byPosition), leaves, lines.inclusion),
  ];
  const { ok } = verifyJointInclusion({ treeSize: size, root, leaves, proof });
  return ok ? findings : [...findings, finding('events-not-proved', { line: lines.inclusion })];
};

/** An erasure is one only in the stream of the event it names: anything else that looks so is a text. */
const erasureOf = ({ facts }: EventLine): readonly [eventId: string, paths: readonly unknown[]] | null => {
  if (facts?.type !== erasureType || facts.data === null) return null;
  const { eventId, paths } = facts.data;
  if (typeof eventId !== 'string' || facts.stream !== `erasure-${eventId}` || !Array.isArray(paths)) return null;
  return [eventId, paths];
};

/** Every erasure in the bundle by the event it is about. */
export class Erasures {
  readonly #byField = new Map<string, Map<unknown, bigint>>();
  readonly #byPosition = new Map<bigint, string>();

  constructor(events: readonly EventLine[]) {
    for (const event of events) {
      const [eventId, paths] = erasureOf(event) ?? [null, []];
      if (eventId === null) continue;
      this.#byPosition.set(event.position, eventId);
      const fields = this.#byField.get(eventId) ?? new Map<unknown, bigint>();
      this.#byField.set(eventId, fields);
      for (const path of paths) if (!fields.has(path)) fields.set(path, event.position);
    }
  }

  get isEmpty(): boolean {
    return this.#byPosition.size === 0;
  }

  /** Position of the first erasure of the field, after the event itself, or null. */
  of({ id }: EventFacts, position: bigint, path: string): bigint | null {
    const at = this.#byField.get(id)?.get(path);
    return at === undefined || at <= position ? null : at;
  }

  /** Id of the event that the one at this position erases something of, or null. */
  erasedBy(position: bigint): string | null {
    return this.#byPosition.get(position) ?? null;
  }
}

type Fields = {
  readonly findings: readonly Finding[];
  readonly remarks: readonly Finding[];
  readonly erased: Verdict['erased'];
};

type Place = { readonly line: number; readonly position: bigint; readonly path: string };

class FieldCheck {
  readonly findings: Finding[] = [];
  readonly remarks: Finding[] = [];
  readonly erased: { position: bigint; path: string; erasedAt: bigint }[] = [];

  readonly #counts = new Map<string, number>();

  constructor(private readonly erasures: Erasures) {}

  /** By code: what is missing, however often, must not keep silent what contradicts. */
  #found(found: Finding): void {
    const count = this.#counts.get(found.code) ?? 0;
    this.#counts.set(found.code, count + 1);
    if (count < enough) this.findings.push(found);
  }

  event({ line, position, facts, openings }: EventLine): void {
    if (facts === null || (facts.sealed.length === 0 && openings.length === 0)) return;
    const left = new Map(openings.map((opening) => [opening.path, opening]));
    // Of those with one path the map holds the last.
    const repeated = openings.find((opening) => left.get(opening.path) !== opening);
    if (repeated !== undefined) this.#found(finding('opening-foreign', { line, position, path: repeated.path }));
    for (const { path, field } of facts.sealed) {
      const erasedAt = this.erasures.of(facts, position, path);
      this.#field({ line, position, path }, erasedAt, [field, left.get(path)]);
      left.delete(path);
    }
    for (const path of left.keys()) this.#found(finding('opening-foreign', { line, position, path }));
  }

  #field(at: Place, erasedAt: bigint | null, [field, opening]: readonly [Sealed, Opening | undefined]): void {
    if (opening === undefined) this.#withoutValue(at, erasedAt);
    else if (!opens(opening, field)) this.#found(finding('opening-wrong', at));
    else if (erasedAt !== null) this.remarks.push(finding('erased-yet-shown', at));
  }

  #withoutValue(at: Place, erasedAt: bigint | null): void {
    if (erasedAt === null) this.#found(finding('value-missing', at));
    else this.erased.push({ position: at.position, path: at.path, erasedAt });
  }
}

/** Do the texts beside the events open what is sealed in them, each once, and is every other one lawfully erased? */
export const checkFields = (events: readonly EventLine[], erasures: Erasures): Fields => {
  const check = new FieldCheck(erasures);
  for (const event of events) check.event(event);
  return check;
};
