import { roles, type Role } from '../auth/token-verifier.ts';
import { capacities, type Capacity } from '#domain/kernel/event.ts';
import { ChoiceField, ChoiceListField, IdField } from '../edge/fields.ts';

const kinds = ['officer', 'account'] as const;

/** Everything may be left out: what is then issued may ask and nothing else. */
export class DevTokenDto {
  @IdField({ description: 'Mã cán bộ hoặc tài khoản', example: 'cb-0001', optional: 'absent' })
  readonly sub: string = 'web-reader';

  @ChoiceField({ description: 'Người hay tài khoản', example: 'officer', among: kinds, optional: 'absent' })
  readonly kind: (typeof kinds)[number] = 'account';

  @IdField({ description: 'Đơn vị', example: 'so-noi-vu', optional: true })
  readonly unit: string | null = null;

  @ChoiceField({ description: 'Tư cách', example: 'own', among: capacities, optional: 'absent' })
  readonly capacity: Capacity = 'system';

  @ChoiceListField({ description: 'Vai trò', example: [...roles], among: roles, optional: 'absent' })
  readonly roles: readonly Role[] = ['reader'];
}
