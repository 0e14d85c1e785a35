import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#contracts/views.ts';
import { caseAggregates, type CaseCategory, type CommandOf } from '#domain/cases.ts';
import { onlyReferenceOfSecret, type AboutDossier } from '#domain/dossier/rules/only-reference-of-secret.ts';
import { streamOf, type DomainEvent } from '#domain/events.ts';
import type { Aggregate } from '#domain/kernel/aggregate.ts';
import { refuse, type Decision } from '#domain/kernel/decision.ts';
import type { CaseAct } from '#domain/kernel/case-act.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { ActContext, ActOptions } from '../ledger/act-context.ts';
import { ActRecorder } from '../ledger/act-recorder.ts';
import { CaseStates } from './case-states.ts';

/** One act on one subject that an aggregate of its own judges (libs/domain/src/cases.ts). */
export class RecordCaseAct<K extends CaseCategory = CaseCategory> extends Command<Receipt> {
  constructor(
    readonly context: ActContext,
    readonly subject: { readonly category: K; readonly id: string },
    readonly command: CommandOf<K>,
    readonly options: ActOptions = {},
  ) {
    super();
  }
}

/** The pairing of category and command is RecordCaseAct's to keep; here every aggregate looks the same. */
type AnyAggregate = Aggregate<CaseAct<string, object>, unknown, DomainEvent, RefusalCode>;

/** A subject that was never begun does not know the id under which it was looked for. */
const namingSubject = <E>(decision: Decision<E, RefusalCode>, id: string): Decision<E, RefusalCode> =>
  !decision.accepted && decision.refusal.code === 'case.unknown' && decision.refusal.facts['id'] === ''
    ? refuse('case.unknown', { id })
    : decision;

/** The dossier that a beginning act names, or that the subject was begun about. */
const dossierOf = (told: unknown): string | null => {
  const named = typeof told === 'object' && told !== null && 'dossierId' in told ? told.dossierId : null;
  return typeof named === 'string' ? named : null;
};

@CommandHandler(RecordCaseAct)
export class RecordCaseActHandler implements ICommandHandler<RecordCaseAct> {
  constructor(
    private readonly recorder: ActRecorder,
    private readonly reference: LedgerReference,
    private readonly states: CaseStates,
  ) {}

  execute({ context, subject: { category, id }, command, options }: RecordCaseAct): Promise<Receipt> {
    const aggregate = caseAggregates[category] as unknown as AnyAggregate;
    return this.recorder.record<DomainEvent>({
      id,
      stream: streamOf[category](id),
      at: command.at,
      context,
      options,
      judge: async (history, now) => {
        const state = history.reduce((before, event) => aggregate.evolve(before, event), aggregate.initial);
        const imported = context.provenance?.kind === 'import';
        const decision = aggregate.decide(command, state, { now, imported, reference: await this.reference.current() });
        return this.#keepingSecrets(command as AboutDossier, state, namingSubject(decision, id));
      },
    });
  }

  /** Asked last (decision 0079): whoever may not do the act does not learn which dossier is secret. */
  async #keepingSecrets<E>(
    command: AboutDossier,
    state: unknown,
    decision: Decision<E, RefusalCode>,
  ): Promise<Decision<E, RefusalCode>> {
    const dossierId = decision.accepted && decision.events.length > 0 ? (dossierOf(command) ?? dossierOf(state)) : null;
    if (dossierId === null) return decision;
    const kept = onlyReferenceOfSecret(command, await this.states.dossier(dossierId));
    return kept === null ? decision : refuse(kept.code, kept.facts);
  }
}
