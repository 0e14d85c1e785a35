import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity, Instant, Party, Provenance } from '#domain/kernel/event.ts';

/** One act in the life of a dossier, as recorded. */
@Entity({ name: 'timeline', schema: 'views' })
export class TimelineRow {
  @PrimaryColumn('text') dossierId!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('bigint') position!: string;
  @Column('uuid') eventId!: string;
  @Column('text') type!: string;
  @Column('timestamptz') occurredAt!: Instant;
  @Column('timestamptz') recordedAt!: Instant;
  @Column('text') actorKind!: Party['kind'];
  @Column('text', { nullable: true }) actorId!: string | null;
  @Column('text', { nullable: true }) unitId!: string | null;
  @Column('text') capacity!: Capacity;
  @Column('text') provenance!: Provenance['kind'];
  @Column('boolean') inferred!: boolean;
  /** The officer whose act it is: who performed the step, otherwise who acted; null when no person did. */
  @Column('text', { nullable: true }) officerId!: string | null;
  /** Event data as JSON text: it is handed on, never searched. */
  @Column('text') data!: string;
}
