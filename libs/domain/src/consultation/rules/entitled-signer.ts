import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { CaseAct } from '../../kernel/case-act.ts';
import { objection } from '../../kernel/rule.ts';
import type { Signature } from '../../kernel/signature.ts';

type Signed = {
  readonly command: CaseAct<string, { readonly signature: Signature }>;
  readonly facts: CaseFacts;
};

const maySign = ({ command: { at, actor, signature }, facts }: Signed): boolean => {
  const { organisation } = facts.reference;
  const { signer, capacity } = signature;
  if (signer.kind !== 'officer' || actor.unit === null || capacity === 'clerk') return false;
  if (!organisation.holdsCapacity(signer, actor.unit, capacity, at)) return false;
  return capacity !== 'own' || organisation.headOf(actor.unit, at)?.officerId === signer.id;
};

/**
 * Who signs for a body (Decree 30/2020 art. 13; R16): its head or acting head, a deputy for the head, by order
 * or by written delegation. The records clerk registers, an account transmits; neither signs.
 */
export const entitledSigner = (signed: Signed) => {
  const { command, facts } = signed;
  if (facts.imported) return null;
  const { drafter, signer, capacity } = command.signature;
  if (drafter.kind === 'officer' && !facts.reference.organisation.knowsOfficer(drafter.id)) {
    return objection('case.officer-unknown', { officer: drafter.id });
  }
  if (maySign(signed)) return null;
  const named = signer.kind === 'unknown' ? '' : signer.id;
  return objection('consultation.signer-not-entitled', { signer: named, unit: command.actor.unit ?? '', capacity });
};
