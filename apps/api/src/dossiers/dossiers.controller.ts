import { Controller, Get, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { DossierDetail, DossierSummary, Page, TimelineEntry } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { etagOf } from '../edge/if-match.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { AsOfDto, PageDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { FindDossier, FindDossiers, FindTimeline } from './dossiers.handlers.ts';
import { DossierFilterDto } from './dossiers.queries.dto.ts';

@ApiTags('Hồ sơ: tra cứu')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1/dossiers')
export class DossiersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Question({ vi: 'Tìm hồ sơ', en: 'Find dossiers, newest received first' }, 'DossierPage')
  find(@Query() filter: DossierFilterDto): Promise<Page<DossierSummary>> {
    return this.queries.execute(new FindDossiers(filter));
  }

  @Get(':id')
  @Question({ vi: 'Xem một hồ sơ', en: 'One dossier with its custody, now or as of a moment' }, 'DossierDetail')
  @MayBeMissing()
  async one(
    @Param('id') id: string,
    @Query() { asOf }: AsOfDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DossierDetail> {
    const dossier = await this.queries.execute(new FindDossier(id, asOf));
    if (dossier === null) throw new EdgeProblem('not-found');
    // A state of the past is no basis for a change: only the present one carries a tag for If-Match.
    if (asOf === undefined) reply.header('ETag', etagOf(dossier.revision));
    return dossier;
  }

  @Get(':id/timeline')
  @Question({ vi: 'Diễn biến của hồ sơ', en: 'The life of a dossier in the order recorded' }, 'TimelinePage')
  @MayBeMissing()
  async timeline(@Param('id') id: string, @Query() page: PageDto): Promise<Page<TimelineEntry>> {
    const found = await this.queries.execute(new FindTimeline(id, page));
    if (found.items.length === 0 && page.cursor === undefined) throw new EdgeProblem('not-found');
    return found;
  }
}
