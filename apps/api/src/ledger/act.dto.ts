import type { Basis } from '#domain/dossier/events.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { MomentField, NestedField, TextField } from '../edge/fields.ts';

/** Longest texts the ledger takes, in UTF-16 units after NFC. */
export const maxOf = { name: 300, symbol: 100, subject: 2000, text: 4000 } as const;

/** When the act happened and who did it; the second comes from the token alone. */
export type ActMoment = { readonly at: Instant; readonly actor: Actor };

/** What every act says beside its own fields. */
export class ActDto {
  @MomentField({
    description: 'Thời điểm việc xảy ra; mặc định là bây giờ. Khác với thời điểm ghi sổ, vốn do sổ cái đóng dấu.',
    example: '2025-07-01T08:00:00+07:00',
    optional: true,
  })
  readonly occurredAt?: string | null;
}

export class BasisDto {
  @TextField({ description: 'Căn cứ, bằng lời', example: 'Quy chế làm việc của UBND tỉnh', max: maxOf.text })
  readonly text!: string;

  @TextField({ description: 'Điều, khoản', example: 'Điều 8 khoản 2', max: maxOf.name, optional: true })
  readonly clause?: string | null;
}

/** An act that may rest on a basis. */
export class OptionalBasisDto extends ActDto {
  @NestedField({ description: 'Căn cứ', dto: () => BasisDto, optional: true })
  readonly basis?: BasisDto | null;
}

export const basisOf = ({ text, clause }: BasisDto): Basis => ({ text, clause: clause ?? null });
export const basisOrNull = (basis: BasisDto | null | undefined): Basis | null => (basis ? basisOf(basis) : null);
