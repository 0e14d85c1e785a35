import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The only place where an officer has a name. Beside the ledger, so that a name can be changed or erased. */
@Entity({ name: 'officer_name', schema: 'directory' })
export class OfficerName {
  @PrimaryColumn('text') officerId!: string;
  @Column('text') name!: string;
  /** Folded for ordering and for search. */
  @Column('text') folded!: string;
  @Column('tsvector') words!: string;
}
