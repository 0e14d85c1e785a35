/** Vietnamese first, English beside it. */
export type Bilingual = { readonly vi: string; readonly en: string };

export type Language = 'vi' | 'en' | 'both';

/** What a person asked of the verifier. */
export type Asked = {
  readonly bundle: string;
  readonly policy: string;
  readonly json: boolean;
  readonly language: Language;
  /** Where to put the printable report; null: nowhere. */
  readonly report: string | null;
};

export type ParsedArguments =
  | { readonly kind: 'run'; readonly asked: Asked }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: Bilingual };

export const usage: readonly Bilingual[] = [
  {
    vi: 'Cách dùng: verify FILE --policy POLICY [--json] [--lang vi|en|both] [--report OUT.html]',
    en: 'Usage: verify FILE --policy POLICY [--json] [--lang vi|en|both] [--report OUT.html]',
  },
  { vi: '  FILE               gói vết cần kiểm chứng', en: '  FILE               the bundle to verify' },
  {
    vi: '  --policy POLICY    chính sách của chính bạn: bạn tin khóa nào',
    en: '  --policy POLICY    your own policy: whose keys you trust',
  },
  { vi: '  --json             in JSON thay cho câu chữ', en: '  --json             print JSON instead of sentences' },
  { vi: '  --lang vi|en|both  ngôn ngữ', en: '  --lang vi|en|both  language' },
  {
    vi: '  --report OUT.html  ghi bản in trong gói ra tệp mới, chỉ khi nguyên vẹn',
    en: '  --report OUT.html  write the printable report to a new file, only when intact',
  },
  {
    vi: 'Mã thoát: 0 nguyên vẹn, 1 bị can thiệp, 2 không kiểm chứng được (kể cả không đọc được tệp, gõ sai lệnh).',
    en: 'Exit codes: 0 intact, 1 tampered, 2 unverifiable (also when a file cannot be read or the command is wrong).',
  },
];

const valued = ['--policy', '--lang', '--report'] as const;
type Valued = (typeof valued)[number];

const isValued = (name: string): name is Valued => valued.some((known) => known === name);
const isLanguage = (text: string): text is Language => text === 'vi' || text === 'en' || text === 'both';
const wrong = (vi: string, en: string): { readonly kind: 'wrong'; readonly why: Bilingual } => ({
  kind: 'wrong',
  why: { vi, en },
});

type Split = {
  readonly files: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<Valued, string>;
};

const isFlag = (given: string): boolean => ['--json', '--help', '-h'].includes(given);

/** `--name value` and `--name=value` as [name, value]; every other argument alone. After `--` everything is a file. */
const pair = (args: readonly string[]): readonly (readonly [string, string | undefined])[] => {
  const pairs: [string, string | undefined][] = [];
  for (let at = 0; at < args.length; at += 1) {
    const given = args[at] ?? '';
    const equals = given.startsWith('--') ? given.indexOf('=') : -1;
    if (given === '--') return [...pairs, ...args.slice(at + 1).map((file): [string, string] => ['file', file])];
    if (equals > 0) pairs.push([given.slice(0, equals), given.slice(equals + 1)]);
    else if (isValued(given)) pairs.push([given, args[(at += 1)]]);
    else pairs.push(given.startsWith('-') ? [given, undefined] : ['file', given]);
  }
  return pairs;
};

const split = (args: readonly string[]): Split | ReturnType<typeof wrong> => {
  const [files, flags, values] = [[] as string[], new Set<string>(), new Map<Valued, string>()];
  for (const [name, value = ''] of pair(args)) {
    if (name === 'file') files.push(value);
    else if (isFlag(name) && value === '') flags.add(name);
    else if (!isValued(name)) return wrong(`Không có tùy chọn ${name}.`, `There is no option ${name}.`);
    else if (value === '') return wrong(`Thiếu giá trị sau ${name}.`, `${name} needs a value.`);
    else if (values.has(name)) return wrong(`${name} được nêu hai lần.`, `${name} is given twice.`);
    else values.set(name, value);
  }
  return { files, flags, values };
};

/** Reads a command line. `help` wins over every fault. */
export const parseArguments = (args: readonly string[]): ParsedArguments => {
  const parts = split(args);
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help' };
  if ('kind' in parts) return parts;
  const [bundle, ...more] = parts.files;
  if (bundle === undefined) return wrong('Hãy nêu tệp gói vết.', 'Name the bundle to verify.');
  if (more.length > 0) return wrong('Mỗi lần chỉ kiểm một gói vết.', 'One bundle at a time.');
  const policy = parts.values.get('--policy');
  if (policy === undefined)
    return wrong('Hãy nêu chính sách của bạn: --policy TỆP.', 'Name your policy: --policy FILE.');
  const language = parts.values.get('--lang') ?? 'both';
  if (!isLanguage(language)) return wrong('--lang là vi, en hoặc both.', '--lang is vi, en or both.');
  const report = parts.values.get('--report') ?? null;
  return { kind: 'run', asked: { bundle, policy, json: parts.flags.has('--json'), language, report } };
};
