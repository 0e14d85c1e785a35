import { toBase64 } from '#evidence/note/base64.ts';
import { parseCheckpoint } from '#evidence/note/checkpoint.ts';
import { cosignatureTime, verifierOf, type PublicKey } from '#evidence/note/ed25519.ts';
import { formatSignature, parseNote, type NoteVerifier } from '#evidence/note/note.ts';
import type { Clock } from '#platform/clock.ts';
import type { Cosigner, CosignedTree } from '#sealing/signer/cosigner.ts';
import type { EvidenceSettings } from '#sealing/evidence-folder.ts';
import { askWitness, sizeIn, type WitnessAnswer } from './witness-request.ts';

/** How it stands with one witness, for people who look after the ledger. */
export type WitnessStanding = {
  readonly name: string;
  readonly url: string;
  /** When it last cosigned for this process, UTC; null: not yet. */
  readonly cosignedAt: string | null;
  /** Leaves it has last said or shown to know; null: not known. */
  readonly knownSize: bigint | null;
  /** Why its last answer was none; null: it was one. */
  readonly fault: string | null;
};

export type WitnessCosigner = Cosigner & {
  standings(): readonly WitnessStanding[];
};

export type WitnessesOptions = {
  readonly witnesses: EvidenceSettings['witnesses'];
  readonly clock: Clock;
  /** For one request, answer and all, in milliseconds. */
  readonly timeoutMs?: number;
  /** Told when a witness fails in another way than before, and when it is well again. */
  readonly onChange?: (standing: WitnessStanding) => void;
};

/** No cosignature came of it, and why. */
class NotCosigned extends Error {}

const defaultTimeoutMs = 5_000;
/**
 * How far the second a witness states may be from our clock. An older cosignature of the same tree would pass
 * for a fresh one, and a reader takes the second for the moment the tree was seen.
 */
const clockToleranceSeconds = 600n;

type Request = {
  readonly note: Uint8Array;
  readonly text: string;
  readonly origin: string;
  readonly tree: CosignedTree;
};

class OneWitness {
  readonly #verifier: NoteVerifier;
  /** Of which log the size is: another incarnation is another log. */
  #known: { readonly origin: string; readonly size: bigint } | null = null;
  #cosignedAt: string | null = null;
  #fault: string | null = null;

  constructor(
    private readonly url: string,
    private readonly key: PublicKey,
    private readonly options: Required<WitnessesOptions>,
  ) {
    this.#verifier = verifierOf(key);
  }

  standing(): WitnessStanding {
    const knownSize = this.#known?.size ?? null;
    return { name: this.key.name, url: this.url, cosignedAt: this.#cosignedAt, knownSize, fault: this.#fault };
  }

  /** Its cosignature line; none when it does not give one that verifies, whatever the reason. */
  async cosign(request: Request): Promise<readonly string[]> {
    try {
      const line = await this.#ask(request);
      this.#known = { origin: request.origin, size: request.tree.size };
      this.#cosignedAt = this.options.clock.now();
      this.#stands(null);
      return [line];
    } catch (error) {
      this.#stands(error instanceof Error ? error.message : String(error));
      return [];
    }
  }

  #stands(fault: string | null): void {
    const changed = fault !== this.#fault;
    this.#fault = fault;
    if (changed) this.options.onChange(this.standing());
  }

  async #ask(request: Request): Promise<string> {
    const remembered = this.#known?.origin === request.origin ? this.#known.size : 0n;
    // What it was remembered to know may be more than this tree: then it says so itself.
    const from = remembered > request.tree.size ? 0n : remembered;
    const first = await this.#submit(request, from);
    if (first.status !== 409) return this.#cosignatureIn(first, request);
    const size = sizeIn(first);
    if (size === null) throw new NotCosigned('it answered 409 without the size it knows');
    this.#known = { origin: request.origin, size };
    const { size: ours } = request.tree;
    if (size > ours) throw new NotCosigned(`it has seen ${size} leaves of this log, more than the ${ours} there are`);
    if (size === from) throw new NotCosigned(`it has seen another tree of ${size} leaves`);
    const second = await this.#submit(request, size);
    if (second.status === 409) throw new NotCosigned('it answered 409 twice');
    return this.#cosignatureIn(second, request);
  }

  async #submit({ note, tree }: Request, from: bigint): Promise<WitnessAnswer> {
    const proof = from === 0n || from === tree.size ? [] : await tree.consistency(from);
    const head = `old ${from}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n`;
    const body = new Uint8Array([...new TextEncoder().encode(head), ...note]);
    return askWitness(this.url, body, this.options.timeoutMs);
  }

  /** The one line of the configured key that fits this text and this hour. Throws NotCosigned. */
  #cosignatureIn({ status, body }: WitnessAnswer, { text }: Request): string {
    if (status !== 200) throw new NotCosigned(`it answered ${status}`);
    const parsed = parseNote(new Uint8Array([...new TextEncoder().encode(`${text}\n`), ...body]));
    if (!parsed.ok) throw new NotCosigned(parsed.reason);
    // An answer that holds an empty line would move the border between text and signatures.
    if (parsed.note.text !== text) throw new NotCosigned('its answer is not signature lines');
    const { name, keyId } = this.#verifier;
    const own = parsed.note.signatures.find((line) => line.name === name && line.keyId === keyId);
    if (own === undefined) throw new NotCosigned('its answer holds no cosignature of its configured key');
    if (!this.#verifier.verify(text, own.signature)) throw new NotCosigned('its cosignature does not fit the text');
    const stated = cosignatureTime(own.signature) ?? 0n;
    const off = stated - BigInt(Math.floor(Date.parse(this.options.clock.now()) / 1000));
    if (off > clockToleranceSeconds || -off > clockToleranceSeconds)
      throw new NotCosigned(`its cosignature is of another time: off by ${off} seconds`);
    return formatSignature(own);
  }
}

/**
 * Asks the configured witnesses over HTTP (C2SP tlog-witness), all at once, each within its time. What it answers
 * has been verified with the configured keys; a witness that is away, lies or lags costs its own line alone.
 */
export const witnessCosigner = (options: WitnessesOptions): WitnessCosigner => {
  const whole = { timeoutMs: defaultTimeoutMs, onChange: () => undefined, ...options };
  const witnesses = options.witnesses.map(({ url, key }) => new OneWitness(url, key, whole));
  return {
    cosign: async (note, tree) => {
      const parsed = parseNote(note);
      const read = parsed.ok ? parseCheckpoint(parsed.note.text) : parsed;
      if (!parsed.ok || !read.ok) return [];
      const request = { note, text: parsed.note.text, origin: read.checkpoint.origin, tree };
      return (await Promise.all(witnesses.map((witness) => witness.cosign(request)))).flat();
    },
    standings: () => witnesses.map((witness) => witness.standing()),
  };
};
