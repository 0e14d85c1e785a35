import type { Opening } from '../sealed/sealed-field.ts';
import type { PlacedLeaf } from '../tree/joint-inclusion.ts';
import { bundleFormat, bundleVersion, type BundleSubject, type BundleToken } from './bundle.ts';
import { LineReader, Malformed } from './line-reader.ts';

/* The shape of every kind of line, member by member in canonical order. Each throws Malformed. */

export type Manifest = {
  readonly origin: string;
  readonly madeAt: string;
  readonly events: bigint;
  readonly tokens: bigint;
  readonly subjects: readonly string[];
  readonly report: Uint8Array | null;
};

export type Inclusion = {
  readonly leaves: readonly PlacedLeaf[];
  readonly proof: readonly Uint8Array[];
  readonly size: bigint;
};

/** A subject's place has as many bits as its hash; a tree of 2^64 leaves has at most 64 levels, twice. */
const mostInMapProof = 256;
const mostInConsistency = 128;

const openingOf = (reader: LineReader): Opening => {
  reader.expect('[');
  const path = reader.text();
  reader.expect(',');
  const salt = reader.base64();
  reader.expect(',');
  const value = reader.text();
  reader.expect(']');
  return { path, salt, value };
};

/**
 * `,"openings":[…]` when any are given; one more than there are sealed fields is read, to be named, and then no
 * more: a short text is a small part of the memory that it takes.
 */
export const openingsOf = (reader: LineReader, sealed: number): readonly Opening[] => {
  if (!reader.takes(',"openings":')) return [];
  const openings = reader.list(() => openingOf(reader), sealed + 1);
  // Without any there is no list at all: one spelling per content.
  if (openings.length === 0) throw new Malformed('no openings');
  return openings;
};

export const manifestOf = (reader: LineReader): Manifest => {
  reader.expect('{"manifest":{"events":');
  const events = reader.quoted(() => reader.decimal());
  reader.expect(`,"format":"${bundleFormat}","madeAt":`);
  const madeAt = reader.text();
  reader.expect(',"origin":');
  const origin = reader.text();
  reader.expect(',"report":');
  const report = reader.takes('null') ? null : reader.quoted(() => reader.hash());
  reader.expect(',"subjects":');
  const subjects = reader.list(() => reader.text());
  reader.expect(',"tokens":');
  const tokens = reader.quoted(() => reader.decimal());
  reader.expect(`,"version":${bundleVersion}}}`);
  return { origin, madeAt, events, tokens, subjects, report };
};

const leafAt = (reader: LineReader): PlacedLeaf => {
  reader.expect('["');
  const index = reader.decimal();
  reader.expect('","');
  const hash = reader.hash();
  reader.expect('"]');
  return { index, hash };
};

export const inclusionOf = (reader: LineReader): Inclusion => {
  reader.expect('{"inclusion":{"leaves":');
  const leaves = reader.list(() => leafAt(reader));
  reader.expect(',"proof":');
  const proof = reader.hashes();
  reader.expect(',"size":');
  const size = reader.quoted(() => reader.decimal());
  reader.expect('}}');
  return { leaves, proof, size };
};

export const subjectOf = (reader: LineReader): BundleSubject => {
  reader.expect('{"subject":{"count":');
  const count = reader.quoted(() => reader.decimal());
  reader.expect(',"head":');
  const head = reader.quoted(() => reader.hash());
  reader.expect(',"name":');
  const name = reader.text();
  reader.expect(',"proof":');
  const proof = reader.hashes(mostInMapProof);
  reader.expect('}}');
  return { name, chain: { count, head }, proof };
};

export const tokenOf = (reader: LineReader): BundleToken => {
  reader.expect('{"token":{"checkpoint":');
  const checkpoint = reader.text();
  reader.expect(',"consistency":');
  const consistency = reader.hashes(mostInConsistency);
  reader.expect(',"token":');
  const token = reader.base64();
  reader.expect('}}');
  return { checkpoint, consistency, token };
};

/** `{"<name>":"…"}` */
export const textLineOf =
  (name: string) =>
  (reader: LineReader): string => {
    reader.expect(`{"${name}":`);
    const text = reader.text();
    reader.expect('}');
    return text;
  };

/** A manifest of ours whose form this program does not know: by its format and a version that is a number. */
export const isOfAnotherVersion = (line: Uint8Array): boolean => {
  try {
    const reader = new LineReader(line);
    reader.expect('{"manifest":');
    const { value } = reader.value();
    const { format, version } = value as { readonly format?: unknown; readonly version?: unknown };
    return format === bundleFormat && typeof version === 'number' && version !== bundleVersion;
  } catch {
    return false;
  }
};
