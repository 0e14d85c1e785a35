import type { FailConsensus, RecordCoordination, RecordDissent, ResolveDissent } from '#domain/submission/commands.ts';
import type { CoordinationAttempted } from '#domain/submission/events.ts';
import { ChoiceField, IdField, IdListField, MomentField, NestedField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { DocumentDto, documentOf } from './shared.dto.ts';

type Result = CoordinationAttempted['data']['result'];
const results: readonly Result[] = ['agreed', 'partly', 'not-agreed'];
const maxUnits = 50;

export class RecordCoordinationDto extends ActDto {
  @IdField({ description: 'Mã lần phối hợp; để trống thì sổ cái đánh số', example: 'ph-1', optional: true })
  readonly attemptId?: string | null;

  @IdListField({ description: 'Các đơn vị cùng trao đổi', example: ['so-tai-chinh'], max: maxUnits })
  readonly units!: readonly string[];

  @TextField({ description: 'Nội dung trao đổi', example: 'Nguồn vốn của dự án', max: maxOf.text })
  readonly topic!: string;

  @MomentField({ description: 'Thời điểm trao đổi', example: '2025-07-01T08:00:00+07:00' })
  readonly heldAt!: string;

  @ChoiceField({
    description: 'Kết quả: thống nhất, một phần, không thống nhất',
    example: 'not-agreed',
    among: results,
  })
  readonly result!: Result;

  @NestedField({ description: 'Biên bản, công văn', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment): RecordCoordination {
    const { attemptId = null, units, topic, heldAt, result } = this;
    const document = this.document ? documentOf(this.document) : null;
    return { type: 'record-coordination', at, actor, attemptId, units, topic, heldAt, result, document };
  }
}

export class RecordDissentDto extends ActDto {
  @IdField({ description: 'Mã ý kiến; để trống thì sổ cái đánh số', example: 'yk-1', optional: true })
  readonly dissentId?: string | null;

  @IdField({ description: 'Đơn vị không thống nhất', example: 'so-tai-chinh' })
  readonly unit!: string;

  @TextField({ description: 'Nội dung không thống nhất', example: 'Chưa rõ nguồn vốn', max: maxOf.text })
  readonly content!: string;

  @TextField({ description: 'Lý do', example: 'Ngoài kế hoạch trung hạn', max: maxOf.text, optional: true })
  readonly grounds?: string | null;

  toCommand({ at, actor }: ActMoment): RecordDissent {
    const { dissentId = null, unit, content, grounds = null } = this;
    return { type: 'record-dissent', at, actor, dissentId, unit, content, grounds };
  }
}

export class ResolveDissentDto extends ActDto {
  @IdField({ description: 'Mã ý kiến không thống nhất', example: 'yk-1' })
  readonly dissentId!: string;

  @TextField({ description: 'Thống nhất lại thế nào', example: 'Bổ sung nguồn vốn dự phòng', max: maxOf.text })
  readonly resolution!: string;

  toCommand({ at, actor }: ActMoment): ResolveDissent {
    return { type: 'resolve-dissent', at, actor, dissentId: this.dissentId, resolution: this.resolution };
  }
}

export class FailConsensusDto extends ActDto {
  @IdListField({ description: 'Mã các lần phối hợp', example: ['ph-1'], max: maxUnits })
  readonly attempts!: readonly string[];

  @IdListField({ description: 'Mã các ý kiến còn lại', example: ['yk-1'], max: maxUnits })
  readonly dissents!: readonly string[];

  @TextField({ description: 'Kết luận', example: 'Hai bên giữ nguyên ý kiến về nguồn vốn', max: maxOf.text })
  readonly statement!: string;

  toCommand({ at, actor }: ActMoment): FailConsensus {
    const { attempts, dissents, statement } = this;
    return { type: 'fail-consensus', at, actor, attempts, dissents, statement };
  }
}
