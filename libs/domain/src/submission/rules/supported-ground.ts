import type { DocumentReference } from '../../dossier/events.ts';
import { objection } from '../../kernel/rule.ts';
import type { OfficerId } from '../../kernel/event.ts';
import { keeperOf } from '../../dossier/evolve.ts';
import type { EscalatingMove, StatedGround } from '../commands.ts';
import type { Submitted } from '../judged.ts';
import { citedEvidenceExists, evidenceOfFailedConsensus } from './evidence-of-failed-consensus.ts';

/** Held by the sender or the receiver, for their unit or one above it. Its scope is words, for people to compare. */
const delegationInForce = (ground: StatedGround, { command, dossier, facts }: Submitted<EscalatingMove>): boolean => {
  const { organisation } = facts.reference;
  const keeper = keeperOf(dossier);
  const officers = [command.actor.party, keeper.party, command.to.party].flatMap((party): OfficerId[] =>
    party.kind === 'officer' ? [party.id] : [],
  );
  const near = [command.actor.unit, keeper.unit, command.to.unit].filter((unit) => unit !== null);
  const units = [...new Set(near.flatMap((unit) => [unit, ...organisation.superiorsOf(unit)]))];
  return officers.some((officer) =>
    units.some((unit) =>
      organisation
        .delegationsTo(officer, unit, command.at)
        .some(({ delegationId }) => delegationId === ground.delegationId),
    ),
  );
};

const isCited = ({ number = null, symbol = null, title = null }: Partial<DocumentReference>): boolean =>
  [number, symbol, title].some((text) => text !== null);

/** What the ground itself rests on, before the attempts and dissents that any ground may cite. */
const ownEvidence = (ground: StatedGround, judged: Submitted<EscalatingMove>) => {
  switch (ground.ground) {
    case 'beyond-authority':
      return null;
    case 'no-consensus':
      return evidenceOfFailedConsensus(ground, judged.submission);
    case 'direction':
      return isCited(ground.direction ?? {}) ? null : objection('ground.direction-missing');
    case 'delegation': {
      const facts = { delegation: ground.delegationId ?? '—', at: judged.command.at };
      return delegationInForce(ground, judged) ? null : objection('ground.delegation-not-in-force', facts);
    }
  }
};

/**
 * R02, R04, R07: a stated ground brings what it rests on — failed consensus its attempts and dissents, a
 * direction from above its document, a delegation (R05, R09) itself, in force at that moment. `beyond-authority`
 * rests on the authority matrix, which is there to be asked; what it says is compared by people.
 */
export const supportedGround = (judged: Submitted<EscalatingMove>) => {
  const { ground } = judged.command;
  if (!ground) return null;
  return ownEvidence(ground, judged) ?? citedEvidenceExists(ground, judged.submission);
};
