import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant, Party, Provenance } from '#domain/kernel/event.ts';
import type { AccountKind, AppointmentRole, UnitKind } from '#domain/organisation/events.ts';

@Entity({ name: 'unit', schema: 'views' })
export class UnitRow {
  @PrimaryColumn('text') unitId!: string;
  @Column('text') name!: string;
  @Column('tsvector') words!: string;
  @Column('text') unitKind!: UnitKind;
  @Column('text', { nullable: true }) parent!: string | null;
  @Column('timestamptz') validFrom!: Instant;
  @Column('timestamptz', { nullable: true }) validTo!: Instant | null;
  @Column('bigint', { nullable: true }) dissolvedPosition!: string | null;
}

/** One line from a unit that ceased to a unit that took over its duties. */
@Entity({ name: 'unit_succession', schema: 'views' })
export class UnitSuccession {
  @PrimaryColumn('text') predecessor!: string;
  @PrimaryColumn('text') successor!: string;
  @Column('timestamptz') at!: Instant;
}

@Entity({ name: 'appointment', schema: 'views' })
export class AppointmentRow {
  @PrimaryColumn('text') appointmentId!: string;
  @Column('text') unitId!: string;
  @Column('text') officerId!: string;
  @Column('text') role!: AppointmentRole;
  @Column('text', { nullable: true }) title!: string | null;
  @Column('timestamptz') validFrom!: Instant;
  @Column('timestamptz', { nullable: true }) validTo!: Instant | null;
  @Column('bigint') madePosition!: string;
  @Column('bigint', { nullable: true }) endedPosition!: string | null;
}

@Entity({ name: 'delegation', schema: 'views' })
export class DelegationRow {
  @PrimaryColumn('text') delegationId!: string;
  @Column('text') unitId!: string;
  @Column('text') delegator!: string;
  @Column('text') delegate!: string;
  @Column('text') scope!: string;
  @Column('text') document!: string;
  @Column('timestamptz') validFrom!: Instant;
  @Column('timestamptz') validTo!: Instant;
  @Column('timestamptz', { nullable: true }) revokedAt!: Instant | null;
}

/** Officers and non-person accounts known to the ledger. An officer has no name here. */
@Entity({ name: 'party', schema: 'views' })
export class PartyRow {
  @PrimaryColumn('text') kind!: Exclude<Party['kind'], 'unknown'>;
  @PrimaryColumn('text') id!: string;
  @Column('text', { nullable: true }) accountKind!: AccountKind | null;
  @Column('text', { nullable: true }) label!: string | null;
  /** Searchable words of the id, for those who have no name in the directory. */
  @Column('tsvector') words!: string;
  /** Where the registration came from. */
  @Column('text') provenance!: Provenance['kind'];
}
