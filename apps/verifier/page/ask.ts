import { answerTo, type Answer, type Question } from './answer.ts';

/** In the worker: answers the one question it is asked. */
export const answerQuestions = (): void => {
  addEventListener('message', ({ data }: MessageEvent<Question>) => postMessage(answerTo(data)));
};

/** The page's own script, once more, as a worker: there is nothing to load and nowhere to load it from. */
const startWorker = (): Worker | null => {
  const source = document.querySelector('script')?.textContent ?? '';
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** After the screen has been drawn, so that the reader sees that work is going on. */
const afterDrawing = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Verifies beside the page; in it where the browser allows no worker. `stop` ends the work unheard. */
export const ask = async (question: Question, stop: AbortSignal): Promise<Answer> => {
  const worker = startWorker();
  if (worker === null) {
    await afterDrawing();
    return answerTo(question);
  }
  stop.addEventListener('abort', () => worker.terminate());
  const answer = await new Promise<Answer>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => resolve({ kind: 'defect', reason: message }));
    worker.postMessage(question);
  });
  worker.terminate();
  return answer;
};
