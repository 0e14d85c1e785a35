import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity, Instant, Party, Provenance } from '#domain/kernel/event.ts';

/** One event about a subject other than custody, as recorded; the events of dossiers stand in the timeline. */
@Entity({ name: 'case_event', schema: 'views' })
export class CaseEventRow {
  @PrimaryColumn('text') stream!: string;
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
  /** The dossier it is about, where it names one. */
  @Column('text', { nullable: true }) dossierId!: string | null;
  /** Every officer and unit named, the actor's included. */
  @Column('text', { array: true }) officers!: readonly string[];
  @Column('text', { array: true }) units!: readonly string[];
  /** Streams of other subjects it names. */
  @Column('text', { array: true }) links!: readonly string[];
  /** Event data as JSON text: it is handed on, never searched. */
  @Column('text') data!: string;
}
