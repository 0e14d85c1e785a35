import type { DossierStreamEvent, RecordedEvent } from '#domain/events.ts';
import type { DossierEvent, Holder } from '#domain/dossier/events.ts';
import type { Party, UnitId } from '#domain/kernel/event.ts';
import type { SubmissionEvent } from '#domain/submission/events.ts';

export type RecordedSubmission = Extract<RecordedEvent, SubmissionEvent>;

/** Plain fields that become attributes: texts, numbers, yes or no, and lists of texts, joined by `; `. */
export const submissionFields = {
  'coordination.attempted': ['attemptId', 'topic', 'heldAt', 'result'],
  'dissent.recorded': ['dissentId', 'content', 'grounds'],
  'dissent.resolved': ['dissentId', 'resolution'],
  'consensus.failed': ['attempts', 'dissents', 'statement'],
  'escalation.stated': ['by', 'ground', 'explanation', 'attempts', 'dissents', 'delegationId', 'openDissents'],
  'escalation.accepted': ['note'],
  'escalation.refused': ['reason'],
  'submission.checked': ['openDissents', 'conforming'],
  'submission.returned': ['defects'],
  'submission.forwarded': ['defects'],
  'review.level-passed': ['document', 'level', 'changed', 'note'],
  'supplement.requested': ['ordinal', 'papers', 'reason'],
  'apology.issued': ['reason', 'newAppointment'],
  'processing.refused': ['reason'],
  'objection.recorded': ['order', 'grounds'],
} as const satisfies Readonly<Record<Exclude<DossierStreamEvent, DossierEvent>['type'], readonly string[]>>;

/** Who takes part in an event besides the dossier and the actor, by role. */
export type Named =
  | { readonly as: string; readonly unit: UnitId | null }
  | { readonly as: string; readonly party: Party }
  | { readonly as: string; readonly holder: Holder };

export function namedInSubmission(event: RecordedSubmission): readonly Named[] {
  switch (event.type) {
    case 'coordination.attempted':
      return event.data.units.map((unit) => ({ as: 'coordinated-with', unit }));
    case 'dissent.recorded':
      return [{ as: 'dissenter', unit: event.data.unit }];
    case 'dissent.resolved':
      return [{ as: 'resolver', unit: event.data.unit }];
    case 'escalation.stated':
      return [
        { as: 'from', holder: event.data.from },
        { as: 'to', holder: event.data.to },
      ];
    case 'escalation.accepted':
      return [{ as: 'receiver', unit: event.data.unit }];
    case 'escalation.refused':
      return [
        { as: 'receiver', unit: event.data.unit },
        { as: 'submitter', unit: event.data.submitter },
      ];
    case 'submission.checked':
    case 'submission.returned':
      return [{ as: 'submitter', unit: event.data.submitter }];
    case 'submission.forwarded':
      return [
        { as: 'submitter', unit: event.data.submitter },
        { as: 'to', holder: event.data.to },
      ];
    case 'review.level-passed':
      return [{ as: 'reviewer', party: event.data.reviewer }];
    case 'processing.refused':
      return [
        { as: 'refuser', party: event.data.recordedFor },
        { as: 'refuser-unit', unit: event.data.unit },
      ];
    case 'objection.recorded':
      return [{ as: 'objector', party: event.data.objector }];
    case 'consensus.failed':
    case 'supplement.requested':
    case 'apology.issued':
      return [];
  }
}
