import type { OfficerId } from '../../kernel/event.ts';
import type { Reference } from '../../reference.ts';
import type { Mitigation } from '../candidate.ts';
import type { Finding } from '../finding.ts';
import type { World } from '../history.ts';

/** A finding with who is shown as concerned, laid before the rules that speak in their favour. */
export type Concerned = {
  readonly finding: Finding;
  readonly performer: OfficerId | null;
  readonly head: OfficerId | null;
  readonly world: World;
  readonly reference: Reference;
};

/** MUST only read events and reference: the same events give the same mitigation. */
export type MitigationRule = (concerned: Concerned) => readonly Mitigation[];
