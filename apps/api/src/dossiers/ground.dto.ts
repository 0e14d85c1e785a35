import type { StatedGround } from '#domain/submission/commands.ts';
import { escalationGrounds, type EscalationGround } from '#domain/submission/events.ts';
import { ChoiceField, IdField, IdListField, NestedField, TextField } from '../edge/fields.ts';
import { maxOf } from '../ledger/act.dto.ts';
import { DocumentDto, documentOf } from './shared.dto.ts';

/** Most attempts or dissents that one statement cites. */
const maxCited = 50;

export class StatedGroundDto {
  @ChoiceField({
    description:
      'Căn cứ: vượt thẩm quyền; đã phối hợp nhưng không thống nhất được; theo chỉ đạo của cấp trên; theo ủy quyền',
    example: 'beyond-authority',
    among: escalationGrounds,
  })
  readonly ground!: EscalationGround;

  @TextField({ description: 'Giải thích', example: 'Vượt hạn mức được phân cấp', max: maxOf.text })
  readonly explanation!: string;

  @IdListField({ description: 'Mã các lần phối hợp của hồ sơ này', example: [], max: maxCited, optional: true })
  readonly attempts?: readonly string[] | null;

  @IdListField({ description: 'Mã các ý kiến không thống nhất', example: [], max: maxCited, optional: true })
  readonly dissents?: readonly string[] | null;

  @NestedField({ description: 'Văn bản chỉ đạo', dto: () => DocumentDto, optional: true })
  readonly direction?: DocumentDto | null;

  @IdField({ description: 'Mã ủy quyền', example: null, optional: true })
  readonly delegationId?: string | null;
}

export const groundOf = (stated: StatedGroundDto | null | undefined): StatedGround | null =>
  stated
    ? {
        ground: stated.ground,
        explanation: stated.explanation,
        attempts: stated.attempts ?? [],
        dissents: stated.dissents ?? [],
        direction: stated.direction ? documentOf(stated.direction) : null,
        delegationId: stated.delegationId ?? null,
      }
    : null;
