import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OpinionStatus } from '#contracts/consultation-views.ts';
import type { RequestDefect } from '#domain/consultation/events.ts';
import type { Instant } from '#domain/kernel/event.ts';

/** A request for opinions as it stands now. */
@Entity({ name: 'consultation', schema: 'views' })
export class ConsultationRow {
  @PrimaryColumn('text') consultationId!: string;
  @Column('text', { nullable: true }) dossierId!: string | null;
  @Column('text') requester!: string;
  @Column('text') subject!: string;
  @Column('timestamptz') requestedAt!: Instant;
  @Column('timestamptz', { nullable: true }) dueAt!: Instant | null;
  @Column('text', { array: true }) defects!: readonly RequestDefect[];
  /** The domain's state as JSON (decision 0026). */
  @Column('text') state!: string;
  /** What happened to it, event by event, as JSON. */
  @Column('text') log!: string;
  @Column('timestamptz', { nullable: true }) nextDue!: Instant | null;
  @Column('boolean') movable!: boolean;
  @Column('integer') revision!: number;
}

/** One body asked. */
@Entity({ name: 'consultation_addressee', schema: 'views' })
export class ConsultationAddresseeRow {
  @PrimaryColumn('text') consultationId!: string;
  @PrimaryColumn('text') unitId!: string;
  @Column('text') requester!: string;
  @Column('text') status!: OpinionStatus;
  @Column('timestamptz') askedAt!: Instant;
  @Column('timestamptz', { nullable: true }) dueAt!: Instant | null;
  /** The deadline where it binds the body; null where no answer is owed by then. */
  @Column('timestamptz', { nullable: true }) bindingDueAt!: Instant | null;
  @Column('timestamptz', { nullable: true }) registeredAt!: Instant | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Instant | null;
  @Column('timestamptz', { nullable: true }) lateAnsweredAt!: Instant | null;
  /** The deadline that passed last while the duty was owed. */
  @Column('timestamptz', { nullable: true }) missedDueAt!: Instant | null;
  /** The due moment from which consent was deemed, voided or not. */
  @Column('timestamptz', { nullable: true }) deemedDueAt!: Instant | null;
}
