import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '#domain/kernel/event.ts';
import type { OfficeRecordKind } from '#contracts/office-views.ts';

/** A record of an office; `state` is what the domain's fold gives, as JSON. */
@Entity({ name: 'office_record', schema: 'views' })
export class OfficeRecordRow {
  @PrimaryColumn('text') recordId!: string;
  @Column('text') kind!: OfficeRecordKind;
  @Column('text', { nullable: true }) unitId!: string | null;
  @Column('text', { nullable: true }) officerId!: string | null;
  @Column('timestamptz') beganAt!: Instant;
  @Column('boolean') open!: boolean;
  @Column('text') state!: string;
  @Column('integer') revision!: number;
}
