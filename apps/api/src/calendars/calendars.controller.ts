import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CalendarSummary, CalendarView, DueView } from '#contracts/calendar-views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CLOCK } from '../dependencies.ts';
import { faultOf } from '../edge/faults.ts';
import { EdgeProblem, RequestInvalid } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { calendarSummary, calendarView, dueView } from './calendar-views.ts';
import { CalendarVersionDto, DueDto } from './calendars.dto.ts';

/**
 * Answered from the ledger's reference events, which every question brings up to date first: what was
 * durable before the question is in the answer, so nothing is waited for.
 */
@ApiTags('Lịch làm việc')
@RequiresRole('reader', 'recorder', 'administrator')
@Controller('v1/calendars')
export class CalendarsController {
  constructor(
    private readonly reference: LedgerReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Question({ vi: 'Các lịch làm việc, bản mới nhất', en: 'The newest version of every calendar' }, 'CalendarList')
  async find(): Promise<readonly CalendarSummary[]> {
    return (await this.reference.current()).calendars.newest().map(calendarSummary);
  }

  @Get('due')
  @Question(
    { vi: 'Tính hạn theo lịch làm việc', en: 'When a term ends, on which calendar version, and how sure each day is' },
    'DueView',
  )
  async due(@Query() asked: DueDto): Promise<DueView> {
    const { unit = null, from, knownAt = this.clock.now() } = asked;
    const term = asked.toTerm();
    const reference = await this.reference.current();
    try {
      return dueView(reference, { unit, term, from, knownAt });
    } catch (error) {
      // The ledger writes years of four digits; a term beyond them was not meant.
      if (error instanceof RangeError) throw new RequestInvalid([faultOf('from', 'moment.malformed')]);
      throw error;
    }
  }

  @Get(':id')
  @Question({ vi: 'Một bản của lịch làm việc', en: 'One version of a calendar; the newest by default' }, 'CalendarView')
  @MayBeMissing()
  async one(@Param('id') id: string, @Query() { version }: CalendarVersionDto): Promise<CalendarView> {
    const versions = (await this.reference.current()).calendars.versionsOf(id);
    const found = version === undefined ? versions.at(-1) : versions[version - 1];
    if (found === undefined) throw new EdgeProblem('not-found');
    return calendarView(found.version);
  }
}
