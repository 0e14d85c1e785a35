import type { ConfirmDirectiveReceipt, IssueDirective } from '#domain/directive/commands.ts';
import { recipientRoles, type RecipientRole } from '#domain/directive/events.ts';
import {
  ChoiceField,
  FlagField,
  IdField,
  MomentField,
  NestedField,
  NestedListField,
  TextField,
} from '../edge/fields.ts';
import { DocumentDto, documentOf } from '../dossiers/shared.dto.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { PageDto } from '../reading/question.dto.ts';

export class RecipientDto {
  @IdField({ description: 'Nơi nhận', example: 'phong-to-chuc' })
  readonly unit!: string;

  @ChoiceField({
    description: 'Để thực hiện (t/h), để báo cáo (b/c), để biết (đ/b); chỉ loại thứ nhất có nhiệm vụ',
    example: 'execute',
    among: recipientRoles,
  })
  readonly role!: RecipientRole;
}

export class IssueDirectiveDto extends ActDto {
  @IdField({ description: 'Mã; bỏ trống thì sổ cái đặt', example: 'VB-2025-0001', optional: true })
  readonly directiveId?: string | null;

  @IdField({ description: 'Nơi ban hành', example: 'so-noi-vu' })
  readonly issuer!: string;

  @NestedField({ description: 'Văn bản', dto: () => DocumentDto })
  readonly document!: DocumentDto;

  @TextField({ description: 'Nhiệm vụ mà văn bản giao', example: 'Chấn chỉnh kỷ cương hành chính', max: maxOf.subject })
  readonly duty!: string;

  @NestedListField({ description: 'Nơi nhận', dto: () => RecipientDto, max: 500 })
  readonly recipients!: readonly RecipientDto[];

  @IdField({ description: 'Văn bản trước về cùng nhiệm vụ mà văn bản này nhắc lại', optional: true })
  readonly reissueOf?: string | null;

  toCommand({ at, actor }: ActMoment, directiveId: string): IssueDirective {
    return {
      type: 'issue',
      at,
      actor,
      directiveId,
      issuer: this.issuer,
      document: documentOf(this.document),
      duty: this.duty,
      recipients: this.recipients.map(({ unit, role }) => ({ unit, role })),
      reissueOf: this.reissueOf ?? null,
    };
  }
}

export class ConfirmDirectiveReceiptDto extends ActDto {
  @TextField({ description: 'Số đến', example: '456', max: maxOf.symbol })
  readonly arrivalNumber!: string;

  @MomentField({ description: 'Đến lúc; bỏ trống: lúc xác nhận', example: '2025-07-01T08:00:00+07:00', optional: true })
  readonly receivedAt?: string | null;

  toCommand({ at, actor }: ActMoment): ConfirmDirectiveReceipt {
    const { arrivalNumber } = this;
    return { type: 'confirm-receipt', at, actor, arrivalNumber, receivedAt: this.receivedAt ?? null };
  }
}

export class DirectiveFilterDto extends PageDto {
  @IdField({ description: 'Nơi ban hành', optional: 'absent' })
  readonly issuer?: string;

  @IdField({ description: 'Nơi nhận để thực hiện', optional: 'absent' })
  readonly executor?: string;

  @FlagField({ description: 'Chỉ văn bản nhắc lại', optional: 'absent' })
  readonly reissued?: boolean;
}
