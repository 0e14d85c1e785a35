import { shown, shownName } from './shown.ts';
import type { Finding, Verdict, VerdictName } from './verdict.ts';

/** A line for people. */
export type VerdictLine = { readonly vi: string; readonly en: string };

const names: Readonly<Record<VerdictName, VerdictLine>> = {
  intact: { vi: 'NGUYÊN VẸN', en: 'INTACT' },
  tampered: { vi: 'BỊ CAN THIỆP', en: 'TAMPERED' },
  unverifiable: { vi: 'KHÔNG KIỂM CHỨNG ĐƯỢC', en: 'UNVERIFIABLE' },
};

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `31/12/2025 09:05`, in Vietnam. */
export const momentText = (moment: Date): string => {
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')}`;
};

const listed = (findings: readonly Finding[]): readonly VerdictLine[] =>
  findings.map(({ vi, en }) => ({ vi: `  - ${vi}`, en: `  - ${en}` }));

const headed = (vi: string, en: string, lines: readonly VerdictLine[]): readonly VerdictLine[] =>
  lines.length === 0 ? [] : [{ vi, en }, ...lines];

const covered = ({ checkpoint, stampedAt }: Verdict): readonly VerdictLine[] => {
  if (checkpoint === null) return [];
  const { origin, size, mapSize } = checkpoint;
  const beyond = size - mapSize;
  const stamped = stampedAt === null ? null : momentText(stampedAt);
  return [
    { vi: `Sổ: ${origin}, điểm kiểm trên ${size} việc`, en: `Ledger: ${origin}, checkpoint over ${size} events` },
    {
      vi: `Đủ mọi việc của các đối tượng dưới đây trong ${mapSize} việc đầu của sổ; ${beyond} việc sau đó không được xét`,
      en: `Complete for the subjects below within the first ${mapSize} events of the ledger; the ${beyond} after them were not looked at`,
    },
    ...(stamped === null
      ? []
      : [{ vi: `Dấu thời gian phủ mọi việc: ${stamped}`, en: `Time stamp over all events: ${stamped}` }]),
  ];
};

const details = (verdict: Verdict): readonly VerdictLine[] => [
  ...covered(verdict),
  ...verdict.subjects.map(({ name, count }) => ({
    vi: `  - ${shownName(name)}: ${count} việc`,
    en: `  - ${shownName(name)}: ${count} events`,
  })),
  ...headed(
    'Nhân chứng:',
    'Witnesses:',
    verdict.witnesses.map(({ operator, at }) => ({
      vi: `  - ${operator}, ${momentText(at)}`,
      en: `  - ${operator}, ${momentText(at)}`,
    })),
  ),
];

const onReport = ({ report }: Verdict): readonly VerdictLine[] =>
  report === null
    ? []
    : [
        {
          vi: 'Bản in trong gói là bản mà sổ đã niêm phong; lời lẽ của nó không được đối chiếu với các việc',
          en: 'The report in the bundle is the one that the ledger sealed; its wording was not compared with the events',
        },
      ];

/** Only of an intact bundle: in any other nothing says that the erasure was one. */
const lawfullyErased = ({ verdict, erased }: Verdict): Verdict['erased'] => (verdict === 'intact' ? erased : []);

const inFull = (verdict: Verdict): readonly VerdictLine[] => [
  names[verdict.verdict],
  ...listed(verdict.findings),
  ...details(verdict),
  ...headed(
    'Đã xóa hợp pháp:',
    'Lawfully erased:',
    lawfullyErased(verdict).map(({ position, path, erasedAt }) => ({
      vi: `  - việc số ${position}, ${shownName(path)}: xóa theo việc số ${erasedAt}`,
      en: `  - event ${position}, ${shownName(path)}: erased by event ${erasedAt}`,
    })),
  ),
  ...onReport(verdict),
  ...headed('Lưu ý (không làm hỏng kết quả):', 'Remarks (they do not spoil the verdict):', listed(verdict.remarks)),
];

/**
 * The verdict for people, line by line: the verdict itself, why, what it covers, what was erased, what to know
 * besides. Whatever a file calls itself, each stays one line without control characters.
 */
export const verdictLines = (verdict: Verdict): readonly VerdictLine[] =>
  inFull(verdict).map(({ vi, en }) => ({ vi: shown(vi), en: shown(en) }));

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

const plain = (value: unknown): Plain => {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
  return value as string | number | boolean | null;
};

/** The verdict for programs: positions, sizes and counts as decimals in strings, moments in UTC (ISO 8601). */
export const verdictJson = (verdict: Verdict): Plain => plain(verdict);
