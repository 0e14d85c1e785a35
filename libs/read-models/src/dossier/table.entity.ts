import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant, Party, Provenance } from '#domain/kernel/event.ts';
import type { SecrecyLevel, Urgency } from '#domain/dossier/events.ts';
import type { DossierStatus } from '#contracts/views.ts';

/** A dossier as it stands now; its earlier states are folded from the timeline when asked for. */
@Entity({ name: 'dossier', schema: 'views' })
export class DossierRow {
  @PrimaryColumn('text') dossierId!: string;
  @Column('text') issuer!: string;
  @Column('text', { nullable: true }) number!: string | null;
  @Column('text', { nullable: true }) symbol!: string | null;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) secretReference!: string | null;
  @Column('text') secrecy!: SecrecyLevel;
  @Column('text') urgency!: Urgency;
  @Column('text') dossierType!: string;
  @Column('timestamptz') receivedAt!: Instant;
  @Column('timestamptz', { nullable: true }) deadline!: Instant | null;
  /** The deadline of each term that a reopening has ended, oldest first; `infinity` where the law set none. */
  @Column('text', { array: true }) pastDeadlines!: readonly string[];
  @Column('text') status!: DossierStatus;
  @Column('timestamptz', { nullable: true }) completedAt!: Instant | null;
  @Column('text', { nullable: true }) outcome!: string | null;
  @Column('text', { nullable: true }) holderKind!: Party['kind'] | null;
  @Column('text', { nullable: true }) holderId!: string | null;
  @Column('text', { nullable: true }) holderUnit!: string | null;
  @Column('timestamptz', { nullable: true }) heldSince!: Instant | null;
  @Column('text', { nullable: true }) responsibleKind!: Party['kind'] | null;
  @Column('text', { nullable: true }) responsibleId!: string | null;
  @Column('text', { nullable: true }) leadUnit!: string | null;
  @Column('text', { array: true }) coordinators!: readonly string[];
  @Column('text', { nullable: true }) step!: string | null;
  @Column('timestamptz', { nullable: true }) dueAt!: Instant | null;
  @Column('integer') handoffs!: number;
  @Column('integer') returns!: number;
  /** Steps performed, and by whom (party keys, each once): what the figures of the ledger count. */
  @Column('integer') steps!: number;
  @Column('text', { array: true }) performers!: readonly string[];
  /** How many times it was completed: a reopened dossier has been completed once. */
  @Column('integer') completions!: number;
  /** Where the registration came from. */
  @Column('text') provenance!: Provenance['kind'];
  @Column('integer') revision!: number;
}

/** Searchable words of a dossier, folded; apart from the row so that a handoff does not index them again. */
@Entity({ name: 'dossier_words', schema: 'views' })
export class DossierWords {
  @PrimaryColumn('text') dossierId!: string;
  @Column('tsvector') words!: string;
}
