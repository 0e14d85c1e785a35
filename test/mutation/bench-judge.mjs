import { Worker } from 'node:worker_threads';

const lookEveryMs = 50;
const maxHeapMb = 700;

/** A judge in a thread of its own, replaced by another when it hangs or breaks. */
export const judgeOf = ({ root, modules, packages, mutants }) => {
  /** How many tests were begun, and which one of those asked about runs. */
  const pulse = new Int32Array(new SharedArrayBuffer(8));
  /** @type {any} */
  const state = { worker: null, settle: () => undefined };
  const answer = () =>
    new Promise((resolve) => {
      state.settle = resolve;
    });

  const end = async () => {
    const { worker } = state;
    state.worker = null;
    await worker?.terminate();
  };

  const start = async () => {
    const worker = new Worker(new URL('./judge.mjs', import.meta.url), {
      workerData: { root, modules, packages, mutantCount: mutants.length, pulse },
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    state.worker = worker;
    const isReady = answer();
    worker.on('message', (message) => state.settle(message));
    worker.on('error', (error) =>
      state.settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'breaks' : { fault: error.stack }),
    );
    worker.on('exit', () => state.settle('breaks'));
    const outcome = await isReady;
    if (outcome.fault !== undefined) throw new Error(outcome.fault);
  };

  /** What the judge answers; 'hangs' when a test takes longer than `patience(place)`, 'breaks' when the thread ends. */
  const ask = async (message, patience) => {
    if (state.worker === null) await start();
    const asked = answer();
    pulse[1] = -1;
    state.worker.postMessage(message);
    let [seen, since] = [pulse[0], Date.now()];
    const watch = setInterval(() => {
      if (pulse[0] !== seen) [seen, since] = [pulse[0], Date.now()];
      else if (Date.now() - since > patience(pulse[1])) state.settle('hangs');
    }, lookEveryMs);
    const outcome = await asked;
    clearInterval(watch);
    if (typeof outcome === 'string') await end();
    else if (outcome.fault !== undefined) throw new Error(outcome.fault);
    return typeof outcome === 'string' ? outcome : outcome.answer;
  };

  return { ask, end };
};
