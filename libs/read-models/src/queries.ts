import type { Instant } from '#domain/kernel/event.ts';
import { findDuties } from './case-event/duties.ts';
import { findCaseStreams, findHistories, findRegisters, findRelatedStreams } from './case-event/queries.ts';
import { findDeemedConsents } from './consultation/deemed.ts';
import { findConsultation } from './consultation/detail.ts';
import { findConsultations } from './consultation/queries.ts';
import { findResponsiveness } from './consultation/responses.ts';
import { findCustody } from './custody/queries.ts';
import { labelsOf } from './labels.ts';
import { findDirective, findDirectives } from './directive/queries.ts';
import { findDossier, findDossiers } from './dossier/queries.ts';
import { findCleaned, findErasures, findUncleaned } from './erasure/queries.ts';
import { findDueCases, findMovableCases, findNextDue } from './due/queries.ts';
import { findOfficeRecord, findOfficeRecords } from './office/queries.ts';
import { findSteps } from './office/steps.ts';
import { findHead, findOfficer, findOfficers, findUnit, findUnits } from './organisation/queries.ts';
import { findRecommendation, findRecommendations, findUnresolvedByAgency } from './recommendation/queries.ts';
import { findStats } from './stats/queries.ts';
import { findAgeing } from './task/ageing.ts';
import { findCommitments, findProgramme, findTask, findTasks } from './task/queries.ts';
import { findCirculation, findPingPong } from './submission/circulation.ts';
import { findSubmissions } from './submission/queries.ts';
import { findFirstPass, findReviewDepth } from './submission/rates.ts';
import { findActs, findTimeline } from './timeline/queries.ts';
import { findTrail } from './trail/queries.ts';
import type { ViewDatabase } from './view-database.ts';
import { findOverview, findWorkload } from './workload/queries.ts';

type Bound<Query> = Query extends (db: ViewDatabase, ...rest: infer Rest) => infer Answer
  ? (...rest: Rest) => Answer
  : never;

const bind =
  <Rest extends unknown[], Answer>(
    db: ViewDatabase,
    query: (db: ViewDatabase, ...rest: Rest) => Answer,
  ): ((...rest: Rest) => Answer) =>
  (...rest) =>
    query(db, ...rest);

/** Every question the views answer; each is documented where it is defined, in `<view>/queries.ts`. */
export type ViewQueries = {
  readonly overview: Bound<typeof findOverview>;
  readonly workload: Bound<typeof findWorkload>;
  readonly stats: Bound<typeof findStats>;
  readonly custody: Bound<typeof findCustody>;
  readonly consultations: Bound<typeof findConsultations>;
  readonly consultation: Bound<typeof findConsultation>;
  readonly deemedConsents: Bound<typeof findDeemedConsents>;
  readonly responsiveness: Bound<typeof findResponsiveness>;
  readonly dossiers: Bound<typeof findDossiers>;
  readonly dossier: Bound<typeof findDossier>;
  readonly timeline: Bound<typeof findTimeline>;
  readonly acts: Bound<typeof findActs>;
  readonly officers: Bound<typeof findOfficers>;
  readonly officer: Bound<typeof findOfficer>;
  readonly trail: Bound<typeof findTrail>;
  readonly tasks: Bound<typeof findTasks>;
  readonly task: Bound<typeof findTask>;
  readonly ageing: Bound<typeof findAgeing>;
  readonly commitments: Bound<typeof findCommitments>;
  readonly programme: Bound<typeof findProgramme>;
  readonly directives: Bound<typeof findDirectives>;
  readonly directive: Bound<typeof findDirective>;
  readonly units: Bound<typeof findUnits>;
  readonly unit: Bound<typeof findUnit>;
  readonly dueCases: Bound<typeof findDueCases>;
  readonly movableCases: Bound<typeof findMovableCases>;
  readonly nextDue: Bound<typeof findNextDue>;
  readonly erasures: Bound<typeof findErasures>;
  readonly uncleaned: Bound<typeof findUncleaned>;
  readonly cleaned: Bound<typeof findCleaned>;
  readonly recommendations: Bound<typeof findRecommendations>;
  readonly recommendation: Bound<typeof findRecommendation>;
  readonly unresolvedByAgency: Bound<typeof findUnresolvedByAgency>;
  readonly officeRecords: Bound<typeof findOfficeRecords>;
  readonly officeRecord: Bound<typeof findOfficeRecord>;
  readonly steps: Bound<typeof findSteps>;
  readonly duties: Bound<typeof findDuties>;
  readonly caseStreams: Bound<typeof findCaseStreams>;
  readonly relatedStreams: Bound<typeof findRelatedStreams>;
  readonly histories: Bound<typeof findHistories>;
  readonly registers: Bound<typeof findRegisters>;
  readonly names: Bound<typeof labelsOf>;
  readonly submissions: Bound<typeof findSubmissions>;
  readonly firstPass: Bound<typeof findFirstPass>;
  readonly reviewDepth: Bound<typeof findReviewDepth>;
  readonly circulation: Bound<typeof findCirculation>;
  readonly pingPong: Bound<typeof findPingPong>;
  readonly headOf: (unitId: string, at: Instant) => ReturnType<typeof findHead>;
};

export const viewQueries = (db: ViewDatabase): ViewQueries => ({
  overview: bind(db, findOverview),
  workload: bind(db, findWorkload),
  stats: bind(db, findStats),
  custody: bind(db, findCustody),
  consultations: bind(db, findConsultations),
  consultation: bind(db, findConsultation),
  deemedConsents: bind(db, findDeemedConsents),
  responsiveness: bind(db, findResponsiveness),
  dossiers: bind(db, findDossiers),
  dossier: bind(db, findDossier),
  timeline: bind(db, findTimeline),
  acts: bind(db, findActs),
  officers: bind(db, findOfficers),
  officer: bind(db, findOfficer),
  trail: bind(db, findTrail),
  tasks: bind(db, findTasks),
  task: bind(db, findTask),
  ageing: bind(db, findAgeing),
  commitments: bind(db, findCommitments),
  programme: bind(db, findProgramme),
  directives: bind(db, findDirectives),
  directive: bind(db, findDirective),
  units: bind(db, findUnits),
  unit: bind(db, findUnit),
  dueCases: bind(db, findDueCases),
  movableCases: bind(db, findMovableCases),
  nextDue: bind(db, findNextDue),
  erasures: bind(db, findErasures),
  uncleaned: bind(db, findUncleaned),
  cleaned: bind(db, findCleaned),
  recommendations: bind(db, findRecommendations),
  recommendation: bind(db, findRecommendation),
  unresolvedByAgency: bind(db, findUnresolvedByAgency),
  officeRecords: bind(db, findOfficeRecords),
  officeRecord: bind(db, findOfficeRecord),
  steps: bind(db, findSteps),
  duties: bind(db, findDuties),
  caseStreams: bind(db, findCaseStreams),
  relatedStreams: bind(db, findRelatedStreams),
  histories: bind(db, findHistories),
  registers: bind(db, findRegisters),
  names: bind(db, labelsOf),
  submissions: bind(db, findSubmissions),
  firstPass: bind(db, findFirstPass),
  reviewDepth: bind(db, findReviewDepth),
  circulation: bind(db, findCirculation),
  pingPong: bind(db, findPingPong),
  headOf: bind(db, findHead),
});
