import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecommendationOverdue, UnresolvedCategory } from '#domain/recommendation/events.ts';
import type { Instant } from '#domain/kernel/event.ts';

/** A recommendation as it stands; `state` is what the domain's fold gives, as JSON. */
@Entity({ name: 'recommendation', schema: 'views' })
export class RecommendationRow {
  @PrimaryColumn('text') recommendationId!: string;
  @Column('text') sender!: string;
  @Column('text') level!: 'province' | 'central';
  @Column('text', { nullable: true }) unitId!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('boolean') settled!: boolean;
  @Column('timestamptz') sentAt!: Instant;
  @Column('timestamptz', { nullable: true }) dueAt!: Instant | null;
  /** What an open one still waits for. */
  @Column('text', { nullable: true }) missing!: RecommendationOverdue['data']['category'] | null;
  /** Of reports that were not set aside, as long as they hold. */
  @Column('text', { array: true }) reported!: readonly UnresolvedCategory[];
  @Column('text', { array: true }) confirmed!: readonly UnresolvedCategory[];
  @Column('text') state!: string;
  @Column('timestamptz', { nullable: true }) nextDue!: Instant | null;
  @Column('boolean') movable!: boolean;
  @Column('integer') revision!: number;
}
