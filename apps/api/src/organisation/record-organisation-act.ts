import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#contracts/views.ts';
import { streamOf } from '#domain/events.ts';
import type {
  DelegationCommand,
  OrganisationCommand,
  PartyCommand,
  UnitCommand,
} from '#domain/organisation/commands.ts';
import { decideDelegation, decideParty, decideUnit } from '#domain/organisation/decide.ts';
import type { DelegationEvent, PartyEvent, UnitEvent } from '#domain/organisation/events.ts';
import {
  evolveDelegation,
  evolveParty,
  evolveUnit,
  initialDelegation,
  initialParty,
  initialUnit,
} from '#domain/organisation/evolve.ts';
import { organisationFactsFor } from '#domain/organisation/facts.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { ActContext, ActOptions } from '../ledger/act-context.ts';
import { ActRecorder } from '../ledger/act-recorder.ts';

/** One act on a unit, an officer, an account or a delegation. */
export class RecordOrganisationAct extends Command<Receipt> {
  constructor(
    readonly context: ActContext,
    readonly command: OrganisationCommand,
    readonly options: ActOptions = {},
  ) {
    super();
  }
}

type Told<C extends OrganisationCommand> = {
  readonly context: ActContext;
  readonly options: ActOptions;
  readonly command: C;
};

@CommandHandler(RecordOrganisationAct)
export class RecordOrganisationActHandler implements ICommandHandler<RecordOrganisationAct> {
  constructor(
    private readonly recorder: ActRecorder,
    private readonly reference: LedgerReference,
  ) {}

  execute({ context, command, options }: RecordOrganisationAct): Promise<Receipt> {
    switch (command.type) {
      case 'establish-unit':
      case 'dissolve-unit':
        return this.#onUnit(command.unitId, { context, options, command });
      case 'appoint':
      case 'end-appointment':
        return this.#onUnit(command.appointmentId, { context, options, command });
      case 'register-officer':
        return this.#onParty(command.officerId, streamOf.officer(command.officerId), { context, options, command });
      case 'register-account':
        return this.#onParty(command.accountId, streamOf.account(command.accountId), { context, options, command });
      case 'grant-delegation':
      case 'revoke-delegation':
        return this.#onDelegation({ context, options, command });
    }
  }

  #onUnit(id: string, { command, context, options }: Told<UnitCommand>): Promise<Receipt> {
    return this.recorder.record<UnitEvent>({
      id,
      stream: streamOf.unit(command.unitId),
      at: command.at,
      context,
      options,
      judge: async (history, now) => {
        const facts = organisationFactsFor((await this.reference.current()).organisation, command, now);
        return decideUnit(command, history.reduce(evolveUnit, initialUnit), facts);
      },
    });
  }

  #onParty(id: string, stream: string, { command, context, options }: Told<PartyCommand>): Promise<Receipt> {
    return this.recorder.record<PartyEvent>({
      id,
      stream,
      at: command.at,
      context,
      options,
      judge: async (history, now) => {
        const facts = organisationFactsFor((await this.reference.current()).organisation, command, now);
        return decideParty(command, history.reduce(evolveParty, initialParty), facts);
      },
    });
  }

  #onDelegation({ command, context, options }: Told<DelegationCommand>): Promise<Receipt> {
    return this.recorder.record<DelegationEvent>({
      id: command.delegationId,
      stream: streamOf.delegation(command.delegationId),
      at: command.at,
      context,
      options,
      judge: async (history, now) => {
        const facts = organisationFactsFor((await this.reference.current()).organisation, command, now);
        return decideDelegation(command, history.reduce(evolveDelegation, initialDelegation), facts);
      },
    });
  }
}
