import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerView, Page, Trail } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { AsOfDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { OfficerFilterDto, TrailDto } from './officers.dto.ts';
import { FindOfficer, FindOfficers, FindTrail } from './officers.handlers.ts';

@ApiTags('Cán bộ')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1/officers')
export class OfficersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Question({ vi: 'Tìm cán bộ', en: 'Find officers by name or id, accents ignored' }, 'OfficerPage')
  find(@Query() filter: OfficerFilterDto): Promise<Page<OfficerView>> {
    return this.queries.execute(new FindOfficers(filter));
  }

  @Get(':id')
  @Question({ vi: 'Xem một cán bộ', en: 'One officer with appointments and open custody' }, 'OfficerView')
  @MayBeMissing()
  async one(@Param('id') id: string, @Query() { asOf }: AsOfDto): Promise<OfficerView> {
    const officer = await this.queries.execute(new FindOfficer(id, asOf));
    if (officer === null) throw new EdgeProblem('not-found');
    return officer;
  }

  @Get(':id/trail')
  @Question(
    {
      vi: 'Vết trách nhiệm của một người',
      en: 'The responsibility trail: as performer, or as head in office, newest interval first',
    },
    'Trail',
  )
  @MayBeMissing()
  async trail(@Param('id') id: string, @Query() filter: TrailDto): Promise<Trail> {
    const trail = await this.queries.execute(new FindTrail(id, filter));
    if (trail === null) throw new EdgeProblem('not-found');
    return trail;
  }
}
