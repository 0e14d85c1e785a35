import { failed, type Checked } from '../verdict.ts';
import { isHash } from '../tree/node.ts';
import { asSize } from '../tree/size.ts';
import { fromBase64, toBase64 } from './base64.ts';

/** A tree head (C2SP tlog-checkpoint): whose, how many leaves, which root. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Uint8Array;
  /** Lines that the format leaves to the log; ours writes none. */
  readonly extensions: readonly string[];
};

const decimal = /^(?:0|[1-9]\d{0,19})$/;

const sizeIn = (text: string): bigint | null => (decimal.test(text) ? asSize(BigInt(text)) : null);

/** Reads the text of an opened note. Sizes are plain decimals, the root is exact base64 of 32 bytes. */
export const parseCheckpoint = (text: string): Checked<{ readonly checkpoint: Checkpoint }> => {
  if (typeof text !== 'string' || !text.endsWith('\n')) return failed('the last line of the checkpoint is not ended');
  const [origin = '', sizeText = '', rootText = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '') return failed('the checkpoint names no origin');
  const size = sizeIn(sizeText);
  if (size === null) return failed('the tree size is not a plain decimal');
  const root = fromBase64(rootText);
  if (!isHash(root)) return failed('the root is not 32 bytes in base64');
  if (extensions.includes('')) return failed('an extension line is empty');
  return { ok: true, checkpoint: { origin, size, root, extensions } };
};

/** Throws RangeError when a checkpoint cannot be written down. */
export const formatCheckpoint = ({ origin, size, root, extensions }: Checkpoint): string => {
  const lines = [origin, String(size), toBase64(root), ...extensions];
  const wrong = asSize(size) === null || !isHash(root) || lines.some((line) => line === '' || line.includes('\n'));
  if (wrong) throw new RangeError('not a checkpoint');
  return `${lines.join('\n')}\n`;
};
