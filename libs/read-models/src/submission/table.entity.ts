import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant, Party } from '#domain/kernel/event.ts';
import type { SubmissionView } from '#contracts/submission-views.ts';

/** One passing of a dossier between units: submitted upward, or handed over on a stated ground. */
@Entity({ name: 'submission', schema: 'views' })
export class SubmissionRow {
  @PrimaryColumn('text') dossierId!: string;
  @PrimaryColumn('integer') ordinal!: number;
  @Column('text') passedBy!: SubmissionView['by'];
  @Column('text') fromKind!: Party['kind'];
  @Column('text', { nullable: true }) fromId!: string | null;
  @Column('text') submitter!: string;
  @Column('text') receiver!: string;
  /** Whose answer is awaited: the receiver, or the one an Office forwarded it to. */
  @Column('text') awaiting!: string;
  @Column('timestamptz') at!: Instant;
  @Column('bigint') position!: string;
  @Column('text', { nullable: true }) ground!: SubmissionView['ground'];
  @Column('text', { nullable: true }) explanation!: string | null;
  @Column('integer') openDissents!: number;
  @Column('text') status!: SubmissionView['status'];
  @Column('timestamptz', { nullable: true }) answeredAt!: Instant | null;
  @Column('text', { nullable: true }) answeredBy!: string | null;
  @Column('bigint', { nullable: true }) answeredPosition!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) basis!: string | null;
  @Column('text', { nullable: true }) gate!: string | null;
  @Column('timestamptz', { nullable: true }) checkedAt!: Instant | null;
  @Column('boolean', { nullable: true }) conforming!: boolean | null;
  @Column('text', { nullable: true }) gateOutcome!: SubmissionView['gateOutcome'];
  @Column('text', { array: true }) defects!: readonly string[];
  /** Of the latest event that changed the row: tells the move that goes with it from a new passing. */
  @Column('integer') revision!: number;
}

/** A level of review that a document passed. The reviewer is not here: depth is a figure of units alone (R35). */
@Entity({ name: 'review_level', schema: 'views' })
export class ReviewLevelRow {
  @PrimaryColumn('text') dossierId!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('text', { nullable: true }) unitId!: string | null;
  @Column('text') document!: string;
  @Column('integer') level!: number;
  @Column('boolean') changed!: boolean;
  @Column('boolean') noted!: boolean;
}
