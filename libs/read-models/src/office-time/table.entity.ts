import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The newest version of a calendar as a line that counts office time: from each `…_from` on, office time up to
 * a moment x is `…_base + …_slope · x`. One line runs through a week, in seconds since Monday 00:00 in Vietnam, and
 * repeats; the other is added to it and runs through the exceptional days, in seconds since 1970 (UTC). Arrays, so that a statement takes the calendar in once.
 */
@Entity({ name: 'office_time', schema: 'views' })
export class OfficeTimeRow {
  @PrimaryColumn('text') calendarId!: string;
  @Column('integer') version!: number;
  /** Kept by everyone who has no calendar of their own: what intervals are measured on. */
  @Column('boolean') common!: boolean;
  /** Office time of a week without exceptional days. */
  @Column('double precision') weekSeconds!: number;
  @Column('double precision', { array: true }) weekFrom!: string[];
  @Column('double precision', { array: true }) weekBase!: string[];
  @Column('double precision', { array: true }) weekSlope!: string[];
  @Column('double precision', { array: true }) exceptionFrom!: string[];
  @Column('double precision', { array: true }) exceptionBase!: string[];
  @Column('double precision', { array: true }) exceptionSlope!: string[];
}
