import type { OfficerId, UnitId } from '../../kernel/event.ts';
import type { OrganisationDirectory } from '../../organisation/directory.ts';
import type { Mitigation } from '../candidate.ts';
import { dossierCase } from '../dossier-case.ts';
import { type Detector, found, incidentOf } from '../finding.ts';
import type { CaseFact } from '../history.ts';

const acts = new Set(['dossier.decided', 'dossier.completed', 'dossier.submitted', 'submission.forwarded']);

/** The act rested on a delegation in force as the ledger then knew it; its end was entered after the act. */
const revokedAfterwards = (
  organisation: OrganisationDirectory,
  officer: OfficerId,
  unit: UnitId,
  { occurredAt, recordedAt }: CaseFact,
): readonly Mitigation[] =>
  organisation
    .delegations()
    .filter((granted) => granted.delegate === officer && granted.unitId === unit)
    .flatMap(({ delegationId, validFrom, writtenTo, revoked }) => {
      const entered = revoked?.enteredAt ?? null;
      const written = validFrom <= occurredAt && occurredAt < writtenTo;
      if (!written || entered === null || entered <= recordedAt) return [];
      return [{ kind: 'revoked-afterwards', facts: { delegation: delegationId, entered }, evidence: [] }];
    });

/**
 * R09 (003 §1b; Decree 30/2020 art. 13.3): somebody acted "by delegation" when none to them was in force —
 * it had run out, or its revocation was entered later. Another system's log is not asked: its delegations
 * are not in the ledger.
 */
export const expiredDelegation: Detector = {
  kind: 'expired-delegation',
  obligations: ['R09'],
  category: 'dossier',
  threshold: null,
  humanFinding: false,
  detect(question) {
    const { organisation } = question.reference;
    return (dossierCase(question.history)?.events ?? []).flatMap((event) => {
      const { actor, unit, occurredAt, capacity } = event;
      if (capacity !== 'by-delegation' || !acts.has(event.type) || event.provenance.kind === 'import') return [];
      if (actor.kind !== 'officer' || unit === null) return [];
      if (organisation.delegationsTo(actor.id, unit, occurredAt).length > 0) return [];
      return found(expiredDelegation, question, {
        incident: incidentOf(event),
        at: occurredAt,
        unit,
        performer: actor,
        facts: { act: event.type },
        evidence: [event],
        mitigations: revokedAfterwards(organisation, actor.id, unit, event),
      });
    });
  },
};
