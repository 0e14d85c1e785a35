import type { OfficerId, Party } from '../../kernel/event.ts';
import { overlap } from '../../organisation/period.ts';
import { decimal } from '../finding.ts';
import type { MitigationRule } from './mitigation-rule.ts';

/** A leave that touches the time in which the duty rested on the person; of a head, the time since the head took the post. */
export const onLeave: MitigationRule = ({ finding, performer, head, world, reference }) => {
  if (performer === null && head === null) return [];
  const headSince = reference.organisation.headOf(finding.unit, finding.at)?.validFrom ?? finding.since;
  return world.facts('office', 'leave.recorded').flatMap((event) => {
    const { officer, from, to, kind } = event.data;
    if (officer !== performer && officer !== head) return [];
    const since = officer !== performer && headSince > finding.since ? headSince : finding.since;
    const touches = overlap({ validFrom: from, validTo: to }, { validFrom: since, validTo: finding.at });
    return touches || (from <= finding.at && finding.at < to)
      ? [{ kind: 'leave' as const, facts: { officer, from, to, leave: kind }, evidence: decimal([event]) }]
      : [];
  });
};

const isAny = (officers: readonly (OfficerId | null)[], party: Party): boolean =>
  party.kind === 'officer' && officers.includes(party.id);

/** The post was held, or the act done, in an acting capacity: by who is asked about it, not by who met with it. */
export const actingPeriod: MitigationRule = ({ finding, performer, head, reference }) => {
  const [decisive] = finding.evidence;
  const acted = decisive?.capacity === 'acting-head' && isAny([performer, head], decisive.actor);
  const post = head === null ? null : reference.organisation.headOf(finding.unit, finding.at);
  if (post?.role !== 'acting-head' && !acted) return [];
  const facts = post?.role === 'acting-head' ? { since: post.validFrom } : { capacity: 'acting-head' };
  return [{ kind: 'acting-period', facts, evidence: [] }];
};

/** The order was objected to in writing before it was carried out (Law on Cadres 2025 art. 7.5). */
export const writtenObjection: MitigationRule = ({ finding, performer, head, world }) =>
  (world.history(finding.subject)?.events ?? []).flatMap((event) =>
    event.type === 'objection.recorded' &&
    event.occurredAt <= finding.at &&
    event.data.objector.kind === 'officer' &&
    (event.data.objector.id === performer || event.data.objector.id === head)
      ? [
          {
            kind: 'written-objection' as const,
            facts: { order: event.data.order, officer: event.data.objector.id },
            evidence: decimal([event]),
          },
        ]
      : [],
  );

/** The competent head accepted the reason given for this very incident (R38). */
export const reasonAccepted: MitigationRule = ({ finding, world }) =>
  world.of('office').flatMap(({ events }) =>
    events.flatMap((claim) => {
      if (claim.type !== 'reason.claimed' || claim.data.incident !== finding.incident) return [];
      const judged = events.findLast(
        (event) =>
          (event.type === 'reason.accepted' || event.type === 'reason.rejected') &&
          event.data.reasonId === claim.data.reasonId,
      );
      return judged?.type === 'reason.accepted'
        ? [
            {
              kind: 'reason-accepted' as const,
              facts: { reason: claim.data.reason, grounds: judged.data.grounds },
              evidence: decimal([claim, judged]),
            },
          ]
        : [];
    }),
  );
