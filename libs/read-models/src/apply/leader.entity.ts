import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: the token of the newest leader. It outlives a switch of the views. */
@Entity({ name: 'leader', schema: 'read_models' })
export class LeaderRow {
  @PrimaryColumn('boolean', { default: true }) singleton!: boolean;
  @Column('bigint') token!: string;
}
