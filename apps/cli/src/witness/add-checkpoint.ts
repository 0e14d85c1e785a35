import { failed, type Checked } from '#evidence/verdict.ts';
import { fromBase64 } from '#evidence/note/base64.ts';
import { isHash } from '#evidence/tree/node.ts';
import { asSize } from '#evidence/tree/size.ts';

/** What a log hands in: the size it believes the witness knows, the proof from there, and its signed note. */
export type AddCheckpoint = {
  readonly oldSize: bigint;
  readonly proof: readonly Uint8Array[];
  readonly note: Uint8Array;
};

/** The path under the submission prefix (C2SP tlog-witness). */
export const addCheckpointPath = '/add-checkpoint';
/** Larger than 63 proof lines and a note with a hundred signatures. */
export const maxBodyBytes = 64 * 1024;
const maxProofLines = 63;
const oldLine = /^old (0|[1-9]\d{0,19})$/;
const newline = 0x0a;

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** The lines before the first empty one, and where the rest begins; null when there is no empty line in reach. */
const headLines = (body: Uint8Array): { readonly lines: readonly string[]; readonly rest: number } | null => {
  const lines: string[] = [];
  for (let from = 0; lines.length <= maxProofLines + 2;) {
    const end = body.indexOf(newline, from);
    // A line of the head is a size or a hash: what is longer is neither.
    if (end < 0 || end - from > 64) return null;
    if (end === from) return { lines, rest: end + 1 };
    lines.push(ascii(body.subarray(from, end)));
    from = end + 1;
  }
  return null;
};

/** Reads the body of a request, strictly: one spelling of each number and hash, no line too many. Never throws. */
export const parseAddCheckpoint = (body: Uint8Array): Checked<AddCheckpoint> => {
  const head = headLines(body);
  if (head === null) return failed('no empty line parts the proof from the checkpoint');
  const [first = '', ...proofLines] = head.lines;
  const oldSize = asSize(BigInt(oldLine.exec(first)?.[1] ?? -1));
  if (oldSize === null) return failed('the first line is not "old" and a plain decimal');
  if (proofLines.length > maxProofLines) return failed(`a proof has at most ${maxProofLines} lines`);
  const proof: Uint8Array[] = [];
  for (const line of proofLines) {
    const hash = fromBase64(line);
    if (!isHash(hash)) return failed('a proof line is not 32 bytes in base64');
    proof.push(hash);
  }
  return { ok: true, oldSize, proof, note: body.subarray(head.rest) };
};
