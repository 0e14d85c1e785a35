import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { RolesGuard } from './auth/roles.guard.ts';
import { ISSUER, type ApiDependencies } from './dependencies.ts';
import { DevTokensController } from './dev-tokens/dev-tokens.controller.ts';
import { DossiersModule } from './dossiers/dossiers.module.ts';
import { DtoPipe } from './edge/dto.pipe.ts';
import { ProblemFilter } from './edge/problem.filter.ts';
import { RouteBook } from './edge/route-book.ts';
import { ExportModule } from './export/export.module.ts';
import { HealthController } from './health/health.controller.ts';
import { LedgerModule } from './ledger/ledger.module.ts';
import type { ApiMetrics } from './metrics/api-metrics.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';
import { OverviewModule } from './overview/overview.module.ts';

@Module({})
export class ApiModule {
  static on(deps: ApiDependencies, { routes, metrics }: { routes: RouteBook; metrics: ApiMetrics }): DynamicModule {
    const { issuer } = deps;
    return {
      module: ApiModule,
      imports: [LedgerModule.on(deps, metrics), DossiersModule, OrganisationModule, OverviewModule, ExportModule],
      controllers: [HealthController, MetricsController, ...(issuer ? [DevTokensController] : [])],
      providers: [
        { provide: APP_FILTER, useValue: new ProblemFilter(routes, deps.logger) },
        { provide: RouteBook, useValue: routes },
        { provide: APP_GUARD, useClass: RolesGuard },
        { provide: APP_PIPE, useClass: DtoPipe },
        ...(issuer ? [{ provide: ISSUER, useValue: issuer }] : []),
      ],
    };
  }
}
