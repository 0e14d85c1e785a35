import { consultationAggregate } from '#domain/consultation/aggregate.ts';
import { consultationClock } from '#domain/consultation/clock.ts';
import { recommendationAggregate } from '#domain/recommendation/aggregate.ts';
import { recommendationClock } from '#domain/recommendation/clock.ts';
import { taskAggregate } from '#domain/task/aggregate.ts';
import { taskClock } from '#domain/task/clock.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/logging.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import type { EventStore } from '#store/event-store.ts';
import { clocked } from './clocked-subject.ts';
import { DeadlineClock } from './deadline-clock.ts';

const subjects = [
  clocked('consultation', consultationAggregate, consultationClock),
  clocked('recommendation', recommendationAggregate, recommendationClock),
  clocked('task', taskAggregate, taskClock),
];

/** The clock of everything in the product that falls due by itself, over the views of this process. */
export const productClock = (over: {
  readonly store: EventStore;
  readonly readModels: Pick<ReadModels, 'queries' | 'clockStatus'>;
  readonly logger: Logger;
  readonly clock: Clock;
}): DeadlineClock =>
  new DeadlineClock({
    ...over,
    reference: new LedgerReference(over.store),
    rows: over.readModels.queries,
    subjects,
    ran: (run) => over.readModels.clockStatus.ran(run),
  });
