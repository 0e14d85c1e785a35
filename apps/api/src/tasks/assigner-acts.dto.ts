import type {
  AcceptProduct,
  GrantExtension,
  GrantWithdrawal,
  MarkPriority,
  RefuseExtension,
  RefuseWithdrawal,
  RemindTask,
  ReopenTask,
  SendBackProduct,
} from '#domain/task/commands.ts';
import { taskPriorities, type TaskPriority } from '#domain/task/events.ts';
import { TermDto, termOf } from '../cases/term.dto.ts';
import { ChoiceField, NestedField, TextField, TextListField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';

export class RemindTaskDto extends ActDto {
  @TextField({ description: 'Nội dung đôn đốc', example: 'Khẩn trương hoàn thành', max: maxOf.text, optional: true })
  readonly text?: string | null;

  toCommand({ at, actor }: ActMoment): RemindTask {
    return { type: 'remind', at, actor, text: this.text ?? null };
  }
}

export class MarkPriorityDto extends ActDto {
  @ChoiceField({ description: 'Mức ưu tiên', example: 'key', among: taskPriorities })
  readonly priority!: TaskPriority;

  @TextField({ description: 'Lý do', example: 'Công trình trọng điểm', max: maxOf.text })
  readonly reason!: string;

  toCommand({ at, actor }: ActMoment): MarkPriority {
    return { type: 'mark-priority', at, actor, priority: this.priority, reason: this.reason };
  }
}

/** An answer that may carry a remark. */
class NoteDto extends ActDto {
  @TextField({ description: 'Ghi chú', example: 'Đồng ý theo đề nghị', max: maxOf.text, optional: true })
  readonly note?: string | null;
}

/** An answer that gives its reason. */
class ReasonDto extends ActDto {
  @TextField({ description: 'Lý do', example: 'Chưa đủ căn cứ', max: maxOf.text })
  readonly reason!: string;
}

export class GrantExtensionDto extends NoteDto {
  @NestedField({ description: 'Hạn mới; bỏ trống: hết ngày của mốc đã cam kết', dto: () => TermDto, optional: true })
  readonly term?: TermDto | null;

  toCommand({ at, actor }: ActMoment): GrantExtension {
    return { type: 'grant-extension', at, actor, term: this.term ? termOf(this.term) : null, note: this.note ?? null };
  }
}

export class RefuseExtensionDto extends ReasonDto {
  toCommand({ at, actor }: ActMoment): RefuseExtension {
    return { type: 'refuse-extension', at, actor, reason: this.reason };
  }
}

export class GrantWithdrawalDto extends NoteDto {
  toCommand({ at, actor }: ActMoment): GrantWithdrawal {
    return { type: 'grant-withdrawal', at, actor, note: this.note ?? null };
  }
}

export class RefuseWithdrawalDto extends ReasonDto {
  toCommand({ at, actor }: ActMoment): RefuseWithdrawal {
    return { type: 'refuse-withdrawal', at, actor, reason: this.reason };
  }
}

export class AcceptProductDto extends NoteDto {
  toCommand({ at, actor }: ActMoment): AcceptProduct {
    return { type: 'accept-product', at, actor, note: this.note ?? null };
  }
}

export class SendBackProductDto extends ReasonDto {
  @TextListField({
    description: 'Từng chỗ chưa đạt',
    example: ['Thiếu số liệu quý II'],
    max: 50,
    maxText: maxOf.text,
    optional: true,
  })
  readonly defects?: readonly string[] | null;

  @NestedField({ description: 'Hạn làm lại; phải có khi hạn cũ đã hết', dto: () => TermDto, optional: true })
  readonly term?: TermDto | null;

  toCommand({ at, actor }: ActMoment): SendBackProduct {
    const term = this.term ? termOf(this.term) : null;
    return { type: 'send-back-product', at, actor, reason: this.reason, defects: this.defects ?? [], term };
  }
}

export class ReopenTaskDto extends ReasonDto {
  @NestedField({ description: 'Hạn mới', dto: () => TermDto })
  readonly term!: TermDto;

  toCommand({ at, actor }: ActMoment): ReopenTask {
    return { type: 'reopen', at, actor, reason: this.reason, term: termOf(this.term) };
  }
}
