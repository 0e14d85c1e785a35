import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant, Party } from '#domain/kernel/event.ts';
import type { TaskPriority } from '#domain/task/events.ts';
import type { CommitmentState } from '#domain/task/state.ts';
import type { TaskStatus, Waiting } from '#contracts/task-views.ts';

/** A task as it stands now: the state its rules see, and what is searched for in columns beside it. */
@Entity({ name: 'task', schema: 'views' })
export class TaskRow {
  @PrimaryColumn('text') taskId!: string;
  /** The state of the domain as JSON text. */
  @Column('text') state!: string;
  /** The earliest moment at which the deadline clock has something to record. */
  @Column('timestamptz', { nullable: true }) nextDue!: Instant | null;
  /** Another calendar version would move the deadline. */
  @Column('boolean') movable!: boolean;
  @Column('text') assigner!: string;
  @Column('text') lead!: string;
  @Column('text') responsibleKind!: Party['kind'];
  @Column('text', { nullable: true }) responsibleId!: string | null;
  @Column('text') status!: TaskStatus;
  @Column('text') priority!: TaskPriority;
  @Column('text', { nullable: true }) waitingFor!: Waiting | null;
  @Column('timestamptz') dueAt!: Instant;
  /** Submitted after the deadline that counted then; null while the task is not done. */
  @Column('boolean', { nullable: true }) late!: boolean | null;
  @Column('text', { nullable: true }) programmeName!: string | null;
  @Column('integer', { nullable: true }) programmeYear!: number | null;
  @Column('text', { nullable: true }) directiveId!: string | null;
  @Column('text', { nullable: true }) parentTaskId!: string | null;
  @Column('integer') revision!: number;
}

/** A milestone that a body promised with an extension (R26). */
@Entity({ name: 'commitment', schema: 'views' })
export class CommitmentRow {
  @PrimaryColumn('text') taskId!: string;
  @PrimaryColumn('text') commitmentId!: string;
  @Column('text') title!: string;
  @Column('text') unitId!: string;
  @Column('text') madeByKind!: Party['kind'];
  @Column('text', { nullable: true }) madeById!: string | null;
  @Column('timestamptz') madeAt!: Instant;
  @Column('timestamptz') milestone!: Instant;
  @Column('text') state!: CommitmentState;
  @Column('timestamptz', { nullable: true }) endedAt!: Instant | null;
  @Column('boolean') recordedBroken!: boolean;
}
