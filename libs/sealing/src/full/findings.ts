import type { Finding, VerdictName } from '#evidence/bundle/verdict.ts';
import type { Facts, FullGrade } from './sentence.ts';
import { sentences, type FullCode } from './sentences.ts';

/** One thing found, with what stood there and what should have. */
export type FullFinding = Finding & { readonly found: string | null; readonly wanted: string | null };

/** Kept of each grade: those of the lowest positions. The rest is counted. */
const kept = 20;

const byPlace = (one: FullFinding, other: FullFinding): number => {
  if (one.position === other.position) return 0;
  if (one.position === null) return 1;
  if (other.position === null) return -1;
  return one.position < other.position ? -1 : 1;
};

const asText = (value: bigint | string | undefined): string | null => (value === undefined ? null : String(value));

/** The sentences of a finding. */
const fullFinding = (code: FullCode, facts: Facts = {}): FullFinding => {
  const [, vi, en] = sentences[code];
  const { position = null } = facts;
  return {
    code,
    line: null,
    position,
    vi: vi(facts),
    en: en(facts),
    found: asText(facts.found),
    wanted: asText(facts.wanted),
  };
};

type Listed = { readonly findings: readonly FullFinding[]; readonly more: number };

/** What a check of the whole ledger has found so far; bounded, however much there is. */
export class Findings {
  readonly #by = {
    tampered: [] as FullFinding[],
    unverifiable: [] as FullFinding[],
    remark: [] as FullFinding[],
    unchecked: [] as FullFinding[],
  };
  readonly #counts = { tampered: 0, unverifiable: 0, remark: 0, unchecked: 0 };

  add(code: FullCode, facts: Facts = {}): void {
    const [grade] = sentences[code];
    const list = this.#by[grade];
    this.#counts[grade] += 1;
    list.push(fullFinding(code, facts));
    if (list.length < 2 * kept) return;
    // Stable: of two at one place the one found first stays first.
    list.sort(byPlace);
    list.length = kept;
  }

  get verdict(): VerdictName {
    if (this.#counts.tampered > 0) return 'tampered';
    return this.#counts.unverifiable > 0 ? 'unverifiable' : 'intact';
  }

  /** Why not intact: what contradicts before what is missing, the lowest position first. */
  get why(): Listed {
    const [tampered, unverifiable] = [this.#listed('tampered'), this.#listed('unverifiable')];
    return {
      findings: [...tampered.findings, ...unverifiable.findings],
      more: tampered.more + unverifiable.more,
    };
  }

  get remarks(): readonly FullFinding[] {
    return this.#listed('remark').findings;
  }

  get unchecked(): readonly FullFinding[] {
    return this.#listed('unchecked').findings;
  }

  #listed(grade: FullGrade): Listed {
    const findings = this.#by[grade].toSorted(byPlace).slice(0, kept);
    return { findings, more: this.#counts[grade] - findings.length };
  }
}
