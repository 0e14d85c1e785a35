import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ClockHealth } from '#contracts/clock-views.ts';
import type { SealingHealth } from '#contracts/evidence-views.ts';
import type { ProjectionHealth } from '#contracts/views.ts';
import { OpenToAll } from '../auth/roles.guard.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { Healthy } from '../openapi/describe.ts';
import { Readiness } from './readiness.ts';

export type Ready = {
  /** `degraded`: acts are taken in, but they are not sealed as they should be; `sealing` says why. */
  readonly status: 'ready' | 'degraded';
  readonly head: string;
  readonly projections: readonly ProjectionHealth[];
  readonly clock: ClockHealth | null;
  readonly sealing: SealingHealth | null;
};

@ApiTags('Vận hành')
@OpenToAll()
@Controller('health')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('live')
  @Healthy({ vi: 'Tiến trình còn sống', en: 'The process answers' }, 'Live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Healthy({ vi: 'Sẵn sàng phục vụ', en: 'Ledger reachable, every projection running and close to its head' }, 'Ready')
  async ready(): Promise<Ready> {
    const { head, projections, clock, sealing, reasons } = await this.readiness.look();
    if (reasons.length > 0) throw new EdgeProblem('service.not-ready', { facts: { reasons, projections } });
    const degraded = sealing !== null && sealing.message !== null;
    return { status: degraded ? 'degraded' : 'ready', head: String(head), projections, clock, sealing };
  }
}
