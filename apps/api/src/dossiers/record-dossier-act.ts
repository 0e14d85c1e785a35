import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#contracts/views.ts';
import { isDossierEvent } from '#domain/dossier/events.ts';
import { streamOf, type DossierStreamEvent } from '#domain/events.ts';
import type { DossierStreamCommand } from '#domain/submission/commands.ts';
import { decideOnDossier } from '#domain/submission/decide.ts';
import { evolveStream, initialStream } from '#domain/submission/stream.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { ActContext, ActOptions } from '../ledger/act-context.ts';
import { ActRecorder } from '../ledger/act-recorder.ts';

/** One act on one dossier, for the HTTP edge and for callers in the same process alike. */
export class RecordDossierAct extends Command<Receipt> {
  constructor(
    readonly context: ActContext,
    readonly dossierId: string,
    readonly command: DossierStreamCommand,
    readonly options: ActOptions = {},
  ) {
    super();
  }
}

@CommandHandler(RecordDossierAct)
export class RecordDossierActHandler implements ICommandHandler<RecordDossierAct> {
  constructor(
    private readonly recorder: ActRecorder,
    private readonly reference: LedgerReference,
  ) {}

  execute({ context, dossierId, command, options }: RecordDossierAct): Promise<Receipt> {
    return this.recorder.record<DossierStreamEvent>({
      id: dossierId,
      stream: streamOf.dossier(dossierId),
      at: command.at,
      context,
      options,
      judge: async (history, now) => {
        const state = history.reduce(evolveStream, initialStream);
        const corrected = command.type === 'correct' ? history.find(({ id }) => id === command.correctsEventId) : null;
        const correctedEventType = corrected && isDossierEvent(corrected) ? corrected.type : null;
        const reference = await this.reference.current();
        return decideOnDossier(command, state, { now, imported: false, reference, correctedEventType });
      },
    });
  }
}
