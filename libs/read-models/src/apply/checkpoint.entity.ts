import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a projection has folded the ledger; -1 before the first event. */
@Entity({ name: 'checkpoint', schema: 'views' })
export class CheckpointRow {
  @PrimaryColumn('text') projection!: string;
  @Column('bigint') position!: string;
  /** Set while the projection is parked: the position of the event it cannot follow, and why. */
  @Column('bigint', { nullable: true }) parkedPosition!: string | null;
  @Column('text', { nullable: true }) parkedError!: string | null;
}
