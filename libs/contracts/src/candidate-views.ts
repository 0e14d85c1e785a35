import type { OfficerView, PartyView, UnitRef } from './views.ts';

/** In Vietnamese, and in English beside it. */
export type Wording = { readonly vi: string; readonly en: string };
export type PlainFacts = Readonly<Record<string, string | number>>;

export type RuleView = {
  readonly obligation: string;
  readonly instrument: string;
  readonly clause: string;
  readonly rulebookVersion: number;
};

/** What stands in the person's favour, on the same screen as the candidate. */
export type MitigationView = {
  readonly kind: string;
  readonly text: Wording;
  readonly facts: PlainFacts;
  readonly evidence: readonly string[];
};

/** Dấu hiệu cần xem xét: a question to people. The machine knows no other state than `candidate`. */
export type CandidateView = {
  readonly state: 'candidate';
  /** As whom the person asked about is concerned; `unit` when a unit was asked about. */
  readonly line: 'performer' | 'head' | 'unit';
  readonly incident: string;
  readonly kind: string;
  readonly text: Wording;
  readonly rules: readonly RuleView[];
  readonly calendar: { readonly calendar: string; readonly version: number } | null;
  /** Stream it is about, e.g. `dossier-HS-1`. */
  readonly subject: string;
  readonly at: string;
  readonly unit: UnitRef | null;
  readonly performer: PartyView;
  readonly head: PartyView | null;
  readonly facts: PlainFacts;
  /** Ledger positions, decimal, ascending. */
  readonly evidence: readonly string[];
  readonly mitigations: readonly MitigationView[];
  readonly recordedLate: boolean;
};

/** `next` may be set on a page with fewer items than asked for: so many subjects were looked through at once. */
export type CandidatePage = {
  readonly asOf: string;
  readonly items: readonly CandidateView[];
  readonly next: string | null;
};

export type DetectorView = {
  readonly kind: string;
  readonly text: Wording;
  readonly obligations: readonly string[];
  readonly about: string;
  /** The rule in force may set another limit under that parameter. */
  readonly threshold: { readonly parameter: string; readonly byDefault: number; readonly unit: string } | null;
  /** It carries a named person's finding on; the machine judges nothing. */
  readonly humanFinding: boolean;
};
/** How many candidates of the kind the ledger holds now. */
export type KindCount = { readonly kind: string; readonly candidates: number };
export type DetectorsView = {
  readonly asOf: string;
  readonly detectors: readonly DetectorView[];
  readonly counts: readonly KindCount[];
  /** False when the ledger is larger than one answer looks through. */
  readonly complete: boolean;
};

export type RateView = {
  readonly measure: string;
  readonly text: Wording;
  readonly numerator: number;
  readonly denominator: number;
  /** Null: withheld, too few cases. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
};
/** Of an organisation; there is no such answer for a person. */
export type RatesView = {
  readonly unit: UnitRef;
  readonly asOf: string;
  readonly smallestShown: number;
  readonly rates: readonly RateView[];
};

/** One event about an opinion, task, recommendation or office matter in which the person acted or is named. */
export type DutyView = {
  readonly position: string;
  readonly subject: string;
  readonly revision: number;
  readonly type: string;
  readonly part: 'acted' | 'named';
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly recordedLate: boolean;
  readonly unit: UnitRef | null;
  readonly capacity: string;
  readonly dossierId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};
export type DutyPage = {
  readonly officer: OfficerView;
  readonly items: readonly DutyView[];
  readonly next: string | null;
};
