import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#domain/kernel/event.ts';

/** A directive with its recipients and receipts, as the domain's state in JSON text. */
@Entity({ name: 'directive', schema: 'views' })
export class DirectiveRow {
  @PrimaryColumn('text') directiveId!: string;
  @Column('text') state!: string;
  @Column('text') issuer!: string;
  @Column('timestamptz') issuedAt!: Instant;
  @Column('text', { nullable: true }) reissueOf!: string | null;
  /** Units that are to execute it: nobody else has a duty from it (R77). */
  @Column('text', { array: true }) executors!: readonly string[];
  @Column('integer') revision!: number;
}
