import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockFailure } from '#contracts/clock-views.ts';
import type { Instant } from '#domain/kernel/event.ts';

/** How the deadline clock last ran; beside the views, because it is not folded from events. */
@Entity({ name: 'deadline_clock', schema: 'read_models' })
export class DeadlineClockRow {
  @PrimaryColumn('boolean') singleton!: boolean;
  @Column('timestamptz') ranAt!: Instant;
  @Column('jsonb') failing!: readonly ClockFailure[];
}
