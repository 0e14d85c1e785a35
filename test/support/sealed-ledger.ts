import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint, type Checkpoint } from '#evidence/note/checkpoint.ts';
import { verifierOf } from '#evidence/note/ed25519.ts';
import { openNote } from '#evidence/note/note.ts';
import { createLogger } from '#platform/logging.ts';
import { readConfig } from '#platform/config.ts';
import { settingsOf, type SealingSettings } from '#sealing/signer/settings.ts';
import { openSigningKey } from '#sealing/signer/signing-key.ts';
import { eventOf } from '#store/contract/samples.ts';
import type { EventStore } from '#store/event-store.ts';
import type { SealingParts } from '#worker/sealing/round-parts.ts';
import { SealingRound, type RoundResult } from '#worker/sealing/sealing-round.ts';
import { MemorySubjectIndex } from './memory-subject-index.ts';

/** A folder for evidence, and a signer on it whose clock the test sets. */
export class SealedLedger {
  now = Date.parse('2026-03-02T01:00:00.000Z');
  #rounds: SealingRound | null = null;

  private constructor(
    readonly folder: string,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  static async in(env: Readonly<Record<string, string>> = {}): Promise<SealedLedger> {
    return new SealedLedger(await mkdtemp(join(tmpdir(), 'ledger-evidence-')), env);
  }

  get config() {
    return readConfig({ LEDGER_EVIDENCE_DIR: join(this.folder, 'evidence'), ...this.env }).evidence;
  }

  get settings(): SealingSettings {
    return settingsOf(this.config);
  }

  partsOver(store: EventStore, changes: Partial<SealingParts> = {}): SealingParts {
    return {
      store,
      index: new MemorySubjectIndex(),
      settings: this.settings,
      openKey: () => openSigningKey(this.config),
      clock: { now: () => new Date(this.now).toISOString() },
      logger: createLogger('silent'),
      cosigner: null,
      timestamps: null,
      ...changes,
    };
  }

  /** One round of a signer that has just started. */
  seal(store: EventStore, changes: Partial<SealingParts> = {}): Promise<RoundResult> {
    this.#rounds = new SealingRound(this.partsOver(store, changes));
    return this.again();
  }

  /** The next round of the same signer. */
  async again(): Promise<RoundResult> {
    if (this.#rounds === null) throw new Error('nothing was sealed yet');
    return this.#rounds.run(new AbortController().signal);
  }

  read(path: string): Promise<string> {
    return readFile(join(this.config.dir, path), 'utf8');
  }

  /** The published checkpoint, its signature checked. */
  async checkpoint(incarnation = 1): Promise<Checkpoint> {
    const origin = (await this.read(`log/${incarnation}/origin`)).trimEnd();
    const { publicKey } = (await openSigningKey(this.config)).signerFor(origin);
    const opened = openNote(await readFile(join(this.config.dir, `log/${incarnation}/checkpoint`)), [
      verifierOf(publicKey),
    ]);
    if (!opened.ok) throw new Error(opened.reason);
    const parsed = parseCheckpoint(opened.text);
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.checkpoint;
  }

  /** Sets part of the evidence aside as it is now; answers what puts it in the place of the later one. */
  async keep(part: string): Promise<() => Promise<void>> {
    const kept = await mkdtemp(join(this.folder, 'kept-'));
    await cp(join(this.config.dir, part), kept, { recursive: true });
    return async () => {
      await this.remove(part);
      await cp(kept, join(this.config.dir, part), { recursive: true });
    };
  }

  remove(part: string): Promise<void> {
    return rm(join(this.config.dir, part), { recursive: true, force: true });
  }

  dispose(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** Appends the sample events [from, to), each in a stream of its own. */
export const appendSamples = async (store: EventStore, from: number, to: number): Promise<void> => {
  for (let n = from; n < to; n += 1)
    await store.append({ stream: `dossier-${n}`, expected: 'no-stream', events: [eventOf(n)] });
};

export const typesIn = async (store: EventStore): Promise<readonly string[]> => {
  const types: string[] = [];
  for await (const { type } of store.readAll()) types.push(type);
  return types;
};
