import { capacities, type Capacity, type Party } from '#domain/kernel/event.ts';
import type { Signature } from '#domain/kernel/signature.ts';
import { ChoiceField, PartyField } from '../edge/fields.ts';

/** Who drafted and who signed a document, in which capacity; the head in office is never written, it follows. */
export class SignatureDto {
  @PartyField({ description: 'Người dự thảo', example: { kind: 'officer', id: 'cb-0001' } })
  readonly drafter!: Party;

  @PartyField({ description: 'Người ký', example: { kind: 'officer', id: 'cb-0001' } })
  readonly signer!: Party;

  @ChoiceField({ description: 'Ký với tư cách', example: 'own', among: capacities })
  readonly capacity!: Capacity;
}

export const signatureOf = ({ drafter, signer, capacity }: SignatureDto): Signature => ({ drafter, signer, capacity });
