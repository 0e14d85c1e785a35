import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Receipt } from '#contracts/views.ts';
import type { CaseCategory, CommandOf } from '#domain/cases.ts';
import type { Clock } from '#platform/clock.ts';
import { CLOCK } from '../dependencies.ts';
import type { ActOptions } from '../ledger/act-context.ts';
import type { ActMoment } from '../ledger/act.dto.ts';
import type { ActRequest } from '../ledger/act-request.ts';
import { RecordCaseAct } from './record-case-act.ts';

type CaseBody<K extends CaseCategory> = {
  readonly occurredAt?: string | null;
  toCommand(moment: ActMoment, id: string): CommandOf<K>;
};

/** What the controllers of all case features share. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An act that brings the subject into being, under the id given or a new one. */
  begin<K extends CaseCategory>(
    act: ActRequest,
    body: CaseBody<K>,
    category: K,
    given?: string | null,
  ): Promise<Receipt> {
    const { id, options } = act.onNew(given);
    return this.#record(act, body, { category, id }, options);
  }

  /** An act on a subject that exists. */
  go<K extends CaseCategory>(act: ActRequest, body: CaseBody<K>, category: K, id: string): Promise<Receipt> {
    return this.#record(act, body, { category, id }, act.onExisting(id).options);
  }

  async #record<K extends CaseCategory>(
    act: ActRequest,
    body: CaseBody<K>,
    subject: { readonly category: K; readonly id: string },
    options: ActOptions,
  ): Promise<Receipt> {
    const moment = { at: body.occurredAt ?? this.clock.now(), actor: act.context.actor };
    const command = body.toCommand(moment, subject.id);
    return act.answer(await this.commands.execute(new RecordCaseAct(act.context, subject, command, options)));
  }
}
