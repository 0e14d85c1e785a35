import { setPriority } from 'node:os';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { pino } from 'pino';
import type { LogLevel } from '#platform/config.ts';
import { createLogger, type Logger } from '#platform/logging.ts';
import { composeSealer, type SealerConfig } from './composed-sealer.ts';

/** What the thread says: it seals; it has ended what it was at. */
export type ThreadSays = 'sealing' | 'stopped';

export type ThreadData = { readonly config: SealerConfig; readonly logLevel: LogLevel };

/** On Linux the process 0 is the calling thread alone; elsewhere it would be all of the process. */
const priority = 10;

/** Whoever appends gets the processor first; what is sealed a moment later is sealed as well. */
const stepBack = (logger: Logger): void => {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, priority);
  } catch (error) {
    logger.warn({ err: error }, 'the sealing thread keeps its priority');
  }
};

const run = async (port: MessagePort, { config, logLevel }: ThreadData): Promise<void> => {
  // Not by way of the main thread: its event loop may be busy, and what is said last would be lost with it.
  const logger = createLogger(logLevel, pino.destination({ fd: 2, sync: true }));
  stepBack(logger);
  const sealer = await composeSealer(config, logger);
  port.once('message', () => {
    void sealer.stop().then(() => port.postMessage('stopped' satisfies ThreadSays));
  });
  port.postMessage('sealing' satisfies ThreadSays);
};

if (parentPort !== null) await run(parentPort, workerData as ThreadData);
