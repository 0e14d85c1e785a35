import { createHash } from 'node:crypto';
import { toBase64 } from '#evidence/note/base64.ts';
import { parseCheckpoint } from '#evidence/note/checkpoint.ts';
import { parseNote } from '#evidence/note/note.ts';
import { writeDurably } from '#sealing/durable-file.ts';
import { evidencePaths } from '#sealing/evidence-folder.ts';
import { evidenceAct, recordEvidence } from '#sealing/signer/evidence-acts.ts';
import type { EvidenceLog } from '#sealing/signer/evidence-log.ts';
import { numbersIn, readIfThere } from '#sealing/signer/files.ts';
import type { CurrentLog } from '#sealing/signer/log-folder.ts';
import { publishedNote } from '#sealing/signer/publish.ts';
import type { SealingParts } from './round-parts.ts';

/** A failed time stamp is asked for again after so long, in milliseconds, or after the interval if that is shorter. */
const askAgainMs = 60_000;

type Stamped = { readonly size: bigint; readonly root: Uint8Array; readonly text: string };

const checkpointIn = (note: Uint8Array | null): Stamped | null => {
  const parsed = note === null ? null : parseNote(note);
  if (parsed?.ok !== true) return null;
  const { text } = parsed.note;
  const checkpoint = parseCheckpoint(text);
  return checkpoint.ok ? { size: checkpoint.checkpoint.size, root: checkpoint.checkpoint.root, text } : null;
};

/** Has the published checkpoint time-stamped when it is time, and says so in the ledger. */
export class TokenStep {
  #askedAt = -Infinity;
  #fault: string | null = null;

  constructor(
    private readonly parts: SealingParts,
    private readonly log: EvidenceLog,
  ) {}

  /** Answers why no token could be had though one is due; null otherwise. Throws only for faults of disk and database. */
  async run(current: CurrentLog): Promise<string | null> {
    const { timestamps, settings } = this.parts;
    if (timestamps === null || !this.#isDue(current.origin)) return this.#fault;
    this.#askedAt = Date.parse(this.parts.clock.now());
    try {
      const token = await this.#token(current);
      if (token !== null) await this.#record(current, token);
      this.#fault = null;
    } catch (error) {
      this.parts.logger.error({ err: error, url: settings.tsaUrl }, 'no time stamp could be had; trying again');
      this.#fault = error instanceof Error ? error.message : String(error);
    }
    return this.#fault;
  }

  #isDue(origin: string): boolean {
    const { clock, settings } = this.parts;
    const now = Date.parse(clock.now());
    const stampedAt = Date.parse(this.log.tokenOf(origin)?.data.stampedAt ?? '1970-01-01T00:00:00.000Z');
    // A clock that was set back must not keep the ledger without stamps until it has caught up.
    const apart = Math.abs(now - stampedAt);
    const patience = now < stampedAt ? settings.tsaIntervalMs : Math.min(askAgainMs, settings.tsaIntervalMs);
    return apart >= settings.tsaIntervalMs && Math.abs(now - this.#askedAt) >= patience;
  }

  /**
   * The size whose token is on disk and named by no event. A crash may have left one: it is taken up, never
   * replaced, for the event that names it may be on its way.
   */
  async #token({ incarnation, origin }: CurrentLog): Promise<bigint | null> {
    const { settings, timestamps } = this.parts;
    const { folder } = settings;
    const named = BigInt(this.log.tokenOf(origin)?.data.size ?? -1);
    const saved = (await numbersIn(`${evidencePaths.log(folder, incarnation)}/tokens`)).at(-1) ?? -1n;
    if (saved > named) return saved;
    const checkpoint = checkpointIn(await publishedNote({ folder, incarnation }));
    if (checkpoint === null || checkpoint.size <= named || timestamps === null) return null;
    const token = await timestamps.stamp(new TextEncoder().encode(checkpoint.text));
    // Durable before the ledger names it: an anchor nobody can show the token of would be worth nothing.
    await writeDurably(evidencePaths.tokenOf(folder, incarnation, checkpoint.size), token);
    this.parts.reached?.('token-saved');
    return checkpoint.size;
  }

  async #record({ incarnation, origin }: CurrentLog, size: bigint): Promise<void> {
    const { settings, timestamps, store, clock } = this.parts;
    const { folder } = settings;
    const token = await readIfThere(evidencePaths.tokenOf(folder, incarnation, size));
    const checkpoint = checkpointIn(await readIfThere(evidencePaths.checkpointOf(folder, incarnation, size)));
    if (token === null || checkpoint === null || timestamps === null)
      throw new Error(`token or checkpoint of ${size} is gone`);
    const stampedAt = timestamps.timeOf(token).toISOString();
    const data = {
      origin,
      size: String(size),
      root: toBase64(checkpoint.root),
      token: toBase64(createHash('sha256').update(token).digest()),
      stampedAt,
    };
    await recordEvidence(
      store,
      evidenceAct({ type: 'checkpoint.time-stamped', version: 1, data }, stampedAt, clock.now()),
    );
    await this.log.refresh();
    this.parts.reached?.('token-recorded');
  }
}
