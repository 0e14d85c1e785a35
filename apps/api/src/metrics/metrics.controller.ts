import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpenToAll } from '../auth/roles.guard.ts';
import { Readiness } from '../health/readiness.ts';
import { PlainText } from '../openapi/describe.ts';
import { ApiMetrics } from './api-metrics.ts';

@ApiTags('Vận hành')
@OpenToAll()
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(ApiMetrics) private readonly metrics: ApiMetrics,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @PlainText({ vi: 'Số đo cho Prometheus', en: 'Prometheus metrics' })
  async show(): Promise<string> {
    const { projections, clock, sealing } = await this.readiness.look();
    this.metrics.showProjections(projections);
    if (clock !== null) this.metrics.showClock(clock);
    if (sealing !== null) this.metrics.showSealing(sealing);
    return this.metrics.registry.metrics();
  }
}
