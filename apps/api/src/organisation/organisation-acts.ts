import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Receipt } from '#contracts/views.ts';
import type { OrganisationCommand } from '#domain/organisation/commands.ts';
import type { Clock } from '#platform/clock.ts';
import { CLOCK } from '../dependencies.ts';
import type { ActOptions } from '../ledger/act-context.ts';
import type { ActMoment } from '../ledger/act.dto.ts';
import type { ActRequest } from '../ledger/act-request.ts';
import { RecordOrganisationAct } from './record-organisation-act.ts';

/** What the controllers of units, officers, accounts and delegations share. */
@Injectable()
export class OrganisationActs {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(
    act: ActRequest,
    body: { readonly occurredAt?: string | null },
    options: ActOptions,
    command: (moment: ActMoment) => OrganisationCommand,
  ): Promise<Receipt> {
    const moment = { at: body.occurredAt ?? this.clock.now(), actor: act.context.actor };
    return act.answer(await this.commands.execute(new RecordOrganisationAct(act.context, command(moment), options)));
  }
}
