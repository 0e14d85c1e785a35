import pg from 'pg';
import { DataSource } from 'typeorm';
import { CheckpointRow } from './apply/checkpoint.entity.ts';
import { LeaderRow } from './apply/leader.entity.ts';
import { CaseEventRow } from './case-event/table.entity.ts';
import { SnakeNames, viewTypes } from './columns.ts';
import { ConsultationAddresseeRow, ConsultationRow } from './consultation/table.entity.ts';
import { CustodyInterval } from './custody/table.entity.ts';
import { OfficerName } from './directory/table.entity.ts';
import { DirectiveRow } from './directive/table.entity.ts';
import { DossierRow, DossierWords } from './dossier/table.entity.ts';
import { DeadlineClockRow } from './due/table.entity.ts';
import { CleanedRow, ErasureRow } from './erasure/table.entity.ts';
import { TaskAndDirective1764000006900 } from './migrations/1764000006900-task-and-directive.ts';
import { Consultation1764300065000 } from './migrations/1764300065000-consultation.ts';
import { Views1764000000000 } from './migrations/1764000000000-views.ts';
import { CaseEvent1764000007300 } from './migrations/1764000007300-case-event.ts';
import { Erasure1764600000093 } from './migrations/1764600000093-erasure.ts';
import { DeadlineClock1764000007600 } from './migrations/1764000007600-deadline-clock.ts';
import { RecommendationAndOffice1764000007100 } from './migrations/1764000007100-recommendation-and-office.ts';
import { OfficeTime1764100000060 } from './migrations/1764100000060-office-time.ts';
import { Submission1764000006700 } from './migrations/1764000006700-submission.ts';
import { OfficeRecordRow } from './office/table.entity.ts';
import { OfficeTimeRow } from './office-time/table.entity.ts';
import { AppointmentRow, DelegationRow, PartyRow, UnitRow, UnitSuccession } from './organisation/table.entity.ts';
import { RecommendationRow } from './recommendation/table.entity.ts';
import { CommitmentRow, TaskRow } from './task/table.entity.ts';
import { ReviewLevelRow, SubmissionRow } from './submission/table.entity.ts';
import { TimelineRow } from './timeline/table.entity.ts';

const entities = [
  CheckpointRow,
  TaskRow,
  CommitmentRow,
  DirectiveRow,
  LeaderRow,
  OfficeTimeRow,
  DeadlineClockRow,
  ConsultationRow,
  ConsultationAddresseeRow,
  CustodyInterval,
  OfficerName,
  DossierRow,
  DossierWords,
  TimelineRow,
  SubmissionRow,
  ReviewLevelRow,
  UnitRow,
  UnitSuccession,
  AppointmentRow,
  DelegationRow,
  PartyRow,
  RecommendationRow,
  OfficeRecordRow,
  CaseEventRow,
  ErasureRow,
  CleanedRow,
];

const types = viewTypes((oid, format) => pg.types.getTypeParser(oid, format) as (text: string) => unknown);

/** Any number that no other part of the product locks: it guards the views' migrations and switches. */
export const locks = { migrations: 7_201, leader: 7_202, rebuild: 7_203 } as const;

/** A connection that breaks while nobody asks it anything shows that at the next question. */
const atNextUse = (): void => undefined;

export const openPool = (appUrl: string, options: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({ connectionString: appUrl, types, ...options });
  pool.on('error', atNextUse).on('connect', (client) => client.on('error', atNextUse));
  return pool;
};

export const openClient = async (appUrl: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: appUrl, types, keepAlive: true });
  client.on('error', atNextUse);
  await client.connect();
  return client;
};

const migrate = async (source: DataSource, appUrl: string): Promise<void> => {
  const guard = await openClient(appUrl);
  try {
    await guard.query('select pg_advisory_lock($1)', [locks.migrations]);
    await guard.query('create schema if not exists read_models');
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await guard.end();
  }
};

/** Opens the database of the views and brings its tables up to date; several processes may do so at once. */
export const openViewDatabase = async (appUrl: string, poolSize: number): Promise<DataSource> => {
  const source = new DataSource({
    type: 'postgres',
    url: appUrl,
    schema: 'read_models',
    entities,
    migrations: [
      Views1764000000000,
      Submission1764000006700,
      TaskAndDirective1764000006900,
      DeadlineClock1764000007600,
      RecommendationAndOffice1764000007100,
      CaseEvent1764000007300,
      Consultation1764300065000,
      OfficeTime1764100000060,
      Erasure1764600000093,
    ],
    migrationsTableName: 'migrations',
    namingStrategy: new SnakeNames(),
    installExtensions: false,
    extra: { max: poolSize, types },
  });
  await source.initialize();
  try {
    await migrate(source, appUrl);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return source;
};
