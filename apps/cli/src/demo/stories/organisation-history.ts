import type { Instant } from '#domain/kernel/event.ts';
import type { OrganisationCommand } from '#domain/organisation/commands.ts';
import { decideDelegation, decideParty, decideUnit } from '#domain/organisation/decide.ts';
import type { OrganisationDirectory } from '#domain/organisation/directory.ts';
import type { DelegationEvent, OrganisationEvent, PartyEvent, UnitEvent } from '#domain/organisation/events.ts';
import {
  evolveDelegation,
  evolveUnit,
  initialDelegation,
  initialParty,
  initialUnit,
  type DelegationState,
  type UnitState,
} from '#domain/organisation/evolve.ts';
import { organisationFactsFor } from '#domain/organisation/facts.ts';

type Taken<E> = { readonly accepted: true; readonly events: readonly E[] } | { readonly accepted: false };

/** The rules of the organisation without a database: what each act of the sample would make of the directory. */
export class OrganisationHistory {
  readonly #units = new Map<string, UnitState>();
  readonly #delegations = new Map<string, DelegationState>();

  constructor(readonly directory: OrganisationDirectory) {}

  /** The events made; empty when the act is refused. */
  tell(command: OrganisationCommand, recordedAt: Instant): readonly OrganisationEvent[] {
    const events = this.#decide(command, recordedAt);
    for (const event of events) this.directory.apply(event);
    return events;
  }

  #decide(command: OrganisationCommand, recordedAt: Instant): readonly OrganisationEvent[] {
    const facts = organisationFactsFor(this.directory, command, recordedAt);
    switch (command.type) {
      case 'register-officer':
      case 'register-account':
        return made<PartyEvent>(decideParty(command, initialParty, facts));
      case 'grant-delegation':
      case 'revoke-delegation': {
        const state = this.#delegations.get(command.delegationId) ?? initialDelegation;
        const events = made<DelegationEvent>(decideDelegation(command, state, facts));
        this.#delegations.set(command.delegationId, events.reduce(evolveDelegation, state));
        return events;
      }
      default: {
        const state = this.#units.get(command.unitId) ?? initialUnit;
        const events = made<UnitEvent>(decideUnit(command, state, facts));
        this.#units.set(command.unitId, events.reduce(evolveUnit, state));
        return events;
      }
    }
  }
}

const made = <E>(decision: Taken<E>): readonly E[] => (decision.accepted ? decision.events : []);
