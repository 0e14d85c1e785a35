import type { FullCounts, FullFinding, FullVerdict } from '#sealing/full/verify-full.ts';
import type { Bilingual } from '../frame/failure.ts';

export type Language = 'vi' | 'en' | 'both';

const names: Readonly<Record<FullVerdict['verdict'], Bilingual>> = {
  intact: { vi: 'NGUYÊN VẸN', en: 'INTACT' },
  tampered: { vi: 'BỊ CAN THIỆP', en: 'TAMPERED' },
  unverifiable: { vi: 'KHÔNG KIỂM CHỨNG ĐƯỢC', en: 'UNVERIFIABLE' },
};

const counted: readonly (readonly [name: keyof FullCounts, vi: string, en: string])[] = [
  ['events', 'sự kiện', 'events'],
  ['streams', 'dòng sự kiện', 'streams'],
  ['checkpoints', 'điểm kiểm', 'checkpoints'],
  ['tiles', 'tệp cây băm', 'tiles'],
  ['maps', 'bản đồ đối tượng', 'maps of subjects'],
  ['subjects', 'đối tượng', 'subjects'],
  ['sealedFields', 'lời văn niêm phong', 'sealed fields'],
  ['erasedFields', 'lời văn đã xóa hợp pháp', 'fields lawfully erased'],
  ['timeStamps', 'dấu thời gian', 'time stamps'],
  ['anchors', 'việc nêu dấu thời gian', 'events that name a time stamp'],
];

const listed = (heading: Bilingual, findings: readonly FullFinding[]): readonly Bilingual[] =>
  findings.length === 0 ? [] : [heading, ...findings.map(({ vi, en }) => ({ vi: `  - ${vi}`, en: `  - ${en}` }))];

const linesOf = (verdict: FullVerdict): readonly Bilingual[] => [
  names[verdict.verdict],
  ...verdict.findings.map(({ vi, en }) => ({ vi: `  - ${vi}`, en: `  - ${en}` })),
  ...(verdict.more === 0 ? [] : [{ vi: `  - và ${verdict.more} điều nữa`, en: `  - and ${verdict.more} more` }]),
  {
    vi: `Điểm kiểm phủ ${verdict.covered} trong ${verdict.counts.events} sự kiện`,
    en: `Checkpoints cover ${verdict.covered} of ${verdict.counts.events} events`,
  },
  { vi: 'Đã kiểm:', en: 'Checked:' },
  ...counted.map(([name, vi, en]) => ({
    vi: `  - ${verdict.counts[name]} ${vi}`,
    en: `  - ${verdict.counts[name]} ${en}`,
  })),
  ...listed({ vi: 'Chưa kiểm:', en: 'Not checked:' }, verdict.unchecked),
  ...listed({ vi: 'Lưu ý (không làm hỏng kết quả):', en: 'Remarks (they do not spoil the verdict):' }, verdict.remarks),
];

/** Vietnamese first, English after it. */
export const fullLines = (verdict: FullVerdict, language: Language): readonly string[] => {
  const lines = linesOf(verdict);
  return [
    ...(language === 'en' ? [] : lines.map(({ vi }) => vi)),
    ...(language === 'both' ? [''] : []),
    ...(language === 'vi' ? [] : lines.map(({ en }) => en)),
  ];
};

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
};

/** Positions, sizes and counts of events as decimals in strings. */
export const fullJson = (verdict: FullVerdict): unknown => plain(verdict);
