import { roles, type Role } from '../auth/token-verifier.ts';
import { capacities, type Capacity } from '#domain/kernel/event.ts';
import { ChoiceField, ChoiceListField, IdField } from '../edge/fields.ts';

const kinds = ['officer', 'account'] as const;

export class DevTokenDto {
  @IdField({ description: 'Mã cán bộ hoặc tài khoản', example: 'cb-0001' })
  readonly sub!: string;

  @ChoiceField({ description: 'Người hay tài khoản', example: 'officer', among: kinds })
  readonly kind!: (typeof kinds)[number];

  @IdField({ description: 'Đơn vị', example: 'so-noi-vu', optional: true })
  readonly unit?: string | null;

  @ChoiceField({ description: 'Tư cách', example: 'own', among: capacities })
  readonly capacity!: Capacity;

  @ChoiceListField({ description: 'Vai trò', example: [...roles], among: roles })
  readonly roles!: readonly Role[];
}
