import { parsePolicy } from '#evidence/bundle/policy.ts';
import { shown, shownJson } from '#evidence/bundle/shown.ts';
import { verdictJson, verdictLines } from '#evidence/bundle/verdict-text.ts';
import { verdicts, type Verdict } from '#evidence/bundle/verdict.ts';
import { verifyBundle } from '#evidence/bundle/verify-bundle.ts';
import { parseArguments, usage, type Asked, type Bilingual, type Language } from './arguments.ts';

/** All that verifying a file needs of the machine: two files to read, one to write, two places to speak. */
export type VerifyIo = {
  /** The whole file, or enough of it to be larger than a bundle may be. Throws what the operating system answers. */
  readonly readFile: (path: string) => Uint8Array;
  /** A new file; MUST throw when there is one of that name already. */
  readonly writeFile: (path: string, text: string) => void;
  /** One line of the answer. */
  readonly out: (line: string) => void;
  /** One line beside the answer. */
  readonly err: (line: string) => void;
  /** What is being done, for a person who waits; null: it is done. */
  readonly progress: (text: string | null) => void;
};

/** 0 intact, 1 tampered, 2 unverifiable, which is also the answer to every fault on the way. */
export type VerifyExitCode = 0 | 1 | 2;

/** The verifier has no verdict, for a reason that lies with the reader's own machine or command. */
class NoVerdict extends Error {
  constructor(
    readonly code: 'usage' | 'unreadable-file' | 'bad-policy' | 'defect',
    readonly text: Bilingual,
  ) {
    super(text.en);
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const readFaults: Readonly<Record<string, Bilingual>> = {
  ENOENT: { vi: 'không có tệp này', en: 'there is no such file' },
  EACCES: { vi: 'không được phép', en: 'no permission' },
  EPERM: { vi: 'không được phép', en: 'no permission' },
  EISDIR: { vi: 'đó là thư mục, không phải tệp', en: 'it is a folder, not a file' },
};

const because = (error: unknown): Bilingual => {
  const plain = error instanceof Error ? error.message : String(error);
  return readFaults[codeOf(error)] ?? { vi: plain, en: plain };
};

const read = (path: string, { readFile }: VerifyIo): Uint8Array => {
  try {
    return readFile(path);
  } catch (error) {
    const why = because(error);
    throw new NoVerdict('unreadable-file', {
      vi: `Không đọc được ${path}: ${why.vi}.`,
      en: `Cannot read ${path}: ${why.en}.`,
    });
  }
};

/** From here on a waiting person is told what is going on. */
const largeBytes = 4_000_000;

const verdictOf = (asked: Asked, io: VerifyIo): Verdict => {
  const parsed = parsePolicy(read(asked.policy, io));
  if (!parsed.ok)
    throw new NoVerdict('bad-policy', {
      vi: `Chính sách ${asked.policy} không dùng được: ${parsed.reason}.`,
      en: `The policy ${asked.policy} cannot be used: ${parsed.reason}.`,
    });
  const bytes = read(asked.bundle, io);
  const megabytes = Math.round(bytes.length / 1_000_000);
  if (bytes.length >= largeBytes) io.progress(`Đang kiểm chứng ${megabytes} MB… / verifying ${megabytes} MB…`);
  try {
    return verifyBundle(bytes, parsed.policy);
  } finally {
    io.progress(null);
  }
};

const say = (speak: (line: string) => void, language: Language, text: Bilingual): void => {
  if (language !== 'en') speak(shown(text.vi));
  if (language !== 'vi' && !(language === 'both' && text.vi === text.en)) speak(shown(text.en));
};

const sayVerdict = (verdict: Verdict, { json, language }: Asked, io: VerifyIo): void => {
  if (json) return io.out(shownJson(JSON.stringify(verdictJson(verdict), null, 2)));
  const lines = verdictLines(verdict);
  if (language !== 'en') for (const { vi } of lines) io.out(vi);
  if (language === 'both') io.out('');
  if (language !== 'vi') for (const { en } of lines) io.out(en);
};

/**
 * Only the report of an intact bundle is worth reading, and only a new file is written: never over another.
 * False: it was asked for, there is one, and it could not be written.
 */
const writeReport = (verdict: Verdict, { report: path, language }: Asked, io: VerifyIo): boolean => {
  if (path === null) return true;
  if (verdict.report === null) {
    const why: Bilingual =
      verdict.verdict === 'intact'
        ? { vi: 'Gói không có bản in; không ghi gì.', en: 'The bundle has no report; nothing was written.' }
        : { vi: 'Không ghi bản in: gói không nguyên vẹn.', en: 'No report was written: the bundle is not intact.' };
    say(io.err, language, why);
    return true;
  }
  try {
    io.writeFile(path, verdict.report);
    return true;
  } catch (error) {
    const exists: Bilingual = { vi: 'đã có tệp tên ấy', en: 'there is a file of that name already' };
    const why = codeOf(error) === 'EEXIST' ? exists : because(error);
    say(io.err, language, {
      vi: `Không ghi được bản in vào ${path}: ${why.vi}.`,
      en: `Cannot write the report to ${path}: ${why.en}.`,
    });
    return false;
  }
};

const orNoVerdict = (error: unknown): NoVerdict => {
  if (error instanceof NoVerdict) return error;
  const { vi, en } = because(error);
  return new NoVerdict('defect', {
    vi: `Bộ kiểm chứng hỏng giữa chừng, chưa có kết quả: ${vi}`,
    en: `The verifier failed midway and has no verdict: ${en}`,
  });
};

/** A program that reads the answer finds one of the same form as ever. */
const sayNoVerdict = (
  { code, text }: NoVerdict,
  { json, language }: Pick<Asked, 'json' | 'language'>,
  io: VerifyIo,
) => {
  if (json)
    io.out(
      shownJson(
        JSON.stringify({ verdict: 'unverifiable', findings: [{ code, line: null, position: null, ...text }] }, null, 2),
      ),
    );
  else say(io.err, language, text);
};

const verifyAsked = (asked: Asked, io: VerifyIo): VerifyExitCode => {
  try {
    const verdict = verdictOf(asked, io);
    sayVerdict(verdict, asked, io);
    return writeReport(verdict, asked, io) ? (verdicts.indexOf(verdict.verdict) as VerifyExitCode) : 2;
  } catch (error) {
    sayNoVerdict(orNoVerdict(error), asked, io);
    return 2;
  }
};

/** Verifies what the command line names and says the verdict. Never throws, and ends no process. */
export const runVerify = (args: readonly string[], io: VerifyIo): VerifyExitCode => {
  const parsed = parseArguments(args);
  if (parsed.kind === 'run') return verifyAsked(parsed.asked, io);
  if (parsed.kind === 'wrong') {
    const asked = { json: args.includes('--json'), language: 'both' } as const;
    sayNoVerdict(new NoVerdict('usage', parsed.why), asked, io);
    if (!asked.json) for (const line of usage) say(io.err, 'both', line);
    return 2;
  }
  for (const language of ['vi', 'en'] as const) for (const line of usage) say(io.out, language, line);
  return 0;
};
