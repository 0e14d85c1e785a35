import { unresolvedCategories, type UnresolvedCategory } from '#domain/recommendation/events.ts';
import { ChoiceField, FlagField, IdField } from '../edge/fields.ts';
import { PageDto } from '../reading/question.dto.ts';

export class RecommendationFilterDto extends PageDto {
  @IdField({ description: 'Đơn vị gửi', example: 'so-noi-vu', optional: 'absent' })
  readonly sender?: string;

  @IdField({ description: 'Cơ quan nhận', example: 'so-noi-vu', optional: 'absent' })
  readonly to?: string;

  @ChoiceField({
    description: 'Loại chưa được giải quyết',
    example: 'no-reply',
    among: unresolvedCategories,
    optional: 'absent',
  })
  readonly unresolved?: UnresolvedCategory;

  @FlagField({ description: 'Quá thời hạn', example: false, optional: 'absent' })
  readonly overdue?: boolean;
}

export class CentralPendingDto extends PageDto {
  @IdField({ description: 'Đơn vị gửi', example: 'so-noi-vu', optional: 'absent' })
  readonly unit?: string;
}
