import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#contracts/views.ts';
import { erasureAggregate } from '#domain/evidence/aggregate.ts';
import type { EraseSealedFields } from '#domain/evidence/commands.ts';
import type { SealedFieldErased } from '#domain/evidence/events.ts';
import { streamOf } from '#domain/events.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { ActContext, ActOptions } from '../ledger/act-context.ts';
import { ActRecorder } from '../ledger/act-recorder.ts';
import { SealedEvents } from './sealed-events.ts';

export class RecordErasure extends Command<Receipt> {
  constructor(
    readonly context: ActContext,
    readonly command: EraseSealedFields,
    readonly options: ActOptions = {},
  ) {
    super();
  }
}

@CommandHandler(RecordErasure)
export class RecordErasureHandler implements ICommandHandler<RecordErasure> {
  constructor(
    private readonly recorder: ActRecorder,
    private readonly reference: LedgerReference,
    private readonly events: SealedEvents,
  ) {}

  /** The receipt stands for an erasure that is durable and whose values are gone; the views follow (worker). */
  async execute({ context, command, options }: RecordErasure): Promise<Receipt> {
    const { eventId, at } = command;
    const event = await this.events.find(eventId);
    const receipt = await this.recorder.record<SealedFieldErased>({
      id: eventId,
      stream: streamOf.erasure(eventId),
      at,
      context,
      options,
      judge: async (history, now) => {
        const state = history.reduce(erasureAggregate.evolve, erasureAggregate.initial);
        const facts = { now, imported: false, reference: await this.reference.current(), event };
        return erasureAggregate.decide(command, state, facts);
      },
    });
    // A crash before this line: the worker finds the erasure recorded and deletes what it names.
    await this.events.eraseWhatIsRecorded(eventId);
    return receipt;
  }
}
