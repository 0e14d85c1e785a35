import { commitmentStates, type CommitmentState } from '#domain/task/state.ts';
import { taskPriorities, type TaskPriority } from '#domain/task/events.ts';
import { taskStatuses, waitings, type TaskStatus, type Waiting } from '#contracts/task-views.ts';
import { ChoiceField, CountField, FlagField, IdField, TextField } from '../edge/fields.ts';
import { maxOf } from '../ledger/act.dto.ts';
import { PageDto, QuestionDto } from '../reading/question.dto.ts';

export class TaskFilterDto extends PageDto {
  @IdField({ description: 'Đơn vị chủ trì', optional: 'absent' })
  readonly lead?: string;

  @IdField({ description: 'Người chịu trách nhiệm', optional: 'absent' })
  readonly responsible?: string;

  @IdField({ description: 'Nơi giao', optional: 'absent' })
  readonly assigner?: string;

  @ChoiceField({ description: 'Trạng thái', among: taskStatuses, optional: 'absent' })
  readonly status?: TaskStatus;

  @FlagField({ description: 'Đang quá hạn', optional: 'absent' })
  readonly overdue?: boolean;

  @TextField({ description: 'Chương trình công tác', max: maxOf.name, optional: 'absent' })
  readonly programme?: string;

  @ChoiceField({ description: 'Mức ưu tiên', among: taskPriorities, optional: 'absent' })
  readonly priority?: TaskPriority;

  @ChoiceField({ description: 'Đang chờ nơi giao quyết định về', among: waitings, optional: 'absent' })
  readonly waitingFor?: Waiting;

  @IdField({ description: 'Văn bản chỉ đạo', optional: 'absent' })
  readonly directive?: string;

  @IdField({ description: 'Nhiệm vụ lớn hơn', optional: 'absent' })
  readonly parent?: string;
}

export class AgeingDto extends QuestionDto {
  @IdField({ description: 'Đơn vị chủ trì hoặc giữ hồ sơ', optional: 'absent' })
  readonly unit?: string;
}

export class CommitmentFilterDto extends PageDto {
  @ChoiceField({
    description: 'Cam kết: đang chờ, giữ đúng, không giữ, đã thay',
    among: commitmentStates,
    optional: 'absent',
  })
  readonly state?: CommitmentState;

  @IdField({ description: 'Đơn vị cam kết', optional: 'absent' })
  readonly unit?: string;
}

export class ProgrammeDto extends QuestionDto {
  @CountField({ description: 'Năm; mặc định là năm nay', example: 2025, min: 2000, max: 2100, optional: 'absent' })
  readonly year?: number;

  @IdField({ description: 'Đơn vị chủ trì', optional: 'absent' })
  readonly unit?: string;
}
