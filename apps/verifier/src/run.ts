import { parsePolicy, type Policy } from '#evidence/bundle/policy.ts';
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

type Obstacle = { readonly code: 'usage' | 'unreadable-file' | 'bad-policy' | 'defect'; readonly text: Bilingual };

/** The verifier has no verdict, for reasons that lie with the reader's own machine or command: every one of them. */
class NoVerdict extends Error {
  constructor(readonly obstacles: readonly Obstacle[]) {
    super(obstacles.map(({ text }) => text.en).join(' '));
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

const read = (path: string, { readFile }: VerifyIo): Uint8Array | Obstacle => {
  try {
    return readFile(path);
  } catch (error) {
    const why = because(error);
    const text = { vi: `Không đọc được ${path}: ${why.vi}.`, en: `Cannot read ${path}: ${why.en}.` };
    return { code: 'unreadable-file', text };
  }
};

const readPolicy = (path: string, io: VerifyIo): Policy | Obstacle => {
  const bytes = read(path, io);
  if ('code' in bytes) return bytes;
  const parsed = parsePolicy(bytes);
  if (parsed.ok) return parsed.policy;
  const text = {
    vi: `Chính sách ${path} không dùng được: ${parsed.reason}.`,
    en: `The policy ${path} cannot be used: ${parsed.reason}.`,
  };
  return { code: 'bad-policy', text };
};

/** From here on a waiting person is told what is going on. */
const largeBytes = 4_000_000;

const verdictOf = (asked: Asked, io: VerifyIo): Verdict => {
  const [policy, bytes] = [readPolicy(asked.policy, io), read(asked.bundle, io)];
  if ('code' in policy || 'code' in bytes) throw new NoVerdict([policy, bytes].filter((part) => 'code' in part));
  const megabytes = Math.round(bytes.length / 1_000_000);
  if (bytes.length >= largeBytes) io.progress(`Đang kiểm chứng ${megabytes} MB… / verifying ${megabytes} MB…`);
  try {
    return verifyBundle(bytes, policy);
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
  const text = {
    vi: `Bộ kiểm chứng hỏng giữa chừng, chưa có kết quả: ${vi}`,
    en: `The verifier failed midway and has no verdict: ${en}`,
  };
  return new NoVerdict([{ code: 'defect', text }]);
};

/** A program that reads the answer finds one of the same form as ever. */
const sayNoVerdict = (
  { obstacles }: NoVerdict,
  { json, language }: Pick<Asked, 'json' | 'language'>,
  io: VerifyIo,
): void => {
  if (!json) {
    for (const { text } of obstacles) say(io.err, language, text);
    return;
  }
  const findings = obstacles.map(({ code, text }) => ({ code, line: null, position: null, ...text }));
  io.out(shownJson(JSON.stringify({ verdict: 'unverifiable', findings }, null, 2)));
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
    sayNoVerdict(new NoVerdict([{ code: 'usage', text: parsed.why }]), asked, io);
    if (!asked.json) for (const line of usage) say(io.err, 'both', line);
    return 2;
  }
  for (const language of ['vi', 'en'] as const) for (const line of usage) say(io.out, language, line);
  return 0;
};
