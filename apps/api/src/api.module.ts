import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AuthoritiesModule } from './authorities/authorities.module.ts';
import { CalendarsModule } from './calendars/calendars.module.ts';
import { CandidatesModule } from './candidates/candidates.module.ts';
import { CasesModule } from './cases/cases.module.ts';
import { ConsultationsModule } from './consultations/consultations.module.ts';
import { DirectivesModule } from './directives/directives.module.ts';
import { OfficeModule } from './office/office.module.ts';
import { RecommendationsModule } from './recommendations/recommendations.module.ts';
import { RulebookModule } from './rulebook/rulebook.module.ts';
import { SubmissionsModule } from './submissions/submissions.module.ts';
import { TasksModule } from './tasks/tasks.module.ts';
import { RolesGuard } from './auth/roles.guard.ts';
import { ISSUER, type ApiDependencies } from './dependencies.ts';
import { DevTokensController } from './dev-tokens/dev-tokens.controller.ts';
import { DossiersModule } from './dossiers/dossiers.module.ts';
import { DtoPipe } from './edge/dto.pipe.ts';
import { ProblemFilter } from './edge/problem.filter.ts';
import { RouteBook } from './edge/route-book.ts';
import { ErasuresModule } from './erasures/erasures.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { ExportModule } from './export/export.module.ts';
import { HealthController } from './health/health.controller.ts';
import { LedgerModule } from './ledger/ledger.module.ts';
import type { ApiMetrics } from './metrics/api-metrics.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';
import { OverviewModule } from './overview/overview.module.ts';
import { KnownNames } from './reading/known-names.ts';

@Module({})
export class ApiModule {
  static on(deps: ApiDependencies, { routes, metrics }: { routes: RouteBook; metrics: ApiMetrics }): DynamicModule {
    const { issuer } = deps;
    return {
      module: ApiModule,
      imports: [
        LedgerModule.on(deps, metrics),
        DossiersModule,
        OrganisationModule,
        OverviewModule,
        EvidenceModule.on({ ...deps, settings: deps.evidence ?? null }),
        ExportModule,
        AuthoritiesModule,
        CalendarsModule,
        CandidatesModule,
        CasesModule,
        ConsultationsModule,
        DirectivesModule,
        ErasuresModule,
        OfficeModule,
        RecommendationsModule,
        RulebookModule,
        SubmissionsModule,
        TasksModule,
      ],
      controllers: [HealthController, MetricsController, ...(issuer ? [DevTokensController] : [])],
      providers: [
        { provide: APP_FILTER, useValue: new ProblemFilter(routes, deps.logger) },
        { provide: RouteBook, useValue: routes },
        { provide: APP_GUARD, useClass: RolesGuard },
        { provide: APP_INTERCEPTOR, useClass: KnownNames },
        { provide: APP_PIPE, useClass: DtoPipe },
        ...(issuer ? [{ provide: ISSUER, useValue: issuer }] : []),
      ],
    };
  }
}
