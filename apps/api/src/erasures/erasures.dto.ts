import type { EraseSealedFields } from '#domain/evidence/commands.ts';
import { documentOf, DocumentDto } from '../dossiers/shared.dto.ts';
import { IdField, NestedField, TextListField } from '../edge/fields.ts';
import { BasisDto, basisOf, maxOf, type ActMoment } from '../ledger/act.dto.ts';

/** Without `occurredAt`: an erasure happens when it is recorded. */
export class EraseSealedFieldsDto {
  @IdField({ description: 'Mã sự kiện (eventId)', example: '0197c2a0-4c1e-7b3a-9f00-5a1d2c3b4e5f' })
  readonly eventId!: string;

  @TextListField({
    description: 'Các nội dung cần xóa, theo con trỏ JSON; GET /v1/events/{eventId}/sealed-fields liệt kê',
    example: ['/data/reason'],
    max: 100,
    maxText: maxOf.name,
  })
  readonly paths!: readonly string[];

  @NestedField({ description: 'Căn cứ pháp luật; phải nêu điều, khoản', dto: () => BasisDto })
  readonly ground!: BasisDto;

  @NestedField({ description: 'Văn bản quyết định việc xóa', dto: () => DocumentDto, optional: true })
  readonly document?: DocumentDto | null;

  toCommand({ at, actor }: ActMoment): EraseSealedFields {
    return {
      type: 'erase-sealed-fields',
      at,
      actor,
      eventId: this.eventId.toLowerCase(),
      paths: this.paths,
      ground: basisOf(this.ground),
      document: this.document ? documentOf(this.document) : null,
    };
  }
}
