import type { SealedFieldsView } from '#contracts/erasure-views.ts';
import type { Receipt } from '#contracts/views.ts';
import type { EraseSealedFields } from '#domain/evidence/commands.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { systemClock } from '#platform/clock.ts';
import type { EventStore } from '#store/event-store.ts';
import { CliFailure } from '../frame/failure.ts';
import { refusalFacts } from '../import/refusal.ts';

type SaidOfErasure = Omit<EraseSealedFields, 'type' | 'at' | 'actor'>;

/** Throws CliFailure when the ledger has no such event. */
export const sealedFieldsOf = async (store: EventStore, eventId: string): Promise<SealedFieldsView> => {
  const { SealedEvents } = await import('#api/erasures/sealed-events.ts');
  const found = await new SealedEvents(store).fieldsOf(eventId);
  if (found !== null) return found;
  throw new CliFailure({ vi: `Sổ cái không có sự kiện ${eventId}.`, en: `The ledger has no event ${eventId}.` });
};

/** Records and erases by the rules of the API. Throws CliFailure in the words of the rule that refused. */
export const recordErasure = async (
  store: EventStore,
  { actor, said }: { readonly actor: Actor; readonly said: SaidOfErasure },
): Promise<Receipt> => {
  const { ActRecorder, ApiMetrics, RecordErasure, RecordErasureHandler, SealedEvents, ActRefused } = await apiParts();
  const recorder = new ActRecorder(store, systemClock, new ApiMetrics());
  const handler = new RecordErasureHandler(recorder, new LedgerReference(store), new SealedEvents(store));
  const command = { type: 'erase-sealed-fields', at: systemClock.now(), actor, ...said } as const;
  try {
    return await handler.execute(new RecordErasure({ actor, correlationId: `cli/erase/${said.eventId}` }, command));
  } catch (error) {
    if (!(error instanceof ActRefused)) throw error;
    const { reason, reasonEn } = refusalFacts({ code: error.code, facts: error.facts });
    throw new CliFailure({ vi: String(reason), en: String(reasonEn) }, 1, { cause: error });
  }
};

/** Loaded only here: reading commands need no web framework. */
const apiParts = async () => {
  const { ActRecorder } = await import('#api/ledger/act-recorder.ts');
  const { ApiMetrics } = await import('#api/metrics/api-metrics.ts');
  const { RecordErasure, RecordErasureHandler } = await import('#api/erasures/erase-sealed-fields.ts');
  const { SealedEvents } = await import('#api/erasures/sealed-events.ts');
  const { ActRefused } = await import('#api/edge/problem-errors.ts');
  return { ActRecorder, ApiMetrics, RecordErasure, RecordErasureHandler, SealedEvents, ActRefused };
};
