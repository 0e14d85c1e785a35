import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Page, UnitView } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { UnitAtDto, UnitFilterDto } from './units.queries.dto.ts';
import { FindUnit, FindUnits } from './units.handlers.ts';

@ApiTags('Đơn vị')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1/units')
export class UnitsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Question({ vi: 'Tìm đơn vị', en: 'Find units; with `at`, those in existence at that moment' }, 'UnitPage')
  find(@Query() filter: UnitFilterDto): Promise<Page<UnitView>> {
    return this.queries.execute(new FindUnits(filter));
  }

  @Get(':id')
  @Question({ vi: 'Xem một đơn vị', en: 'One unit with its head at a moment' }, 'UnitView')
  @MayBeMissing()
  async one(@Param('id') id: string, @Query() { at }: UnitAtDto): Promise<UnitView> {
    const unit = await this.queries.execute(new FindUnit(id, at));
    if (unit === null) throw new EdgeProblem('not-found');
    return unit;
  }
}
