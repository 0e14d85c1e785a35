import { Worker } from 'node:worker_threads';
import { logLevels } from '#platform/config.ts';
import type { Logger } from '#platform/logging.ts';
import { composeSealer, type SealerConfig } from './composed-sealer.ts';
import { keepThread } from './kept-thread.ts';
import type { Sealer } from './sealer.ts';
import type { ThreadData } from './sealer-thread.ts';

/** In tests the product runs from its sources, and a thread cannot load TypeScript on Node 20: it seals where it is. */
const isBuilt = import.meta.url.endsWith('.js');

/**
 * Seals until it is stopped, in a thread of its own: in the one that serves, every batch of the subject map would
 * keep the event loop from the appends. A thread and no process, so that it ends with the one that serves, however
 * that ends. Throws what is wrong with the configuration.
 */
export const runSealer = (config: SealerConfig, logger: Logger): Promise<Sealer> => {
  if (!isBuilt) return composeSealer(config, logger);
  const logLevel = logLevels.find((level) => level === logger.level) ?? 'info';
  const workerData: ThreadData = { config, logLevel };
  return keepThread({ logger, open: () => new Worker(new URL('./sealer-thread.js', import.meta.url), { workerData }) });
};
