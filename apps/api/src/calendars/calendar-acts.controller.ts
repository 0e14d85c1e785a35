import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import { PublishCalendarDto } from './calendars.dto.ts';

@ApiTags('Lịch làm việc')
@RequiresRole('administrator')
@Controller('v1/calendars')
export class CalendarActsController {
  constructor(private readonly acts: CaseActs) {}

  @Post(':id/versions')
  @Act({ vi: 'Công bố một bản lịch', en: 'Publish a whole new version of a calendar; the earlier ones stay' }, 201)
  publish(@Param('id') id: string, @Body() body: PublishCalendarDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'calendar', id);
  }
}
