import { leafHash } from '#evidence/leaf.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import { formatCheckpoint } from '#evidence/note/checkpoint.ts';
import { signerOf } from '#evidence/note/ed25519.ts';
import { signNote } from '#evidence/note/note.ts';
import { nodeHash, emptyRoot } from '#evidence/tree/node.ts';
import { consistencyRanges, splitOf } from '#evidence/tree/ranges.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const rootOf = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [first = emptyRoot] = leaves;
  if (leaves.length < 2) return first;
  const half = Number(splitOf(BigInt(leaves.length)));
  return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
};

/** One of several histories of a log that all have the same first leaves and part ways after `shared`. */
export type Telling = { readonly branch: string; readonly shared: number };

const leafOf = ({ branch, shared }: Telling, index: number): Uint8Array =>
  leafHash(bytes(index < shared ? `shared ${index}` : `${branch} ${index}`));

const leavesOf = (telling: Telling, from: number, to: number): Uint8Array[] =>
  Array.from({ length: to - from }, (_, at) => leafOf(telling, from + at));

export const rootAt = (telling: Telling, size: number): Uint8Array => rootOf(leavesOf(telling, 0, size));

export const proofFrom = (telling: Telling, from: bigint, size: number): readonly Uint8Array[] =>
  from === 0n
    ? []
    : consistencyRanges(from, BigInt(size)).map((range) =>
        rootOf(leavesOf(telling, Number(range.from), Number(range.to))),
      );

/** Do two tellings at these sizes belong to one history? */
export const extendsTo = (
  [one, size1]: readonly [Telling, number],
  [other, size2]: readonly [Telling, number],
): boolean => {
  const [least] = [size1, size2].sort((a, b) => a - b);
  return Buffer.compare(rootAt(one, least ?? 0), rootAt(other, least ?? 0)) === 0;
};

/** A log with a real key, which signs whatever it is asked to. */
export const logNamed = (origin: string, seed = 7) => {
  const signer = signerOf(origin, new Uint8Array(32).fill(seed));
  const noteOf = (telling: Telling, size: number): Uint8Array => {
    const text = formatCheckpoint({ origin, size: BigInt(size), root: rootAt(telling, size), extensions: [] });
    return signNote(text, [signer]);
  };
  return { origin, key: signer.publicKey, noteOf };
};

/** The body of an add-checkpoint request (C2SP tlog-witness). */
export const bodyOf = (old: number | string, proof: readonly Uint8Array[], note: Uint8Array): Uint8Array => {
  const head = bytes(`old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n`);
  return new Uint8Array([...head, ...note]);
};
