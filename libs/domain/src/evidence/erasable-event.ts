import type { CaseFacts } from '../kernel/aggregate.ts';
import type { Party } from '../kernel/event.ts';

/** What a rule about erasing has to know of the event; never what its fields say. */
export type ErasableEvent = {
  readonly actor: Party;
  /** Everything it concerns, as `<kind>:<id>`, those who are named in it among them. */
  readonly subjects: readonly string[];
  /** Its sealed fields, kept or erased. */
  readonly sealedPaths: readonly string[];
};

/** `event`: null when the ledger has none of that id. */
export type ErasureFacts = CaseFacts & { readonly event: ErasableEvent | null };
