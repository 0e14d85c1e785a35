import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { CaseStates } from '../cases/case-states.ts';
import { CLOCK, READ_MODELS, type ApiDependencies } from '../dependencies.ts';
import { SealedEvents } from '../erasures/sealed-events.ts';
import { SealingWatch } from '../evidence/sealing-health.ts';
import { WaitingActs } from '../evidence/waiting-acts.ts';
import { Readiness } from '../health/readiness.ts';
import { ApiMetrics } from '../metrics/api-metrics.ts';
import { ActRecorder } from './act-recorder.ts';

/** What every feature stands on: the ledger to write to, the read models to ask, the clock, the buses. */
@Module({})
export class LedgerModule {
  static on({ store, readModels, clock, logger, evidence }: ApiDependencies, metrics: ApiMetrics): DynamicModule {
    const watch = evidence === undefined ? null : new SealingWatch(evidence, clock, new WaitingActs(store, clock));
    return {
      module: LedgerModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: READ_MODELS, useValue: readModels },
        { provide: ApiMetrics, useValue: metrics },
        { provide: ActRecorder, useValue: new ActRecorder(store, clock, metrics) },
        { provide: CaseStates, useValue: new CaseStates(store) },
        { provide: SealedEvents, useValue: new SealedEvents(store) },
        { provide: LedgerReference, useValue: new LedgerReference(store) },
        { provide: Readiness, useValue: new Readiness(store, readModels, logger, watch) },
      ],
      exports: [
        CLOCK,
        READ_MODELS,
        ApiMetrics,
        ActRecorder,
        CaseStates,
        SealedEvents,
        LedgerReference,
        Readiness,
        CqrsModule,
      ],
    };
  }
}
