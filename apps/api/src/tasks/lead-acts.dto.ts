import type {
  AcceptTask,
  RefuseTask,
  ReportProgress,
  RequestExtension,
  RequestWithdrawal,
  SubmitProduct,
} from '#domain/task/commands.ts';
import { CountField, MomentField, NestedField, TextField } from '../edge/fields.ts';
import { DocumentDto, documentOf } from '../dossiers/shared.dto.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';

export class AcceptTaskDto extends ActDto {
  toCommand({ at, actor }: ActMoment): AcceptTask {
    return { type: 'accept', at, actor };
  }
}

export class RefuseTaskDto extends ActDto {
  @TextField({ description: 'Lý do không nhận', example: 'Không thuộc chức năng, nhiệm vụ', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment): RefuseTask {
    return { type: 'refuse', at, actor, reason: this.reason };
  }
}

export class ReportProgressDto extends ActDto {
  @CountField({ description: 'Tiến độ, phần trăm', example: 40, min: 0, max: 100 })
  readonly percent!: number;

  @TextField({ description: 'Đã làm được gì', example: 'Đã rà soát 12/30 nhiệm vụ', max: maxOf.text })
  readonly statement!: string;

  @TextField({ description: 'Khó khăn, vướng mắc', example: 'Chờ số liệu', max: maxOf.text, optional: true })
  readonly obstacles?: string | null;

  toCommand({ at, actor }: ActMoment): ReportProgress {
    const { percent, statement } = this;
    return { type: 'report-progress', at, actor, percent, statement, obstacles: this.obstacles ?? null };
  }
}

/** Both are needed; the rule says which one is missing. */
class WishDto extends ActDto {
  @TextField({ description: 'Lý do', example: 'Chưa có số liệu đo đạc', max: maxOf.text, optional: true })
  readonly reason?: string | null;

  @MomentField({ description: 'Mốc thời gian cam kết', example: '2025-08-20T17:00:00+07:00', optional: true })
  readonly milestone?: string | null;
}

export class RequestExtensionDto extends WishDto {
  toCommand({ at, actor }: ActMoment): RequestExtension {
    return { type: 'request-extension', at, actor, reason: this.reason ?? null, milestone: this.milestone ?? null };
  }
}

export class RequestWithdrawalDto extends WishDto {
  toCommand({ at, actor }: ActMoment): RequestWithdrawal {
    return { type: 'request-withdrawal', at, actor, reason: this.reason ?? null, milestone: this.milestone ?? null };
  }
}

export class SubmitProductDto extends ActDto {
  @NestedField({ description: 'Sản phẩm', dto: () => DocumentDto })
  readonly product!: DocumentDto;

  toCommand({ at, actor }: ActMoment): SubmitProduct {
    return { type: 'submit-product', at, actor, product: documentOf(this.product) };
  }
}
