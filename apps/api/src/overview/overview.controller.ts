import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CustodyRow, Overview, Page, Stats, UnitWorkload } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { Question } from '../openapi/describe.ts';
import { AsOfDto, QuestionDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { CustodyFilterDto } from './overview.dto.ts';
import { FindCustody, ShowOverview, ShowStats, ShowWorkload } from './overview.handlers.ts';

@ApiTags('Tổng quan')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1')
export class OverviewController {
  constructor(private readonly queries: QueryBus) {}

  @Get('overview')
  @Question({ vi: 'Tổng quan', en: 'Open, overdue and completed dossiers, and every unit in office' }, 'Overview')
  overview(@Query() { asOf }: AsOfDto): Promise<Overview> {
    return this.queries.execute(new ShowOverview(asOf));
  }

  @Get('workload')
  @Question({ vi: 'Khối lượng của các đơn vị', en: 'What each unit holds, took in and let go of' }, 'WorkloadList')
  workload(@Query() { asOf }: AsOfDto): Promise<readonly UnitWorkload[]> {
    return this.queries.execute(new ShowWorkload(asOf));
  }

  @Get('stats')
  @Question({ vi: 'Số liệu của cả sổ cái', en: 'Figures of the whole ledger' }, 'Stats')
  stats(@Query() _question: QuestionDto): Promise<Stats> {
    return this.queries.execute(new ShowStats());
  }

  @Get('custody')
  @Question({ vi: 'Ai đang giữ gì', en: 'Who holds what, since when, now or as of a moment' }, 'CustodyPage')
  custody(@Query() filter: CustodyFilterDto): Promise<Page<CustodyRow>> {
    return this.queries.execute(new FindCustody(filter));
  }
}
