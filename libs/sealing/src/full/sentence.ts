/** What a sentence may need to know. */
export type Facts = {
  readonly position?: bigint;
  readonly id?: string;
  readonly name?: string;
  readonly path?: string;
  readonly found?: bigint | string;
  readonly wanted?: bigint | string;
};

/**
 * `tampered`: the ledger contradicts itself, or what was signed. `unverifiable`: something is not there.
 * `remark`: worth knowing. `unchecked`: what this run did not look at.
 */
export type FullGrade = 'tampered' | 'unverifiable' | 'remark' | 'unchecked';
type Say = (facts: Facts) => string;
export type Sentence = readonly [grade: FullGrade, vi: Say, en: Say];

const sides = ({ found, wanted }: Facts, there: string, due: string): string => {
  const parts = [
    ...(wanted === undefined ? [] : [`${due} ${wanted}`]),
    ...(found === undefined ? [] : [`${there} ${found}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
};

const idOf = ({ id }: Facts): string => (id === undefined ? '' : ` [${id}]`);
const pathOf = ({ path }: Facts): string => (path === undefined ? '' : `, ${path}`);

export const ofEvent = (grade: FullGrade, vi: string, en: string): Sentence => [
  grade,
  (facts) =>
    `việc số ${facts.position ?? '?'}${idOf(facts)}${pathOf(facts)}: ${vi}${sides(facts, 'thấy', 'đúng ra là')}`,
  (facts) => `event ${facts.position ?? '?'}${idOf(facts)}${pathOf(facts)}: ${en}${sides(facts, 'found', 'expected')}`,
];
/** Of a file of the evidence, a subject, a table: whatever `name` says. */
export const ofNamed = (grade: FullGrade, vi: string, en: string): Sentence => [
  grade,
  (facts) => `${facts.name ?? ''}: ${vi}${sides(facts, 'thấy', 'đúng ra là')}`,
  (facts) => `${facts.name ?? ''}: ${en}${sides(facts, 'found', 'expected')}`,
];
export const plain = (grade: FullGrade, vi: string, en: string): Sentence => [
  grade,
  (facts) => vi + sides(facts, 'thấy', 'đúng ra là'),
  (facts) => en + sides(facts, 'found', 'expected'),
];
