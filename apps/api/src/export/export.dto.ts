import { ChoiceField, FlagField } from '../edge/fields.ts';
import { AsOfDto } from '../reading/question.dto.ts';
import { trailFormats, type TrailFormat } from './trail-formats.ts';

export class TrailExportDto extends AsOfDto {
  @ChoiceField({ description: 'Định dạng tệp', example: 'json', among: trailFormats })
  readonly format!: TrailFormat;

  @FlagField({ description: 'CSV: thêm dấu BOM để Excel nhận ra UTF-8', example: true, optional: 'absent' })
  readonly bom?: boolean;
}
