import { fromBase64 } from '../note/base64.ts';
import { emptyChain, extendChain, type ChainHead } from '../subject/chain.ts';
import { verifyMapEntry } from '../subject/map.ts';
import { subjectRule } from '../subject/subjects-of.ts';
import { isHash, sameBytes } from '../tree/node.ts';
import { asSize } from '../tree/size.ts';
import type { BundleSubject } from './bundle.ts';
import type { Erasures } from './check-events.ts';
import { mapType } from './event-facts.ts';
import type { EventLine, ReadBundle } from './read-bundle.ts';
import type { Finding } from './verdict.ts';
import { finding } from './wording.ts';

type RecordedMap = { readonly position: bigint; readonly size: bigint; readonly root: Uint8Array };

const decimal = /^(?:0|[1-9]\d{0,19})$/;
/** Only the ledger itself writes here; an event of this type elsewhere is no map. */
const mapStream = 'evidence-log';

const sizeIn = (text: unknown): bigint | null =>
  typeof text === 'string' && decimal.test(text) ? asSize(BigInt(text)) : null;

/** The last map of the bundle: it was recorded after the events it covers, in this log. */
const mapIn = (events: readonly EventLine[], origin: string): RecordedMap | Finding => {
  const event = events.findLast(({ facts }) => facts?.type === mapType && facts.stream === mapStream);
  if (event?.facts?.data == null) return finding('map-missing');
  const { data } = event.facts;
  const size = sizeIn(data['size']);
  const root = typeof data['root'] === 'string' ? fromBase64(data['root']) : null;
  if (data['origin'] !== origin || size === null || size > event.position || !isHash(root)) {
    return finding('map-malformed', event);
  }
  return data['rule'] === subjectRule ? { position: event.position, size, root } : finding('rule-unknown', event);
};

/** Count and head over the subjects' events below the size of the map, by subject, each event looked at once. */
const chainsOf = (events: readonly EventLine[], size: bigint): ReadonlyMap<number, ChainHead> => {
  const chains = new Map<number, ChainHead>();
  for (const { facts, position, leaf } of events) {
    if (facts === null || position >= size) continue;
    for (const index of facts.concerns) chains.set(index, extendChain(chains.get(index) ?? emptyChain, position, leaf));
  }
  return chains;
};

type Counts = { readonly name: string; readonly found: bigint; readonly wanted: bigint };

const compared = ({ chain }: BundleSubject, found: ChainHead, facts: Counts): Finding | null => {
  if (found.count < chain.count) return finding('subject-events-missing', facts);
  if (found.count > chain.count) return finding('subject-events-foreign', facts);
  return sameBytes(found.head, chain.head) ? null : finding('subject-events-differ', facts);
};

/** What is in the bundle without reason: of nobody asked for, or from after the map without being needed. */
const strangersIn = (events: readonly EventLine[], map: RecordedMap, erasures: Erasures): readonly Finding[] => {
  const ids = new Set<string | null | undefined>(erasures.isEmpty ? [] : events.map(({ facts }) => facts?.id));
  const isNeeded = ({ facts, position }: EventLine): boolean => {
    if (facts === null || position === map.position) return true;
    if (facts.concerns.length > 0 && position < map.size) return true;
    return ids.has(erasures.erasedBy(position));
  };
  const stranger = events.find((event) => !isNeeded(event));
  return stranger === undefined ? [] : [finding('stranger', stranger)];
};

type SubjectCheck = { readonly findings: readonly Finding[]; readonly mapSize: bigint };

/** Is every event of every subject below the size of the map here, and nothing else? */
export const checkSubjects = (bundle: ReadBundle, origin: string, erasures: Erasures): SubjectCheck => {
  const { events, subjects, lines } = bundle;
  const map = mapIn(events, origin);
  if ('code' in map) return { findings: [map], mapSize: 0n };
  const chains = chainsOf(events, map.size);
  const findings: Finding[] = [];
  for (const [index, subject] of subjects.entries()) {
    const { name, chain, proof } = subject;
    const found = chains.get(index) ?? emptyChain;
    const counts = { name, found: found.count, wanted: chain.count };
    const wrong = compared(subject, found, counts);
    if (wrong !== null) findings.push(wrong);
    if (!verifyMapEntry({ root: map.root, subject: name, chain, proof }).ok) {
      findings.push(finding('subject-not-in-map', { line: lines.subjects + index, ...counts }));
    }
  }
  return { findings: [...findings, ...strangersIn(events, map, erasures)], mapSize: map.size };
};
