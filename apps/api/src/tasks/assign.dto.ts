import type { AssignTask, DirectiveSeen } from '#domain/task/commands.ts';
import { taskPriorities, type TaskPriority } from '#domain/task/events.ts';
import type { Party } from '#domain/kernel/event.ts';
import { TermDto, termOf } from '../cases/term.dto.ts';
import { ChoiceField, CountField, IdField, IdListField, NestedField, PartyField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';

export class ProgrammeItemDto {
  @TextField({ description: 'Chương trình công tác', example: 'Chương trình công tác của UBND tỉnh', max: maxOf.name })
  readonly name!: string;

  @CountField({ description: 'Năm', example: 2025, min: 2000, max: 2100 })
  readonly year!: number;

  @CountField({ description: 'Quý', example: 3, min: 1, max: 4, optional: true })
  readonly quarter?: number | null;
}

export class AssignTaskDto extends ActDto {
  @IdField({ description: 'Mã nhiệm vụ; bỏ trống thì sổ cái đặt', example: 'NV-2025-0001', optional: true })
  readonly taskId?: string | null;

  @IdField({ description: 'Văn bản chỉ đạo giao nhiệm vụ', example: 'VB-2025-0001', optional: true })
  readonly directiveId?: string | null;

  @IdField({ description: 'Hồ sơ liên quan', optional: true })
  readonly dossierId?: string | null;

  @IdField({ description: 'Nhiệm vụ lớn hơn mà nhiệm vụ này là một phần', optional: true })
  readonly parentTaskId?: string | null;

  @IdField({ description: 'Nơi giao: Ủy ban, văn phòng của Ủy ban, hoặc cấp trên', example: 'so-noi-vu' })
  readonly assigner!: string;

  @IdField({ description: 'Đơn vị chủ trì', example: 'phong-to-chuc' })
  readonly lead!: string;

  @IdListField({ description: 'Đơn vị phối hợp', example: [], max: 50, optional: true })
  readonly coordinators?: readonly string[] | null;

  @PartyField({ description: 'Người chịu trách nhiệm, nêu đích danh', example: { kind: 'officer', id: 'cb-0003' } })
  readonly responsible!: Party;

  @TextField({ description: 'Nhiệm vụ', example: 'Rà soát các nhiệm vụ quá hạn', max: maxOf.subject })
  readonly title!: string;

  @TextField({ description: 'Sản phẩm phải có', example: 'Báo cáo trình UBND tỉnh', max: maxOf.subject })
  readonly product!: string;

  @NestedField({ description: 'Hạn', dto: () => TermDto })
  readonly term!: TermDto;

  @NestedField({ description: 'Mục trong chương trình công tác', dto: () => ProgrammeItemDto, optional: true })
  readonly programme?: ProgrammeItemDto | null;

  @ChoiceField({
    description: 'Mức ưu tiên: thường; trọng tâm; giải quyết tồn đọng',
    example: 'normal',
    among: taskPriorities,
    optional: true,
  })
  readonly priority?: TaskPriority | null;

  /** `directive`: what the ledger has of the directive named. */
  toCommand({ at, actor }: ActMoment, taskId: string, directive: DirectiveSeen | null): AssignTask {
    const { programme } = this;
    return {
      type: 'assign',
      at,
      actor,
      taskId,
      directive,
      dossierId: this.dossierId ?? null,
      parentTaskId: this.parentTaskId ?? null,
      assigner: this.assigner,
      lead: this.lead,
      coordinators: this.coordinators ?? [],
      responsible: this.responsible,
      title: this.title,
      product: this.product,
      term: termOf(this.term),
      programme: programme ? { name: programme.name, year: programme.year, quarter: programme.quarter ?? null } : null,
      priority: this.priority ?? 'normal',
    };
  }
}
