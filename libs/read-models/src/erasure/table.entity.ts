import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity, Instant, Party } from '#domain/kernel/event.ts';

/** A lawful erasure, as recorded. */
@Entity({ name: 'erasure', schema: 'views' })
export class ErasureRow {
  @PrimaryColumn('bigint') position!: string;
  @Column('uuid') erasureId!: string;
  @Column('uuid') eventId!: string;
  @Column('text', { array: true }) paths!: readonly string[];
  @Column('text', { array: true }) subjects!: readonly string[];
  @Column('text') ground!: string;
  @Column('text', { nullable: true }) clause!: string | null;
  /** JSON text of the document named. */
  @Column('text', { nullable: true }) document!: string | null;
  @Column('timestamptz') erasedAt!: Instant;
  @Column('text') actorKind!: Party['kind'];
  @Column('text', { nullable: true }) actorId!: string | null;
  @Column('text', { nullable: true }) unitId!: string | null;
  @Column('text') capacity!: Capacity;
}

/** One row, beside the views because it outlives a switch: every erasure up to here has left no copy in the views. */
@Entity({ name: 'cleaned', schema: 'read_models' })
export class CleanedRow {
  @PrimaryColumn('boolean', { default: true }) singleton!: boolean;
  @Column('bigint') position!: string;
}
