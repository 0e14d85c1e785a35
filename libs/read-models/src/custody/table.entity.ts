import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant, Party, Provenance } from '#domain/kernel/event.ts';

/**
 * One interval of custody: [beganAt, endedAt). The intervals of a dossier never overlap, so there is
 * exactly one holder at any moment between registration and completion (R21).
 */
@Entity({ name: 'custody', schema: 'views' })
export class CustodyInterval {
  @PrimaryColumn('text') dossierId!: string;
  @PrimaryColumn('integer') sequence!: number;
  /** How often the dossier had been reopened when it began: every term has a deadline of its own. */
  @Column('integer') term!: number;
  @Column('text') holderKind!: Party['kind'];
  @Column('text', { nullable: true }) holderId!: string | null;
  @Column('text', { nullable: true }) unitId!: string | null;
  @Column('timestamptz') beganAt!: Instant;
  @Column('timestamptz', { nullable: true }) endedAt!: Instant | null;
  @Column('text') beganBy!: string;
  @Column('text', { nullable: true }) endedBy!: string | null;
  @Column('bigint') beganPosition!: string;
  @Column('bigint', { nullable: true }) endedPosition!: string | null;
  @Column('integer') beganRevision!: number;
  @Column('integer', { nullable: true }) endedRevision!: number | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) basis!: string | null;
  @Column('timestamptz', { nullable: true }) receiptConfirmedAt!: Instant | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Instant | null;
  @Column('text') provenance!: Provenance['kind'];
  @Column('boolean') inferred!: boolean;
  /** Key of the last holder before this one who was another; null for the first. */
  @Column('text', { nullable: true }) previousHolder!: string | null;
  /** The holder is another than in the interval before. */
  @Column('boolean') moved!: boolean;
  /** It came back to the one who had passed it to the previous holder: A → B → A. */
  @Column('boolean') bounced!: boolean;
}
