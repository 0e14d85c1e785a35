export type WitnessAnswer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
};

/** Larger than the lines of a witness with several keys. */
const maxAnswerBytes = 16 * 1024;
const sizeLine = /^(0|[1-9]\d{0,19})\n$/;

/** The size that a 409 names (C2SP tlog-witness); null when it is no such answer. */
export const sizeIn = ({ status, contentType, body }: WitnessAnswer): bigint | null => {
  if (status !== 409 || contentType !== 'text/x.tlog.size' || body.length > 21) return null;
  const [, digits] = sizeLine.exec(new TextDecoder().decode(body)) ?? [];
  const size = BigInt(digits ?? -1);
  return size < 0n || size >= 1n << 64n ? null : size;
};

const bodyOf = async (response: Response): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    // Leaving the loop cancels the body, and with it the connection.
    if (size > maxAnswerBytes) throw new Error(`its answer is larger than ${maxAnswerBytes} bytes`);
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

/** By what it carries, not by its class: the platform's fetch may have an `Error` of its own. */
const reasonOf = (error: unknown, timeoutMs: number): string => {
  const { name, message, cause } = Object(error) as { name?: string; message?: string; cause?: { message?: string } };
  if (name === 'TimeoutError') return `it did not answer within ${timeoutMs} ms`;
  return cause?.message === undefined ? (message ?? String(error)) : `it was not reached: ${cause.message}`;
};

/**
 * One `add-checkpoint` at a submission prefix. Follows no redirect: an answer from elsewhere is not the
 * witness's. Throws when no whole answer came within the time, in milliseconds.
 */
export const askWitness = async (prefix: string, body: Uint8Array, timeoutMs: number): Promise<WitnessAnswer> => {
  try {
    const response = await fetch(`${prefix}/add-checkpoint`, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const contentType = response.headers.get('content-type') ?? '';
    return { status: response.status, contentType, body: await bodyOf(response) };
  } catch (error) {
    throw new Error(reasonOf(error, timeoutMs), { cause: error });
  }
};
