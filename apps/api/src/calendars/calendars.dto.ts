import type { PublishCalendar } from '#domain/calendar/commands.ts';
import { certainties, type Certainty } from '#domain/calendar/events.ts';
import type { Term } from '#domain/calendar/term.ts';
import {
  ChoiceField,
  CountField,
  CountListField,
  DayField,
  FlagField,
  IdField,
  IdListField,
  MomentField,
  NestedListField,
  TextField,
} from '../edge/fields.ts';
import { faultOf } from '../edge/faults.ts';
import { RequestInvalid } from '../edge/problem-errors.ts';
import { ActDto, maxOf, type ActMoment } from '../ledger/act.dto.ts';
import { QuestionDto } from '../reading/question.dto.ts';

const clockLength = 5;

export class OfficeHoursDto {
  @TextField({ description: 'Bắt đầu, giờ Việt Nam', example: '07:30', max: clockLength })
  readonly from!: string;

  @TextField({ description: 'Kết thúc', example: '11:30', max: clockLength })
  readonly to!: string;
}

export class ExceptionalDayDto {
  @DayField({ description: 'Ngày khác với tuần làm việc', example: '2024-04-29' })
  readonly day!: string;

  @FlagField({ description: 'true: nghỉ; false: làm bù', example: true })
  readonly off!: boolean;

  @TextField({ description: 'Tên ngày', example: 'Hoán đổi dịp 30/4 và 1/5', max: maxOf.name })
  readonly name!: string;

  @ChoiceField({
    description: 'V: đọc trong văn bản; S: nguồn thứ cấp; M: theo trí nhớ',
    example: 'V',
    among: certainties,
  })
  readonly certainty!: Certainty;

  @DayField({ description: 'Ngày hoán đổi với; ngày kia cũng phải nêu lại ngày này', optional: true })
  readonly swappedWith?: string | null;
}

export class PublishCalendarDto extends ActDto {
  @CountField({ description: 'Số của bản, kế tiếp bản trước', example: 1, min: 1, max: 100_000 })
  readonly version!: number;

  @MomentField({ description: 'Được thông báo lúc', example: '2024-04-12T00:00:00+07:00' })
  readonly announcedAt!: string;

  @IdListField({ description: 'Các đơn vị theo lịch này (kể cả cấp dưới); rỗng: mọi đơn vị', example: [], max: 200 })
  readonly units!: readonly string[];

  @CountListField({
    description: 'Thứ làm việc, 1 thứ Hai … 7 Chủ nhật',
    example: [1, 2, 3, 4, 5],
    min: 1,
    max: 7,
  })
  readonly weekdays!: readonly number[];

  @NestedListField({ description: 'Giờ làm việc theo thứ tự; ở giữa là nghỉ trưa', dto: () => OfficeHoursDto, max: 8 })
  readonly officeHours!: readonly OfficeHoursDto[];

  @DayField({ description: 'Biết đầy đủ ngày nghỉ từ ngày', example: '2024-01-01' })
  readonly knownFrom!: string;

  @DayField({ description: 'Biết đầy đủ ngày nghỉ đến hết ngày', example: '2024-12-31' })
  readonly knownTo!: string;

  @NestedListField({
    description: 'Mọi ngày khác với tuần làm việc, cả của các bản trước',
    dto: () => ExceptionalDayDto,
    max: 1_000,
  })
  readonly days!: readonly ExceptionalDayDto[];

  @TextField({ description: 'Văn bản thông báo', example: 'Công văn 2450/VPCP-KGVX', max: maxOf.text })
  readonly source!: string;

  toCommand({ at, actor }: ActMoment, calendarId: string): PublishCalendar {
    const { version, announcedAt, units, weekdays, knownFrom, knownTo, source } = this;
    return {
      type: 'publish-calendar',
      at,
      actor,
      calendarId,
      version,
      announcedAt,
      units,
      weekdays,
      officeHours: this.officeHours.map(({ from, to }) => ({ from, to })),
      knownFrom,
      knownTo,
      days: this.days.map(({ swappedWith, day, off, name, certainty }) => ({
        day,
        off,
        name,
        certainty,
        swappedWith: swappedWith ?? null,
      })),
      source,
    };
  }
}

export class CalendarVersionDto extends QuestionDto {
  @CountField({ description: 'Bản; mặc định là bản mới nhất', example: 1, min: 1, max: 100_000, optional: 'absent' })
  readonly version?: number;
}

const termKinds = ['working-days', 'working-hours', 'day', 'before-day'] as const;

export class DueDto extends QuestionDto {
  @IdField({ description: 'Đơn vị; không nêu thì theo lịch chung', example: 'so-noi-vu', optional: 'absent' })
  readonly unit?: string;

  @MomentField({ description: 'Thời điểm bắt đầu; ngày bắt đầu không tính', example: '2024-04-26T09:00:00+07:00' })
  readonly from!: string;

  @ChoiceField({
    description: 'Loại thời hạn: số ngày làm việc, số giờ làm việc, đến hết ngày, trước ngày',
    example: 'working-days',
    among: termKinds,
  })
  readonly term!: (typeof termKinds)[number];

  @CountField({ description: 'Số ngày hoặc số giờ', example: 5, min: 0, max: 1_000, optional: 'absent' })
  readonly count?: number;

  @DayField({ description: 'Ngày nêu trong văn bản', example: '2024-11-10', optional: 'absent' })
  readonly day?: string;

  @FlagField({ description: 'Ngày cuối là ngày nghỉ thì lùi đến ngày làm việc sau', optional: 'absent' })
  readonly rollOver?: boolean;

  @MomentField({ description: 'Lịch như đã biết lúc đó; mặc định là bây giờ', optional: 'absent' })
  readonly knownAt?: string;

  /** Throws RequestInvalid when the kind of term and its measure do not go together. */
  toTerm(): Term {
    const { term: kind, count, day, rollOver = false } = this;
    const counted = kind === 'working-days' || kind === 'working-hours';
    const needed = counted ? count : day;
    if (needed === undefined) throw new RequestInvalid([faultOf(counted ? 'count' : 'day', 'field.required')]);
    const foreign = counted ? day : count;
    if (foreign !== undefined) throw new RequestInvalid([faultOf(counted ? 'day' : 'count', 'field.unknown')]);
    switch (kind) {
      case 'working-days':
        return { kind, days: Number(needed) };
      case 'working-hours':
        return { kind, hours: Number(needed) };
      default:
        return { kind, day: String(needed), rollOver };
    }
  }
}
