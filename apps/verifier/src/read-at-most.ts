import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { bundleLimits } from '#evidence/bundle/bundle.ts';

const chunkBytes = 1_048_576;

/** From what the file is open as; what it says of its own size is a beginning, since a device says 0. */
const readOpen = (file: number, most: number): Uint8Array => {
  const parts: Uint8Array[] = [];
  let length = 0;
  let next = Math.min(most, fstatSync(file).size || chunkBytes);
  while (next > 0) {
    const part = new Uint8Array(next);
    const count = readSync(file, part);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
    length += count;
    next = Math.min(most - length, chunkBytes);
  }
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/**
 * The first `most` bytes of a file, or all when it has fewer. Whoever hands in the file decides what it is: a
 * link to a device without an end must not take all memory. Throws what the operating system answers.
 */
export const readAtMost = (path: string, most: number): Uint8Array => {
  const file = openSync(path, 'r');
  try {
    return readOpen(file, most);
  } finally {
    closeSync(file);
  }
};

/** A file to be verified: one byte more than a bundle may have, for which the verifier has an answer. */
export const readGiven = (path: string): Uint8Array => readAtMost(path, bundleLimits.fileBytes + 1);
