import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#contracts/views.ts';
import type { DossierCommand } from '#domain/dossier/commands.ts';
import { decide } from '#domain/dossier/decide.ts';
import { isDossierEvent } from '#domain/dossier/events.ts';
import { evolve, initial } from '#domain/dossier/evolve.ts';
import { factsFor } from '#domain/dossier/facts.ts';
import { streamOf, type DossierStreamEvent } from '#domain/events.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { ActContext, ActOptions } from '../ledger/act-context.ts';
import { ActRecorder } from '../ledger/act-recorder.ts';

/** One act on one dossier, for the HTTP edge and for callers in the same process alike. */
export class RecordDossierAct extends Command<Receipt> {
  constructor(
    readonly context: ActContext,
    readonly dossierId: string,
    readonly command: DossierCommand,
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
      judge: async (stream, now) => {
        const history = stream.filter(isDossierEvent);
        const state = history.reduce(evolve, initial);
        const corrected = command.type === 'correct' ? history.find(({ id }) => id === command.correctsEventId) : null;
        const correctedEventType = corrected?.type ?? null;
        const directory = (await this.reference.current()).organisation;
        return decide(command, state, factsFor(directory, { command, state, now, correctedEventType }));
      },
    });
  }
}
