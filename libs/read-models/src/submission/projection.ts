import type { DossierStreamEvent, RecordedEvent } from '#domain/events.ts';
import type { Basis, Holder } from '#domain/dossier/events.ts';
import type { ReviewLevelPassed } from '#domain/submission/events.ts';
import type { Change, Projection, Row } from '../apply/projection.ts';
import { dossierOf, type RecordedStreamEvent } from '../dossier/projection.ts';
import { idOf } from '../party-key.ts';
import type { ReviewLevelRow, SubmissionRow } from './table.entity.ts';

/** What can begin or change a passing; all other events leave the table alone. */
const followed = [
  'dossier.submitted',
  'dossier.returned',
  'escalation.stated',
  'escalation.accepted',
  'escalation.refused',
  'submission.checked',
  'submission.returned',
  'submission.forwarded',
] as const satisfies readonly DossierStreamEvent['type'][];
type Followed = Extract<RecordedStreamEvent, { readonly type: (typeof followed)[number] }>;

const types: ReadonlySet<string> = new Set(followed);
const isFollowed = (event: RecordedEvent): event is Followed => types.has(event.type);

const textOf = ({ text, clause }: Basis): string => (clause === null ? text : `${text} (${clause})`);

type Between = { readonly from: Holder & { readonly unit: string }; readonly to: string };

/** A move from one known unit to another; null for a move inside a unit, or from or to a place without one. */
const between = (from: Holder | null, to: Holder): Between | null =>
  from === null || from.unit === null || to.unit === null || from.unit === to.unit
    ? null
    : { from: { ...from, unit: from.unit }, to: to.unit };

/** Inside one unit nothing is passed, so nothing stored is asked for either. */
const leavesUnit = (event: Followed): boolean =>
  (event.type !== 'dossier.submitted' && event.type !== 'dossier.returned') ||
  between(event.data.from, event.data.to) !== null;

const begun = (
  event: Followed,
  { from, to }: Between,
  { passedBy, after }: { readonly passedBy: SubmissionRow['passedBy']; readonly after: SubmissionRow | undefined },
): SubmissionRow => ({
  dossierId: dossierOf(event),
  ordinal: after === undefined ? 0 : after.ordinal + 1,
  passedBy,
  fromKind: from.party.kind,
  fromId: idOf(from.party),
  submitter: from.unit,
  receiver: to,
  awaiting: to,
  at: event.occurredAt,
  position: String(event.position),
  ground: null,
  explanation: null,
  openDissents: 0,
  status: 'pending',
  answeredAt: null,
  answeredBy: null,
  answeredPosition: null,
  reason: null,
  basis: null,
  gate: null,
  checkedAt: null,
  conforming: null,
  gateOutcome: null,
  defects: [],
  revision: event.revision,
});

const submitted = (
  event: Extract<Followed, { readonly type: 'dossier.submitted' }>,
  found: SubmissionRow | undefined,
): SubmissionRow | null => {
  const way = between(event.data.from, event.data.to);
  // Recorded with the forwarding before it: the submitter's passing goes on, no new one begins.
  const forwarded = found?.status === 'forwarded' && found.revision === event.revision - 1;
  return way === null || forwarded ? null : begun(event, way, { passedBy: 'submit', after: found });
};

const stated = (
  event: Extract<Followed, { readonly type: 'escalation.stated' }>,
  found: SubmissionRow | undefined,
): SubmissionRow | null => {
  const { by, from, to, ground, explanation, openDissents } = event.data;
  const way = between(from, to);
  if (way === null) return null;
  const row = by === 'submit' ? found : begun(event, way, { passedBy: by, after: found });
  return row === undefined
    ? null
    : { ...row, ground, explanation, openDissents: openDissents.length, revision: event.revision };
};

const answered = (event: Followed, row: SubmissionRow, changes: Partial<SubmissionRow>): SubmissionRow => ({
  ...row,
  answeredAt: event.occurredAt,
  answeredPosition: String(event.position),
  revision: event.revision,
  ...changes,
});

/** A return in the ordinary way, with no finding beside it. */
const sentBack = (
  event: Extract<Followed, { readonly type: 'dossier.returned' }>,
  row: SubmissionRow,
): SubmissionRow | null => {
  const { from, to, reason, basis } = event.data;
  const here = from?.unit ?? null;
  const open = row.status === 'pending' || row.status === 'accepted' || row.status === 'forwarded';
  if (!open || here !== row.awaiting || to.unit === here) return null;
  return answered(event, row, { status: 'returned', answeredBy: here, reason, basis: textOf(basis) });
};

const changed = (event: Followed, row: SubmissionRow): SubmissionRow | null => {
  switch (event.type) {
    case 'dossier.returned':
      return sentBack(event, row);
    case 'escalation.accepted':
      return answered(event, row, { status: 'accepted', answeredBy: event.data.unit, reason: event.data.note });
    case 'escalation.refused': {
      const { unit, reason, basis } = event.data;
      return answered(event, row, { status: 'refused', answeredBy: unit, reason, basis: textOf(basis) });
    }
    case 'submission.checked':
      return {
        ...row,
        gate: row.awaiting,
        checkedAt: event.occurredAt,
        conforming: event.data.conforming,
        openDissents: event.data.openDissents.length,
        revision: event.revision,
      };
    case 'submission.returned': {
      const { defects, basis } = event.data;
      const gate = row.awaiting;
      const said = { status: 'returned', gateOutcome: 'returned', reason: defects.join('; ') } as const;
      return answered(event, row, { ...said, answeredBy: gate, gate, defects, basis: textOf(basis) });
    }
    case 'submission.forwarded': {
      const { defects, to } = event.data;
      const gate = row.awaiting;
      const said = { status: 'forwarded', gateOutcome: 'forwarded', awaiting: to.unit ?? gate } as const;
      return answered(event, row, { ...said, answeredBy: gate, gate, defects });
    }
    case 'dossier.submitted':
    case 'escalation.stated':
      return row;
  }
};

const rowAfter = (event: Followed, found: SubmissionRow | undefined): SubmissionRow | null => {
  if (event.type === 'dossier.submitted') return submitted(event, found);
  if (event.type === 'escalation.stated') return stated(event, found);
  return found === undefined ? null : changed(event, found);
};

const levelOf = (event: RecordedEvent & ReviewLevelPassed, dossierId: string): ReviewLevelRow => ({
  dossierId,
  revision: event.revision,
  unitId: event.unit,
  document: event.data.document,
  level: event.data.level,
  changed: event.data.changed,
  noted: event.data.note !== null,
});

/** Submissions and their answers, and the levels of review, as the dossiers' streams tell them. */
export const submissionProjection: Projection = {
  name: 'submission',
  tables: ['submission', 'review_level'],
  reads: (event) => (isFollowed(event) && leavesUnit(event) ? { table: 'submission', group: dossierOf(event) } : null),
  project: (event, found: Row | undefined): readonly Change[] => {
    if (event.type === 'review.level-passed') {
      return [{ table: 'review_level', row: levelOf(event, dossierOf(event)) }];
    }
    const row = isFollowed(event) && leavesUnit(event) ? rowAfter(event, found as SubmissionRow | undefined) : null;
    return row === null ? [] : [{ table: 'submission', row }];
  },
};
