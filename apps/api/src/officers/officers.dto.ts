import type { TrailInterval } from '#contracts/views.ts';
import type { RegisterOfficer } from '#domain/organisation/commands.ts';
import { ChoiceField, IdField, TextField } from '../edge/fields.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { maxSearchLength, PageAsOfDto, PageDto } from '../reading/question.dto.ts';

const nameNotes = {
  description: 'Họ tên; nằm trong danh bạ bên cạnh sổ cái, không bao giờ trong sổ cái',
  example: 'Nguyễn Thị Ánh',
  max: maxOf.name,
} as const;

export class RegisterOfficerDto extends ActDto {
  @IdField({ description: 'Mã cán bộ; để trống thì sổ cái đặt', example: 'cb-0001', optional: true })
  readonly officerId?: string | null;

  @TextField({ ...nameNotes, optional: true })
  readonly name?: string | null;

  toCommand({ at, actor }: ActMoment, officerId: string): RegisterOfficer {
    return { type: 'register-officer', at, actor, officerId };
  }
}

export class OfficerNameDto {
  @TextField(nameNotes)
  readonly name!: string;
}

export class OfficerFilterDto extends PageDto {
  @TextField({
    description: 'Từ trong họ tên hoặc mã; không cần dấu',
    example: 'anh',
    max: maxSearchLength,
    optional: 'absent',
  })
  readonly q?: string;
}

const lines: readonly TrailInterval['line'][] = ['performer', 'head'];

export class TrailDto extends PageAsOfDto {
  @ChoiceField({
    description: 'performer: chính người đó giữ; head: đơn vị do người đó đứng đầu giữ',
    example: 'performer',
    among: lines,
    optional: 'absent',
  })
  readonly line?: TrailInterval['line'];
}
