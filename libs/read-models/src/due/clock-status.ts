import type { ClockFailure, ClockHealth } from '#contracts/clock-views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { ViewDatabase } from '../view-database.ts';
import { countDueCases } from './queries.ts';

/** What the process with the deadline clock leaves for others to see; of two clocks the last one stands. */
export class ClockStatus {
  constructor(private readonly db: ViewDatabase) {}

  async ran({ ranAt, failing }: { ranAt: Instant; failing: readonly ClockFailure[] }): Promise<void> {
    await this.db.rows(
      `insert into read_models.deadline_clock (ran_at, failing) values ($1, $2)
       on conflict (singleton) do update set ran_at = excluded.ran_at, failing = excluded.failing`,
      [ranAt, JSON.stringify(failing)],
    );
  }

  async health(): Promise<ClockHealth> {
    const [row] = await this.db.rows<{ ranAt: Instant; failing: readonly ClockFailure[] }>(
      'select ran_at as "ranAt", failing from read_models.deadline_clock',
    );
    return { lastRunAt: row?.ranAt ?? null, due: await countDueCases(this.db), failing: row?.failing ?? [] };
  }
}
