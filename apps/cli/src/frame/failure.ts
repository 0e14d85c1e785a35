/** Vietnamese first, English beside it, everywhere a person reads it. */
export type Bilingual = { readonly vi: string; readonly en: string };

/** 1: it did not work. 2: asked wrongly, or partly refused. 130: stopped by the person (128 + SIGINT). */
export type ExitCode = 0 | 1 | 2 | 130;

/** An end that the command foresaw; its text says what to do next. Anything else thrown is a defect. */
export class CliFailure extends Error {
  readonly text: Bilingual;
  readonly exitCode: ExitCode;

  constructor(text: Bilingual, exitCode: ExitCode = 1, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
    this.exitCode = exitCode;
  }
}

/** An end whose command has said everything itself; only the exit code is left. */
export class AlreadySaid extends Error {
  constructor(readonly exitCode: ExitCode) {
    super('already said');
  }
}

/** Ctrl-C: the batch in hand was finished; `resume` says how to go on. */
export const interrupted = (resume: Bilingual): CliFailure =>
  new CliFailure({ vi: `Đã dừng theo yêu cầu. ${resume.vi}`, en: `Stopped on request. ${resume.en}` }, 130);

/** The code by which Node and the operating system name an error; empty where there is none. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** The message of an error and of what caused it, outermost first. */
export const explain = (error: unknown): string => {
  const parts: string[] = [];
  for (let at: unknown = error; at !== undefined && parts.length < 5; at = at instanceof Error ? at.cause : undefined) {
    parts.push(at instanceof Error ? at.message || at.name : JSON.stringify(at));
  }
  return parts.join(': ');
};
