import type { CaseFacts } from '../kernel/aggregate.ts';
import type { LaterCommand } from './commands.ts';
import type { AddresseeState, RequestedConsultation } from './state.ts';

/** A command against a consultation that exists … */
export type Judged<C extends LaterCommand = LaterCommand> = {
  readonly command: C;
  readonly consultation: RequestedConsultation;
  readonly facts: CaseFacts;
};

/** … and against one body that was asked. */
export type OfAddressee<C extends LaterCommand = LaterCommand> = Judged<C> & { readonly addressee: AddresseeState };
