/** What a sentence may need to know. */
export type Facts = {
  readonly line?: number | null;
  readonly position?: bigint | null;
  readonly name?: string;
  readonly path?: string;
  readonly found?: bigint;
  readonly wanted?: bigint;
  readonly byMs?: number;
};

/**
 * `tampered`: what is in the file contradicts itself, or what someone trusted has signed. `unverifiable`: something
 * is not there, or is signed by nobody whom this policy trusts. `remark`: worth knowing, and spoils nothing.
 */
export type Grade = 'tampered' | 'unverifiable' | 'remark';

export type Sentence = readonly [grade: Grade, vi: (facts: Facts) => string, en: (facts: Facts) => string];

const minute = 60_000;
const units: readonly (readonly [ms: number, vi: string, en: string])[] = [
  [24 * 60 * minute, 'ngày', 'd'],
  [60 * minute, 'giờ', 'h'],
  [minute, 'phút', 'min'],
];

/** `2 ngày 3 giờ`, `2 d 3 h`: the two largest parts; below a minute in seconds. */
const lasting = (ms = 0): readonly [vi: string, en: string] => {
  const parts: (readonly [number, string, string])[] = [];
  let rest = ms;
  for (const [unit, vi, en] of units) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) parts.push([count, vi, en]);
  }
  if (parts.length === 0) return [`${(ms / 1000).toFixed(1)} giây`, `${(ms / 1000).toFixed(1)} s`];
  const first = parts.slice(0, 2);
  return [
    first.map(([count, vi]) => `${count} ${vi}`).join(' '),
    first.map(([count, , en]) => `${count} ${en}`).join(' '),
  ];
};

const event = ({ position }: Facts): readonly [vi: string, en: string] =>
  position === null || position === undefined ? ['một việc', 'an event'] : [`việc số ${position}`, `event ${position}`];

export const plain = (grade: Grade, vi: string, en: string): Sentence => [grade, () => vi, () => en];
export const ofEvent = (grade: Grade, vi: string, en: string): Sentence => [
  grade,
  (facts) => `${event(facts)[0]}: ${vi}`,
  (facts) => `${event(facts)[1]}: ${en}`,
];
export const ofField = (grade: Grade, vi: string, en: string): Sentence => [
  grade,
  (facts) => `${event(facts)[0]}, ${facts.path ?? ''}: ${vi}`,
  (facts) => `${event(facts)[1]}, ${facts.path ?? ''}: ${en}`,
];
export const ofSubject = (grade: Grade, vi: string, en: string): Sentence => [
  grade,
  ({ name, found, wanted }) => `${name ?? ''}: ${vi} (gói có ${found ?? 0n}, sổ ghi ${wanted ?? 0n})`,
  ({ name, found, wanted }) => `${name ?? ''}: ${en} (the bundle has ${found ?? 0n}, the ledger says ${wanted ?? 0n})`,
];
export const ofTime = (vi: string, en: string): Sentence => [
  'remark',
  (facts) => `${event(facts)[0]}: ${vi} ${lasting(facts.byMs)[0]}`,
  (facts) => `${event(facts)[1]}: ${en} ${lasting(facts.byMs)[1]}`,
];
