import type { CaseCategory, CommandOf } from '#domain/cases.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Instant, Provenance } from '#domain/kernel/event.ts';
import type { Receipt } from '#contracts/views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import type { EventStore } from '#store/event-store.ts';
import { CliFailure } from '../frame/failure.ts';
import { refusalFacts } from '../import/refusal.ts';

export type WritableLedger = {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Default: entered by this command line. */
  readonly provenance?: Provenance;
};

/** Whoever runs the command line on the machine; a person is named by acts over the API. */
const machineActor: Actor = { party: { kind: 'account', id: 'so-cai' }, unit: null, capacity: 'system' };

export type ReferenceAct<K extends CaseCategory> = {
  readonly category: K;
  readonly id: string;
  /** Names the act; in a sample its event has an id made of key and body, so that the same sample tells the same. */
  readonly key: string;
  readonly toCommand: (moment: { readonly at: Instant; readonly actor: Actor }) => CommandOf<K>;
};

/** Records through the rules everybody uses. Throws CliFailure in the words of the rule that refused. */
export const recordReferenceAct = async <K extends CaseCategory>(
  { store, clock, provenance }: WritableLedger,
  { category, id, key, toCommand }: ReferenceAct<K>,
): Promise<Receipt> => {
  const { ActRecorder, ApiMetrics, CaseStates, RecordCaseAct, RecordCaseActHandler, ActRefused, markOf } =
    await apiParts();
  const recorder = new ActRecorder(store, clock, new ApiMetrics());
  const handler = new RecordCaseActHandler(recorder, new LedgerReference(store), new CaseStates(store));
  const now = clock.now();
  const command = toCommand({ at: now, actor: machineActor });
  const said = { caller: 'so-cai', key, route: `${category}-${id}`, body: { ...command, at: null } };
  const options = provenance?.kind === 'sample' ? { mark: markOf(said) } : {};
  const context = {
    actor: machineActor,
    correlationId: `cli/${key}`,
    recordedAt: now,
    ...(provenance ? { provenance } : {}),
  };
  try {
    // The handler takes the union of all categories; the pairing is this function's to keep.
    const act = new RecordCaseAct(context, { category, id }, command, options);
    return await handler.execute(act as unknown as InstanceType<typeof RecordCaseAct>);
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    const { reason, reasonEn } = refusalFacts({ code: error.code, facts: error.facts });
    throw new CliFailure({ vi: String(reason), en: String(reasonEn) }, 1, { cause: error });
  }
};

/** Loaded only here: reading commands need no web framework. */
const apiParts = async () => {
  const { ActRecorder } = await import('#api/ledger/act-recorder.ts');
  const { markOf } = await import('#api/ledger/idempotency.ts');
  const { ApiMetrics } = await import('#api/metrics/api-metrics.ts');
  const { CaseStates } = await import('#api/cases/case-states.ts');
  const { RecordCaseAct, RecordCaseActHandler } = await import('#api/cases/record-case-act.ts');
  const { ActRefused } = await import('#api/edge/problem-errors.ts');
  return { ActRecorder, ApiMetrics, CaseStates, RecordCaseAct, RecordCaseActHandler, ActRefused, markOf };
};
