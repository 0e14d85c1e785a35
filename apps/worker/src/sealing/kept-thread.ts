import type { Worker } from 'node:worker_threads';
import type { Logger } from '#platform/logging.ts';
import { pause } from '../pause.ts';
import type { Sealer } from './sealer.ts';
import type { ThreadSays } from './sealer-thread.ts';

export type KeptThreadOptions = {
  /** Starts the thread, which says `sealing`, and `stopped` some time after it was told anything. */
  readonly open: () => Worker;
  readonly logger: Logger;
  /** Before a thread that has died is started again, in milliseconds. */
  readonly restartMs?: number;
};

/** A fault that comes at every start must not fill the log. */
const defaultRestartMs = 5_000;

/** One thread, from its start to its end. */
class Thread {
  /** Why it ended. */
  readonly ended: Promise<Error>;
  /** True: it seals; false: it ended before. */
  readonly sealing: Promise<boolean>;

  constructor(private readonly worker: Worker) {
    let fault: Error | null = null;
    worker.on('error', (error: unknown) => (fault = error instanceof Error ? error : new Error(String(error))));
    this.ended = new Promise((resolve) => {
      worker.once('exit', (code) => resolve(fault ?? new Error(`the sealing thread ended with ${code}`)));
    });
    this.sealing = Promise.race([this.#says('sealing').then(() => true), this.ended.then(() => false)]);
  }

  /** Lets what is under way come to its end. Answers why it did not; null: it did. */
  async stop(): Promise<Error | null> {
    const stopped = this.#says('stopped').then(() => null);
    this.worker.postMessage('stop');
    await Promise.race([stopped, this.ended]);
    // A thread that has nothing left to do ends in the same turn in which its word arrives: the word counts.
    const fault = await Promise.race([stopped, this.ended]);
    await this.worker.terminate();
    return fault;
  }

  #says(word: ThreadSays): Promise<void> {
    return new Promise((resolve) => {
      this.worker.on('message', (said: unknown) => {
        if (said === word) resolve();
      });
    });
  }
}

class KeptThread implements Sealer {
  readonly #stopping = new AbortController();
  readonly #kept: Promise<void>;

  constructor(
    private readonly options: KeptThreadOptions,
    first: Thread,
  ) {
    this.#kept = this.#keep(first);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#kept;
  }

  async #keep(first: Thread): Promise<void> {
    const { logger, open, restartMs = defaultRestartMs } = this.options;
    const { signal } = this.#stopping;
    const stop = aborted(signal);
    for (let thread = first; ; thread = new Thread(open())) {
      const died = await Promise.race([thread.ended, stop]);
      if (died === null) return this.#end(thread);
      logger.error({ err: died }, 'NOTHING IS SEALED: the sealing thread died; it is started again');
      await pause(restartMs, signal);
      if (signal.aborted) return;
    }
  }

  async #end(thread: Thread): Promise<void> {
    const fault = await thread.stop();
    if (fault !== null) this.options.logger.error({ err: fault }, 'the sealing thread died while it was being stopped');
  }
}

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });

/**
 * A sealer in a thread that is started again when it dies: what it left is what a crash leaves. Throws what the
 * first start throws, as a sealer in this thread would.
 */
export const keepThread = async (options: KeptThreadOptions): Promise<Sealer> => {
  const first = new Thread(options.open());
  if (!(await first.sealing)) throw await first.ended;
  return new KeptThread(options, first);
};
