import { randomBytes } from 'node:crypto';
import { readTimestampResponse, timestampRequest } from '#evidence/time/request.ts';
import { statedTime, verifyTimestamp } from '#evidence/time/timestamp.ts';
import type { Checked } from '#evidence/verdict.ts';
import type { TimestampSource } from '#sealing/signer/timestamp-source.ts';

/** Where time stamps come from, and under which conditions they are taken. */
export type TsaSettings = {
  /** `http:` is as good as `https:` here: what comes back is signed, and what goes out is a hash. */
  readonly url: string;
  /** X.509 DER. With any given, a token that leads to none of them is refused; without, who signed is not asked. */
  readonly roots: readonly Uint8Array[];
  /** For the whole exchange, in milliseconds. */
  readonly timeoutMs: number;
};

/** No time stamp could be had; the message names the authority and says why. */
export class NoTimestamp extends Error {
  constructor(
    readonly url: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`Không lấy được dấu thời gian / no time stamp from ${url}: ${reason}`, options);
  }
}

export const defaultTsaTimeoutMs = 10_000;
/** Longer than any response: a token with its certificates is a few thousand bytes. */
const maxResponseBytes = 200_000;
const queryType = 'application/timestamp-query';
const replyType = 'application/timestamp-reply';

const mediaType = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Why this is no reply of a time-stamping authority, or null. */
const faultOf = (response: Response): string | null => {
  if (response.status >= 300 && response.status < 400)
    return `HTTP ${response.status} to ${response.headers.get('location') ?? 'nowhere'}, which is not followed: configure that address`;
  if (response.status !== 200) return `HTTP ${response.status}`;
  return mediaType(response) === replyType
    ? null
    : `the answer is ${mediaType(response) || 'untyped'}, not ${replyType}`;
};

/** The body, read only as far as a response may be long. */
const bodyOf = async (response: Response): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > maxResponseBytes) throw new Error(`more than ${maxResponseBytes} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
};

type Failure = { readonly message?: string; readonly code?: string; readonly cause?: Failure };

/** What lies under an error of `fetch`, which itself says only that it failed; some causes have but a code. */
const reasonOf = ({ message = '', code = 'failed', cause }: Failure): string => {
  const own = message === '' ? code : message;
  return cause === undefined ? own : `${own}: ${reasonOf(cause)}`;
};

/** Time stamps from an authority over HTTP (RFC 3161 section 3.4). One request per stamp; it does not try again. */
export class TsaClient implements TimestampSource {
  constructor(private readonly settings: TsaSettings) {}

  /** Throws NoTimestamp. */
  async stamp(stamped: Uint8Array): Promise<Uint8Array> {
    const { url, roots } = this.settings;
    const question = { stamped, nonce: randomBytes(8).readBigUInt64BE() };
    const reply = await this.#ask(timestampRequest(question));
    const answer = readTimestampResponse(reply, question);
    if (!answer.ok) throw new NoTimestamp(url, answer.reason);
    const { token } = answer;
    const checked: Checked = roots.length === 0 ? answer : verifyTimestamp({ token, stamped, roots });
    if (!checked.ok) throw new NoTimestamp(url, checked.reason);
    return token;
  }

  /** Throws NoTimestamp when it is no token. */
  timeOf(token: Uint8Array): Date {
    const stated = statedTime(token);
    if (!stated.ok) throw new NoTimestamp(this.settings.url, stated.reason);
    return stated.time;
  }

  async #ask(query: Uint8Array): Promise<Uint8Array> {
    const { url, timeoutMs } = this.settings;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': queryType, accept: replyType },
        body: Buffer.from(query),
        // A redirect would let one host send the ledger's requests to another.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const fault = faultOf(response);
      if (fault === null) return await bodyOf(response);
      await response.body?.cancel();
      throw new NoTimestamp(url, fault);
    } catch (error) {
      throw error instanceof NoTimestamp ? error : new NoTimestamp(url, reasonOf(error as Failure), { cause: error });
    }
  }
}
