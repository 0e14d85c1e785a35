import type { RegisterAccount } from '#domain/organisation/commands.ts';
import { accountKinds, type AccountKind } from '#domain/organisation/events.ts';
import { ChoiceField, IdField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';

export class RegisterAccountDto extends ActDto {
  @IdField({ description: 'Mã tài khoản; để trống thì sổ cái đặt', example: 'he-thong-mot-cua', optional: true })
  readonly accountId?: string | null;

  @ChoiceField({ description: 'Loại tài khoản; không bao giờ là người', example: 'system', among: accountKinds })
  readonly accountKind!: AccountKind;

  @TextField({ description: 'Nhãn', example: 'Hệ thống một cửa', max: maxOf.name })
  readonly label!: string;

  toCommand({ at, actor }: ActMoment, accountId: string): RegisterAccount {
    return { type: 'register-account', at, actor, accountId, accountKind: this.accountKind, label: this.label };
  }
}
