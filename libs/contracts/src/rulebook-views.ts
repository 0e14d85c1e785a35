import type { PartyView, UnitRef } from './views.ts';

/** Values a rule takes from its clause. */
export type ParametersView = Readonly<Record<string, number | string | boolean>>;

export type InstrumentView = {
  readonly instrumentId: string;
  readonly kind: string;
  /** Null where the published text leaves it blank. */
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuer: string;
  readonly issuedOn: string | null;
  readonly title: string;
  readonly territory: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly replaces: readonly string[];
  readonly cites: readonly string[];
  /** Read in a published text, from a secondary source, from memory. */
  readonly certainty: 'V' | 'S' | 'M';
  readonly clauses: readonly {
    readonly clause: string;
    readonly duties: readonly { readonly obligation: string; readonly parameters: ParametersView }[];
  }[];
};

export type RuleView = {
  readonly obligation: string;
  readonly clause: string;
  readonly instrumentId: string;
  /** As people name it: kind, number and symbol, issuer. */
  readonly instrument: string;
  readonly parameters: ParametersView;
  readonly rulebookVersion: number;
};

/** What binds a unit at a moment; of several rules for one duty the first prevails. */
export type RulesInForce = {
  readonly unit: UnitRef;
  readonly at: string;
  /** Null before the first version. */
  readonly rulebookVersion: number | null;
  readonly items: readonly RuleView[];
};

export type InstrumentList = {
  readonly at: string;
  readonly rulebookVersion: number | null;
  readonly items: readonly InstrumentView[];
};

export type BindingView = {
  readonly bindingId: string;
  readonly instrumentId: string;
  readonly unit: UnitRef;
  readonly withSubordinates: boolean;
  readonly from: string;
  readonly to: string | null;
};

/** Of the units an instrument binds, how many it was made known in. Units, never persons. */
export type DisseminationCoverage = {
  readonly instrumentId: string;
  readonly bound: number;
  readonly reached: number;
  readonly units: readonly { readonly unit: UnitRef; readonly sessions: number; readonly firstHeldAt: string | null }[];
};

export type DisseminationCoverageList = { readonly at: string; readonly items: readonly DisseminationCoverage[] };

/** A cell of the authority matrix. */
export type AuthorityView = {
  readonly authorityId: string;
  readonly matterKind: string;
  readonly unit: UnitRef;
  readonly power: 'decide' | 'advise';
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string;
  readonly basisClause: string | null;
  /** Delegations in force by which an officer may decide it for the unit. */
  readonly delegations: readonly DelegationView[];
};

export type DelegationView = {
  readonly delegationId: string;
  readonly unit: UnitRef;
  readonly delegator: PartyView;
  readonly delegate: PartyView;
  readonly scope: string;
  readonly document: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly standing: 'not-yet' | 'in-force' | 'expired' | 'revoked';
  readonly revokedReason: string | null;
};
