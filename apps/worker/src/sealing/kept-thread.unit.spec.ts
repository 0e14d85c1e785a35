import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, type Logger } from '#platform/logging.ts';
import { keepThread } from './kept-thread.ts';

const port = `const { parentPort: port } = require('node:worker_threads');`;
const seals = `port.once('message', () => port.postMessage('stopped')); port.postMessage('sealing');`;
const thread = (code: string): Worker => new Worker(`${port} ${code}`, { eval: true });
const restartMs = 5;

let said: string[];
let logger: Logger;
beforeEach(() => {
  said = [];
  logger = createLogger('error', { write: (line: string) => said.push(line) });
});

/** Opens one after another; tells when the last one was opened. */
const opening = (...codes: readonly string[]) => {
  let opened = 0;
  let last = (): void => undefined;
  const allOpened = new Promise<void>((resolve) => (last = resolve));
  const open = (): Worker => {
    const code = codes[opened] ?? seals;
    opened += 1;
    if (opened === codes.length) last();
    return thread(code);
  };
  return { open, allOpened, opened: () => opened };
};

describe('a sealer kept in a thread', () => {
  it('is told to stop, and has come to its end when that is answered', async () => {
    const ended = new SharedArrayBuffer(1);
    const slow = `const { workerData } = require('node:worker_threads');
      port.once('message', () => require('node:fs').readdir('.', () => { new Uint8Array(workerData)[0] = 1; port.postMessage('stopped'); }));
      port.postMessage('sealing');`;
    const open = (): Worker => new Worker(`${port} ${slow}`, { eval: true, workerData: ended });
    const sealer = await keepThread({ open, logger });
    await sealer.stop();
    expect(new Uint8Array(ended)[0]).toBe(1);
    expect(said).toEqual([]);
  });

  it('that ends as soon as it has said so has come to its end, too', async () => {
    const worker = new EventEmitter();
    const postMessage = (): void => {
      // Both reach whoever waits in one turn: so it is with a thread that has nothing left to do.
      worker.emit('message', 'stopped');
      worker.emit('exit', 0);
    };
    const open = (): Worker => Object.assign(worker, { postMessage, terminate: () => 0 }) as unknown as Worker;
    const kept = keepThread({ open, logger });
    worker.emit('message', 'sealing');
    await (await kept).stop();
    expect(said).toEqual([]);
  });

  it('is started again after it died, as often as it takes, and that is said loudly', async () => {
    const dies = `${seals} setImmediate(() => { throw new Error('out of luck'); });`;
    const { open, allOpened } = opening(
      dies,
      `throw new Error('not even begun');`,
      `port.once('message', () => 0); process.exit(7)`,
      seals,
    );
    const sealer = await keepThread({ open, logger, restartMs });
    await allOpened;
    await sealer.stop();
    expect(said).toHaveLength(3);
    for (const [at, why] of ['out of luck', 'not even begun', 'the sealing thread ended with 7'].entries()) {
      expect(said[at]).toContain('NOTHING IS SEALED');
      expect(said[at]).toContain(why);
    }
  });

  it('that cannot begin is no sealer: whoever starts it is told why', async () => {
    const { open, opened } = opening(`throw new Error('LEDGER_TSA_ROOTS');`);
    await expect(keepThread({ open, logger, restartMs })).rejects.toThrow('LEDGER_TSA_ROOTS');
    expect(opened()).toBe(1);
  });

  it('is not started again once it was to stop', async () => {
    const { open, opened } = opening(`${seals} setImmediate(() => process.exit(1));`, seals);
    let died = (): void => undefined;
    const death = new Promise<void>((resolve) => (died = resolve));
    const sealer = await keepThread({
      open,
      logger: createLogger('error', { write: () => died() }),
      restartMs: 60_000,
    });
    await death;
    await sealer.stop();
    expect(opened()).toBe(1);
  });

  it('that dies while it is being stopped holds nobody up, and that is said', async () => {
    const { open } = opening(`port.once('message', () => process.exit(3)); port.postMessage('sealing');`);
    const sealer = await keepThread({ open, logger, restartMs });
    await sealer.stop();
    expect(said).toEqual([expect.stringContaining('died while it was being stopped')]);
  });
});
