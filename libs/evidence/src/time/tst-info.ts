import type { Checked } from '../verdict.ts';
import { readHash, type HashName } from './algorithms.ts';
import { contextTag, DerReader, primitiveContextTag, tags } from './der.ts';
import { readMoment } from './moment.ts';

/** What a time-stamping authority signs (TSTInfo, RFC 3161 section 2.4.2). */
export type TstInfo = {
  readonly hash: HashName;
  readonly digest: Uint8Array;
  /** Milliseconds since 1970; what is finer is cut off. */
  readonly time: number;
  /** Milliseconds, rounded up. */
  readonly accuracy: number;
  /** Contents of the INTEGER that the request held, null when none. */
  readonly nonce: Uint8Array | null;
};

const maxAccuracySeconds = 2 ** 31 - 1;
const maxExtensions = 20;

const readImprint = (imprint: DerReader): Pick<TstInfo, 'hash' | 'digest'> => ({
  hash: readHash(imprint, 'imprint'),
  digest: imprint.content(tags.octetString, 'imprint'),
});

/** Seconds, then thousandths and millionths, 1 to 999 each. */
const readAccuracy = (accuracy: DerReader): number => {
  const [milliTag, microTag] = [primitiveContextTag(0), primitiveContextTag(1)];
  const seconds = accuracy.isNext(tags.integer) ? accuracy.smallInteger('accuracy', maxAccuracySeconds) : 0;
  const millis = accuracy.isNext(milliTag) ? accuracy.smallInteger('accuracy', 999, milliTag) : 0;
  const micros = accuracy.isNext(microTag) ? accuracy.smallInteger('accuracy', 999, microTag) : 0;
  return seconds * 1000 + millis + (micros === 0 ? 0 : 1);
};

/** None is known here, so none may be critical. */
const readExtension = (reader: DerReader): void =>
  reader.inside(tags.sequence, 'extension', (extension) => {
    const name = extension.oid('extension');
    if (extension.isNext(tags.boolean) && extension.boolean('critical'))
      extension.fail(`a critical extension that is not known: ${name}`);
    extension.content(tags.octetString, 'extension');
  });

const readInfo = (info: DerReader): TstInfo => {
  if (info.smallInteger('version', 1) !== 1) info.fail('not of version 1');
  info.oid('policy');
  const imprint = info.inside(tags.sequence, 'imprint', readImprint);
  info.integer('serial number');
  const time = readMoment(info, 'time');
  const accuracy = info.isNext(tags.sequence) ? info.inside(tags.sequence, 'accuracy', readAccuracy) : 0;
  if (info.isNext(tags.boolean)) info.boolean('ordering');
  const nonce = info.isNext(tags.integer) ? info.integer('nonce') : null;
  // A hint at who signed (section 2.4.2); who did is told by the certificate.
  if (info.isNext(contextTag(0))) info.inside(contextTag(0), 'authority', (name) => name.any('authority'));
  if (info.isNext(contextTag(1)))
    info.inside(contextTag(1), 'extensions', (list) => list.each('extensions', maxExtensions, readExtension));
  return { ...imprint, time, accuracy, nonce };
};

/** Strict and bounded. Never throws. */
export const parseTstInfo = (der: Uint8Array): Checked<{ readonly info: TstInfo }> => {
  const reader = new DerReader(der);
  const info = reader.inside(tags.sequence, 'time stamp', readInfo);
  reader.end('time stamp');
  return reader.fault === null ? { ok: true, info } : reader.refusal('not a time stamp');
};
