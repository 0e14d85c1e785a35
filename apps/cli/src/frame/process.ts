import { createInterface } from 'node:readline/promises';
import { showProgress } from './progress.ts';
import type { Output } from './context.ts';

/** Speaks on the real streams. JSON is indented: it is read by people as often as by programs. */
export const processOutput = (stdout: NodeJS.WritableStream, stderr: NodeJS.WritableStream): Output => ({
  line: (text = '') => void stdout.write(`${text}\n`),
  json: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  note: (text) => void stderr.write(`${text}\n`),
  progress: (title, total) => showProgress(stderr, title, total),
});

/**
 * The first Ctrl-C asks to finish the batch in hand; the second one ends the process at once
 * (what is stored is durable either way, only the farewell is missing).
 */
export const stopOnSignals = (note: (text: string) => void): AbortSignal => {
  const controller = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(130);
    note('Đang dừng… (Ctrl-C lần nữa: dừng ngay) / Stopping… (Ctrl-C again: at once)');
    controller.abort(signal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return controller.signal;
};

type Terminal = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** Asks beside the answer, on `output`; undefined where `input` is no terminal. Ctrl-C answers with nothing. */
export const questionsTo = (
  input: Terminal,
  output: NodeJS.WritableStream,
  stop: AbortSignal,
): ((question: string) => Promise<string>) | undefined => {
  if (input.isTTY !== true) return undefined;
  return async (question) => {
    const lines = createInterface({ input, output });
    try {
      return await lines.question(question, { signal: stop });
    } catch (error) {
      if (stop.aborted) return '';
      throw error;
    } finally {
      lines.close();
    }
  };
};
