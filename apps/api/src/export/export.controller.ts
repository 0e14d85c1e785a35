import { Readable } from 'node:stream';
import {
  applyDecorators,
  Controller,
  Get,
  Inject,
  Param,
  Query,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#platform/clock.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CLOCK } from '../dependencies.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { MayBeMissing, Question } from '../openapi/describe.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { TrailExportDto } from './export.dto.ts';
import { OpenTrail } from './export.handlers.ts';
import { mediaTypes, trailAs } from './trail-formats.ts';

const file = { schema: { type: 'string', format: 'binary' } };

const Download = (): MethodDecorator =>
  applyDecorators(
    Question({ vi: 'Xuất vết trách nhiệm ra tệp', en: 'The whole trail as a file: JSON, CSV or XES' }, 'Trail'),
    ApiResponse({
      status: 200,
      description: 'docs/export.md',
      content: { 'application/json': { schema: { type: 'object' } }, 'text/csv': file, 'application/xml': file },
    }),
  );

@ApiTags('Cán bộ')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1/officers')
export class ExportController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Sent while it is read; a fault on the way cuts the connection, so that half a file never looks whole. */
  @Get(':id/trail/export')
  @Download()
  @MayBeMissing()
  async trail(@Param('id') id: string, @Query() { format, bom, asOf }: TrailExportDto): Promise<StreamableFile> {
    const trail = await this.queries.execute(new OpenTrail(id, asOf));
    if (trail === null) throw new EdgeProblem('not-found');
    const text = trailAs(trail, { format, bom: bom ?? false, exportedAt: this.clock.now() });
    return new StreamableFile(Readable.from(text, { objectMode: false }), {
      type: mediaTypes[format],
      disposition: `attachment; filename="trail.${format}"; filename*=UTF-8''${encodeURIComponent(`trail-${id}.${format}`)}`,
    });
  }
}
