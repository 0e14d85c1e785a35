import { setImmediate } from 'node:timers/promises';
import { formatCheckpoint } from '#evidence/note/checkpoint.ts';
import { formatPublicKey, type PublicKey } from '#evidence/note/ed25519.ts';
import { parseNote, signNote } from '#evidence/note/note.ts';
import { sameBytes } from '#evidence/tree/node.ts';
import { consistencyRanges } from '#evidence/tree/ranges.ts';
import { writeDurably } from '#sealing/durable-file.ts';
import { evidencePaths } from '#sealing/evidence-folder.ts';
import { comparedLeaves, refuseFork } from '#sealing/signer/agreement.ts';
import { evidenceAct, recordEvidence } from '#sealing/signer/evidence-acts.ts';
import { EvidenceLog } from '#sealing/signer/evidence-log.ts';
import { feedTiles } from '#sealing/signer/feed-tiles.ts';
import { readIfThere, textIfThere } from '#sealing/signer/files.ts';
import { keepLastSigned } from '#sealing/signer/last-signed.ts';
import { beginLog } from '#sealing/signer/log-folder.ts';
import { linesOf, publishedNote, publishNote, signersOf, withCosignatures } from '#sealing/signer/publish.ts';
import type { SealingSettings } from '#sealing/signer/settings.ts';
import { onTiles, takeStanding, type Standing } from '#sealing/signer/standing.ts';
import type { TileLog } from '#sealing/tile-log.ts';
import { MapTurn, type MapOutcome } from './map-turn.ts';
import type { SealingParts, SealingStep } from './round-parts.ts';
import { TokenStep } from './token-step.ts';

/** Another process seals now; nothing was signed. */
export class SealingInterrupted extends Error {}

export type RoundResult = {
  /** Leaves under the newest published checkpoint. */
  readonly size: bigint;
  /** False: there was nothing to sign. */
  readonly published: boolean;
  /** Names of configured witnesses whose cosignature the note lacks. */
  readonly missing: readonly string[];
  /** Why no time stamp could be had though one is due; null: none is due, or there is one. */
  readonly stampFault: string | null;
  /** How far the subject map is behind the ledger; after a burst of events, for some rounds. */
  readonly map: MapOutcome;
};

/** Leaves compared when a signer starts: whatever was done meanwhile shows at once. */
const comparedAtStart = 65_536;
/** A witness that did not answer is asked again after so long, in milliseconds. */
const askAgainMs = 60_000;

/**
 * Seals what the ledger holds: tiles, checkpoint, cosignatures, time stamp, and the subject map: before them when it
 * is nearly there, otherwise a piece of it after them. Each round starts from what is durable and nothing else, so a
 * crash at any step costs that round alone. One round at a time, by one process at a time.
 */
export class SealingRound {
  readonly #log: EvidenceLog;
  readonly #map: MapTurn;
  readonly #tokens: TokenStep;
  #depth = comparedAtStart;
  #publishedAt = -Infinity;
  #askedAt = -Infinity;

  constructor(private readonly parts: SealingParts) {
    this.#log = new EvidenceLog(parts.store, parts.tokenSeen);
    this.#map = new MapTurn(parts, this.#log);
    this.#tokens = new TokenStep(parts, this.#log);
  }

  /**
   * `held` is aborted when another process may have begun to seal, `stopping` when this one wants to end: nothing is
   * begun then that can wait. Throws SealingRefused, SealingInterrupted.
   */
  async run(held: AbortSignal, stopping: AbortSignal = held): Promise<RoundResult> {
    try {
      return await this.#run(held, AbortSignal.any([held, stopping]));
    } catch (error) {
      // Another database may be there when it is tried again.
      this.#log.forget();
      this.#map.forget();
      this.#depth = comparedAtStart;
      throw error;
    }
  }

  async #run(held: AbortSignal, until: AbortSignal): Promise<RoundResult> {
    const standing = await takeStanding({ ...this.parts, log: this.#log }, this.#depth);
    const { current, tiles } = standing;
    await this.#introduce(standing);
    const early = this.#mapped(await this.#map.before(current.origin, until));
    await this.#feed(standing);
    const { published, missing } = await this.#publish(standing, held);
    this.#depth = comparedLeaves;
    const stampFault = await this.#tokens.run(current);
    const map = early ?? this.#mapped(await this.#map.after(current.origin, until));
    return { size: tiles.size, published, missing, stampFault, map };
  }

  #mapped<Outcome extends MapOutcome | null>(outcome: Outcome): Outcome {
    if (outcome?.recorded === true) this.#reached('map-recorded');
    return outcome;
  }

  /** The log's place on disk first: a ledger that names a key, and a folder that is empty, mean a loss. */
  async #introduce({ current, signer, unnamed }: Standing): Promise<void> {
    const { store, settings, clock } = this.parts;
    if (!current.begun) {
      await beginLog(settings.folder, current);
      this.#reached('log-begun');
    }
    if (!unnamed) return;
    const now = clock.now();
    const key = formatPublicKey(signer.publicKey);
    const data = {
      origin: current.origin,
      key,
      formerKey: null,
      reason: 'khóa đầu tiên của sổ / first key of the log',
    };
    await recordEvidence(store, evidenceAct({ type: 'signing-key.introduced', version: 1, data }, now, now));
    await this.#log.refresh();
    this.#reached('key-recorded');
  }

  async #feed({ tiles }: Standing): Promise<void> {
    const { store } = this.parts;
    const size = (await store.headPosition()) + 1n;
    await onTiles(() => feedTiles(store, tiles, size));
    this.#reached('tiles-fed');
    await setImmediate();
  }

  /** Signs when the tree has grown, was signed and not published, has long been silent, or a witness is owed. */
  async #publish(standing: Standing, held: AbortSignal): Promise<Pick<RoundResult, 'published' | 'missing'>> {
    const { settings } = this.parts;
    const { current, tiles, signer } = standing;
    const place = { folder: settings.folder, incarnation: current.incarnation };
    const witnesses = settings.witnesses.map(({ key }) => key);
    const before = await publishedNote(place);
    const text = formatCheckpoint({ origin: current.origin, size: tiles.size, root: tiles.root(), extensions: [] });
    if (before !== null && textOf(before) === text && signersOf(before, [signer.publicKey]).size > 0) {
      const missing = missingIn(before, settings);
      if (!this.#isDue(missing.length > 0)) return { published: false, missing };
    }
    const signed = await this.#sign(standing, text, held);
    const lines = [...(await this.#cosign(signed, tiles)), ...linesOf(before, text)];
    const known = standing.formerKey === null ? witnesses : [...witnesses, standing.formerKey];
    const note = withCosignatures(signed, lines, known);
    await this.#showKey(evidencePaths.publicKey(settings.folder, current.incarnation), signer.publicKey);
    await publishNote(place, tiles.size, note);
    this.#publishedAt = this.#now();
    this.#reached('published');
    return { published: true, missing: missingIn(note, settings) };
  }

  /** Every round looks; only a new key is written, since whoever appends waits for the same disk. */
  async #showKey(path: string, publicKey: PublicKey): Promise<void> {
    const key = `${formatPublicKey(publicKey)}\n`;
    if ((await textIfThere(path)) !== key) await writeDurably(path, key);
  }

  /** From here on no other tree can be signed, whatever happens; nobody has seen this one yet. */
  async #sign({ tiles, last, lastNote, signer }: Standing, text: string, held: AbortSignal): Promise<Uint8Array> {
    const { folder } = this.parts.settings;
    await onTiles(() => refuseFork(tiles, last?.checkpoint ?? null));
    const onDisk = await readIfThere(evidencePaths.lastSigned(folder));
    if (held.aborted || !sameNote(onDisk, lastNote)) throw new SealingInterrupted('another process may be sealing now');
    const signed = signNote(text, [signer]);
    await keepLastSigned(folder, signed);
    this.#reached('signed');
    return signed;
  }

  #isDue(incomplete: boolean): boolean {
    const now = this.#now();
    // A clock that was set back must not silence the sealer until it has caught up.
    if (incomplete && Math.abs(now - this.#askedAt) >= askAgainMs) return true;
    return Math.abs(now - this.#publishedAt) >= this.parts.settings.heartbeatMs;
  }

  /** Never stops the sealing: a note without cosignatures says so itself. */
  async #cosign(note: Uint8Array, tiles: TileLog): Promise<readonly string[]> {
    const { cosigner, logger } = this.parts;
    this.#askedAt = this.#now();
    if (cosigner === null) return [];
    const { size } = tiles;
    const consistency = async (from: bigint): Promise<readonly Uint8Array[]> =>
      from === size ? [] : tiles.rangeRoots(consistencyRanges(from, size));
    try {
      return await cosigner.cosign(note, { size, consistency });
    } catch (error) {
      logger.error({ err: error }, 'the witnesses could not be asked');
      return [];
    } finally {
      this.#reached('cosigned');
    }
  }

  #now(): number {
    return Date.parse(this.parts.clock.now());
  }

  #reached(step: SealingStep): void {
    this.parts.reached?.(step);
  }
}

const sameNote = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === null || other === null ? one === other : sameBytes(one, other);

const textOf = (note: Uint8Array): string | null => {
  const parsed = parseNote(note);
  return parsed.ok ? parsed.note.text : null;
};

const missingIn = (note: Uint8Array, { witnesses }: SealingSettings): readonly string[] => {
  const found = signersOf(
    note,
    witnesses.map(({ key }) => key),
  );
  return witnesses.map(({ key }) => key.name).filter((name) => !found.has(name));
};
