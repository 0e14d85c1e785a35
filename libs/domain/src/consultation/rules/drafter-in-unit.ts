import { objection } from '../../kernel/rule.ts';
import type { AssignDrafter } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';

/** The body asked names one of its own people, of the unit or of one under it (R15, R33). */
export const drafterInUnit = ({ command: { responsible, actor, at }, facts }: OfAddressee<AssignDrafter>) => {
  if (facts.imported) return null;
  const { organisation } = facts.reference;
  const own = actor.unit ?? '';
  const serves =
    responsible.kind === 'officer' &&
    organisation
      .appointmentsOf(responsible.id, at)
      .some(({ unitId }) => unitId === own || organisation.superiorsOf(unitId).includes(own));
  if (serves) return null;
  const officer = responsible.kind === 'unknown' ? '' : responsible.id;
  return objection('consultation.drafter-not-in-unit', { officer, unit: own });
};
