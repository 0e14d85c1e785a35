import type { Progress } from './progress.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a command speaks: answers on stdout, everything about getting them on stderr. */
export interface Output {
  /** One line of the answer. */
  line(text?: string): void;
  /** The whole answer as JSON. */
  json(value: unknown): void;
  /** A remark beside the answer. */
  note(text: string): void;
  /** `total` in the unit that `advance` counts; the title is Vietnamese / English. */
  progress(title: string, total: number): Progress;
}

/** All a command knows of the process it runs in. */
export type CliContext = {
  readonly output: Output;
  readonly env: Environment;
  /** Aborted at the first Ctrl-C or SIGTERM: finish the batch in hand, then stop. */
  readonly stop: AbortSignal;
  /** Puts a question to the person at the terminal; absent where nobody sits at one. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
};
