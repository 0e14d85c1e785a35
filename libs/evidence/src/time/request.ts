import { asGiven } from '../tree/inclusion.ts';
import { sameBytes } from '../tree/node.ts';
import { failed, type Checked } from '../verdict.ts';
import { DerReader, tags } from './der.ts';
import { printable } from './name.ts';
import { digestOf } from './signature.ts';
import { parseSignedData } from './signed-data.ts';
import { parseTstInfo } from './tst-info.ts';

/** What is asked of a time-stamping authority. */
export type TimestampQuestion = {
  /** The bytes to be stamped; only their SHA-256 goes out. */
  readonly stamped: Uint8Array;
  /** 0 to 2^64 - 1, never used before: an old answer cannot pass for a new one. */
  readonly nonce: bigint;
};

const maxResponseBytes = 200_000;
const maxTexts = 10;
const maxNonce = (1n << 64n) - 1n;

/** PKIStatus and PKIFailureInfo (RFC 3161 section 2.4.2). */
const statuses = ['granted', 'grantedWithMods', 'rejection', 'waiting', 'revocationWarning', 'revocationNotification'];
const failures: ReadonlyMap<number, string> = new Map([
  [0, 'badAlg'],
  [2, 'badRequest'],
  [5, 'badDataFormat'],
  [14, 'timeNotAvailable'],
  [15, 'unacceptedPolicy'],
  [16, 'unacceptedExtension'],
  [17, 'addInfoNotAvailable'],
  [25, 'systemFailure'],
]);

/** Contents of a non-negative INTEGER. */
const integerOf = (value: bigint): readonly number[] => {
  const digits = value.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  const bytes = Array.from(even.matchAll(/../g), ([pair]) => Number.parseInt(pair, 16));
  return (bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes;
};

/** Everything here is shorter than 128 bytes: the length is one byte. */
const element = (tag: number, ...contents: readonly (readonly number[])[]): readonly number[] => {
  const bytes = contents.flat();
  return [tag, bytes.length, ...bytes];
};

/** AlgorithmIdentifier of SHA-256, parameters NULL. */
const sha256 = [0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00];
const isTrue = [tags.boolean, 1, 0xff];

/**
 * TimeStampReq (RFC 3161 section 2.4.1), DER: the hash, the nonce, and that the certificates are wanted.
 * Throws RangeError for a nonce that is out of range.
 */
export const timestampRequest = ({ stamped, nonce }: TimestampQuestion): Uint8Array => {
  if (nonce < 0n || nonce > maxNonce) throw new RangeError('the nonce does not fit into 64 bits');
  const digest = element(tags.octetString, [...digestOf('sha256', stamped)]);
  const version = element(tags.integer, [1]);
  const imprint = element(tags.sequence, sha256, digest);
  return Uint8Array.from(element(tags.sequence, version, imprint, element(tags.integer, integerOf(nonce)), isTrue));
};

type Status = { readonly status: number; readonly texts: readonly string[]; readonly failure: string | null };

const readFailure = (info: DerReader): string | null => {
  const [, ...bits] = info.content(tags.bitString, 'failure');
  const isSet = (place: number): boolean => (((bits[place >> 3] ?? 0) >> (7 - (place & 7))) & 1) === 1;
  return [...failures].find(([place]) => isSet(place))?.[1] ?? null;
};

const readStatus = (info: DerReader): Status => {
  const status = info.smallInteger('status', statuses.length - 1);
  const utf8 = new TextDecoder();
  const texts = info.isNext(tags.sequence)
    ? info.inside(tags.sequence, 'status text', (list) =>
        list.each('status text', maxTexts, (inner) => utf8.decode(inner.content(tags.utf8String, 'status text'))),
      )
    : [];
  return { status, texts, failure: info.isNext(tags.bitString) ? readFailure(info) : null };
};

const refusal = ({ status, texts, failure }: Status): string => {
  const said = [failure, ...texts].filter((text) => text !== null).join('; ');
  return `the authority answered ${statuses[status] ?? 'something unknown'}${said === '' ? '' : `: ${printable(said)}`}`;
};

/** Is the token about the question? Who signed it is not asked here. */
const checkAnswer = (token: Uint8Array, { stamped, nonce }: TimestampQuestion): Checked => {
  const parsed = parseSignedData(token);
  const told = parsed.ok ? parseTstInfo(parsed.data.content) : parsed;
  if (!told.ok) return told;
  const { info } = told;
  if (info.hash !== 'sha256' || !sameBytes(info.digest, digestOf('sha256', stamped)))
    return failed('the time stamp is on other bytes than were sent');
  const isAnswer = info.nonce !== null && sameBytes(info.nonce, Uint8Array.from(integerOf(nonce)));
  return isAnswer ? { ok: true } : failed('the time stamp answers another request');
};

/**
 * The token in a TimeStampResp (RFC 3161 section 2.4.2), when the authority granted it and it answers this very
 * question; else the reason, with what the authority said. Whom the signature belongs to is for `verifyTimestamp`.
 * Never throws.
 */
export const readTimestampResponse = (
  response: Uint8Array,
  question: TimestampQuestion,
): Checked<{ readonly token: Uint8Array }> => {
  const { stamped, nonce } = asGiven(question);
  if (!(response instanceof Uint8Array) || !(stamped instanceof Uint8Array) || typeof nonce !== 'bigint')
    return failed('response or question is malformed');
  if (response.length > maxResponseBytes) return failed('the response is longer than any');
  const reader = new DerReader(response);
  const { status, token } = reader.inside(tags.sequence, 'response', (parts) => ({
    status: parts.inside(tags.sequence, 'status', readStatus),
    token: parts.isAtEnd ? null : parts.whole(tags.sequence, 'token'),
  }));
  reader.end('response');
  if (reader.fault !== null) return reader.refusal('not a response of a time-stamping authority');
  if (status.status > 1) return failed(refusal(status));
  if (token === null) return failed('the authority granted a time stamp and sent none');
  const answer = checkAnswer(token, { stamped, nonce });
  return answer.ok ? { ok: true, token: token.slice() } : answer;
};
