import type { AssessmentView, ConsultationDetail, ConsultationEntry } from '#contracts/consultation-views.ts';
import type { RequestedConsultation } from '#domain/consultation/state.ts';
import { msOf } from '#domain/time/instant.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { idOf } from '../party-key.ts';
import type { ViewDatabase } from '../view-database.ts';
import { addresseeView, mentionAddressee, mentionParty, signatureView } from './addressee-view.ts';
import { Heads } from './heads.ts';
import type { LogEntry } from './projection.ts';
import { columns, logIn, stateIn, summaryOf, type StoredConsultation } from './stored.ts';
import { documentText } from './wording.ts';

const mentionDetail = (state: RequestedConsultation, log: readonly LogEntry[], heads: Heads): Mentioned => {
  const mentioned = new Mentioned().unit(state.requester);
  mentionParty(mentioned, state.signature.drafter);
  mentionParty(mentioned, state.signature.signer);
  heads.want(state.requester, state.at);
  for (const addressee of state.addressees) mentionAddressee(mentioned, heads, addressee);
  for (const { by, unit, settled } of state.assessments) {
    mentionParty(mentioned, by);
    mentionParty(mentioned, settled?.by ?? null);
    mentioned.unit(unit);
  }
  for (const { actor, actingUnit } of log) {
    mentionParty(mentioned, actor);
    mentioned.unit(actingUnit);
  }
  return mentioned;
};

const assessmentViews = ({ assessments }: RequestedConsultation, labels: Labels): AssessmentView[] =>
  assessments.map(
    ({ assessmentId, unit, at, by, questionId, quality, quotedSentence, reason, contested, settled }) => ({
      assessmentId,
      unit: labels.unit(unit),
      at,
      assessor: labels.party(by.kind, idOf(by)),
      questionId,
      quality,
      quotedSentence,
      reason,
      contested: contested && { at: contested.at, statement: contested.statement },
      settled: settled && {
        at: settled.at,
        outcome: settled.outcome,
        reason: settled.reason,
        by: labels.party(settled.by.kind, idOf(settled.by)),
      },
    }),
  );

const lateAfterMs = 86_400_000;

const entryViews = (log: readonly LogEntry[], labels: Labels): ConsultationEntry[] =>
  log.map(({ position, revision, type, units, occurredAt, recordedAt, actor, actingUnit, capacity }) => ({
    position,
    revision,
    type,
    unit: labels.unitOrNull(units[0] ?? null),
    occurredAt,
    recordedAt,
    recordedLate: msOf(recordedAt) - msOf(occurredAt) > lateAfterMs,
    actor: labels.party(actor.kind, idOf(actor)),
    actingUnit: labels.unitOrNull(actingUnit),
    capacity,
  }));

/** One request with everything said about it; null when there is none of that id. */
export const findConsultation = async (db: ViewDatabase, id: string): Promise<ConsultationDetail | null> => {
  const [row] = await db.rows<StoredConsultation>(
    `select ${columns} from views.consultation c where c.consultation_id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const [state, log, now, heads] = [stateIn(row), logIn(row), db.now(), new Heads()];
  const mentioned = mentionDetail(state, log, heads);
  await heads.load(db, mentioned);
  const shown = { labels: await labelsOf(db, mentioned), heads };
  return {
    ...summaryOf(row, state, shown.labels),
    questions: state.questions,
    document: documentText(state.document),
    signature: signatureView(state.signature, { unit: state.requester, at: state.at }, shown),
    calendar: state.due && state.due.calendar,
    addressees: state.addressees.map((addressee) => addresseeView(state, addressee, { shown, now })),
    assessments: assessmentViews(state, shown.labels),
    history: entryViews(log, shown.labels),
  };
};
