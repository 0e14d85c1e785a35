import type { Instant } from '#domain/kernel/event.ts';
import { keepState, readState, type FailingStep, type SealingState } from '#sealing/signer/sealing-state.ts';
import { remedyOf, SealingRefused } from '#sealing/signer/sealing-refused.ts';
import { pause } from '../pause.ts';
import { trySealing, type HeldLock } from './sealing-lock.ts';
import type { SealingParts } from './round-parts.ts';
import { SealingRound, type RoundResult } from './sealing-round.ts';

export type SealerDependencies = SealingParts & {
  /** Whose advisory lock makes this the only sealer; as ledger_app. */
  readonly appUrl: string;
  /** Called after every round that came to an end, well or not. */
  readonly onRound?: (outcome: RoundResult | Error) => void;
};

export type Sealer = {
  /** Lets a round under way finish. */
  stop(): Promise<void>;
};

/** How soon a standby notices that the sealer is gone, in milliseconds. */
const standbyMs = 1_000;

/** Share of the interval between two rounds in which nothing is done, at least. */
const leastRest = 1 / 10;

/** Whether an outcome is news, so that the file is not written again every round. */
const sameState = (one: SealingState, other: SealingState): boolean => withoutSince(one) === withoutSince(other);

const withoutSince = ({ refused, failing, map }: SealingState): string =>
  JSON.stringify([refused?.code, refused?.sentence.en, failing?.step, failing?.error, map?.size, map?.behind]);

class SealingLoop implements Sealer {
  readonly #stopping = new AbortController();
  readonly #round: SealingRound;
  readonly #running: Promise<void>;

  constructor(private readonly dependencies: SealerDependencies) {
    this.#round = new SealingRound(dependencies);
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const { logger, appUrl } = this.dependencies;
    while (!signal.aborted) {
      let lock: HeldLock | null = null;
      try {
        lock = await trySealing(appUrl);
        if (lock !== null) await this.#sealWhile(lock);
      } catch (error) {
        logger.error({ err: error }, 'sealing interrupted, trying again');
      } finally {
        await lock?.release();
      }
      await pause(standbyMs, signal);
    }
  }

  async #sealWhile({ lost }: HeldLock): Promise<void> {
    const until = AbortSignal.any([this.#stopping.signal, lost]);
    this.dependencies.logger.info({ folder: this.dependencies.settings.folder }, 'sealing the ledger');
    const { checkpointIntervalMs: interval } = this.dependencies.settings;
    while (!until.aborted) {
      const begin = performance.now();
      await this.#once(lost);
      // What a round takes is part of the interval, unless it takes nearly all of it: then the ledger has a rest.
      await pause(Math.max(interval - (performance.now() - begin), interval * leastRest), until);
    }
  }

  /** A fault costs this round alone: the ledger goes on taking in acts, and it is tried again. */
  async #once(lost: AbortSignal): Promise<void> {
    const outcome = await sealOnce(this.dependencies, this.#round, { lost, stopping: this.#stopping.signal }).catch(
      asError,
    );
    this.dependencies.onRound?.(outcome);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const faultIn = ({ stampFault, map }: RoundResult): { readonly step: FailingStep; readonly error: string } | null => {
  if (map.fault !== null) return { step: 'subject-map', error: map.fault };
  return stampFault === null ? null : { step: 'time-stamp', error: stampFault };
};

const stateAfter = (outcome: RoundResult | Error, since: Instant, { map }: SealingState): SealingState => {
  if (outcome instanceof SealingRefused)
    return { refused: { code: outcome.code, sentence: outcome.sentence, since }, failing: null, map };
  if (outcome instanceof Error)
    return { refused: null, failing: { step: 'round', error: outcome.message, since }, map };
  const fault = faultIn(outcome);
  const { standing } = outcome.map;
  return {
    refused: null,
    failing: fault && { ...fault, since },
    map: standing === null ? map : { size: String(standing.size), behind: String(standing.behind), since },
  };
};

const remember = async ({ clock, settings }: SealingParts, outcome: RoundResult | Error): Promise<void> => {
  const { folder } = settings;
  const before = await readState(folder);
  const state = stateAfter(outcome, clock.now(), before);
  if (!sameState(state, before)) await keepState(folder, state);
};

const say = ({ logger, settings }: SealingParts, outcome: RoundResult | Error): void => {
  if (outcome instanceof SealingRefused) {
    const { code, sentence, position } = outcome;
    const facts = { code, position: String(position), ...sentence, remedy: remedyOf(code).en };
    logger.error(facts, 'NOTHING IS SEALED: the evidence and the ledger disagree');
  } else if (outcome instanceof Error) logger.error({ err: outcome }, 'a sealing round failed, trying again');
  else {
    if (outcome.published) logger.debug({ size: String(outcome.size) }, 'sealed');
    const cosigned = settings.witnesses.length - outcome.missing.length;
    if (outcome.published && cosigned < settings.quorum)
      logger.warn({ missing: outcome.missing, quorum: settings.quorum }, 'fewer witnesses than the quorum cosigned');
  }
};

/** When a round must sign nothing any more, and when it should come to its end. */
export type RoundSignals = { readonly lost: AbortSignal; readonly stopping: AbortSignal };

/** One round, its outcome logged and kept for others to see. Throws what the round threw. */
export const sealOnce = async (
  parts: SealingParts,
  round: SealingRound,
  { lost, stopping }: RoundSignals,
): Promise<RoundResult> => {
  const outcome = await round.run(lost, stopping).catch(asError);
  say(parts, outcome);
  await remember(parts, outcome);
  if (outcome instanceof Error) throw outcome;
  return outcome;
};

/**
 * Seals the ledger for as long as it runs: a round every checkpoint interval. One process at a time; the others
 * stand by and take over when its lock is gone. Independent of who leads the projections.
 */
export const startSealer = (dependencies: SealerDependencies): Sealer => new SealingLoop(dependencies);
