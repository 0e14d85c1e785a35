import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CandidatePage, DetectorsView, DutyPage, RatesView } from '#contracts/candidate-views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { AsOfDto, PageAsOfDto, QuestionDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { FindCandidates, FindDetectors, FindDuties, FindRates } from './candidates.handlers.ts';

const orMissing = <T>(found: T | null): T => {
  if (found === null) throw new EdgeProblem('not-found');
  return found;
};

@ApiTags('Dấu hiệu cần xem xét')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1')
export class CandidatesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('officers/:id/candidates')
  @Question(
    {
      vi: 'Dấu hiệu cần xem xét của một người, kèm tình tiết giảm nhẹ',
      en: 'Signal candidates of a person, never verdicts, as performer and apart from that as head in office, each with what mitigates it',
    },
    'CandidatePage',
  )
  @MayBeMissing()
  async ofOfficer(@Param('id') id: string, @Query() filter: PageAsOfDto): Promise<CandidatePage> {
    return orMissing(await this.queries.execute(new FindCandidates({ officer: id }, filter)));
  }

  @Get('units/:id/candidates')
  @Question(
    { vi: 'Dấu hiệu cần xem xét tại một đơn vị', en: 'Signal candidates in a unit, each with what mitigates it' },
    'CandidatePage',
  )
  @MayBeMissing()
  async ofUnit(@Param('id') id: string, @Query() filter: PageAsOfDto): Promise<CandidatePage> {
    return orMissing(await this.queries.execute(new FindCandidates({ unit: id }, filter)));
  }

  @Get('candidates/detectors')
  @Question(
    {
      vi: 'Danh mục công khai các phép dò, ngưỡng và số dấu hiệu',
      en: 'The published list of detectors with duty, threshold and how many candidates the ledger holds',
    },
    'DetectorsView',
  )
  detectors(@Query() _question: QuestionDto): Promise<DetectorsView> {
    return this.queries.execute(new FindDetectors());
  }

  @Get('units/:id/rates')
  @Question(
    {
      vi: 'Tỷ lệ của một đơn vị, có mẫu số và khoảng tin cậy 95 %',
      en: 'Rates of a unit with denominator and 95 % interval, withheld below five cases; never of a person',
    },
    'RatesView',
  )
  @MayBeMissing()
  async rates(@Param('id') id: string, @Query() filter: AsOfDto): Promise<RatesView> {
    return orMissing(await this.queries.execute(new FindRates(id, filter)));
  }

  @Get('officers/:id/duties')
  @Question(
    {
      vi: 'Việc khác trong vết trách nhiệm: ý kiến, nhiệm vụ, cam kết, lý do, vướng mắc',
      en: 'What else is in the trail of a person: opinions, tasks, commitments, reasons, obstacles; newest first',
    },
    'DutyPage',
  )
  @MayBeMissing()
  async duties(@Param('id') id: string, @Query() filter: PageAsOfDto): Promise<DutyPage> {
    return orMissing(await this.queries.execute(new FindDuties(id, filter)));
  }
}
