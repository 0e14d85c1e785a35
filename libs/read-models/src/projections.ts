import type { Projection } from './apply/projection.ts';
import { caseEventProjection } from './case-event/projection.ts';
import { consultationProjection } from './consultation/projection.ts';
import { custodyProjection } from './custody/projection.ts';
import { directiveProjection } from './directive/projection.ts';
import { dossierProjection } from './dossier/projection.ts';
import { erasureProjection } from './erasure/projection.ts';
import { officeProjection } from './office/projection.ts';
import { organisationProjection } from './organisation/projection.ts';
import { recommendationProjection } from './recommendation/projection.ts';
import { taskProjection } from './task/projection.ts';
import { submissionProjection } from './submission/projection.ts';
import { timelineProjection } from './timeline/projection.ts';

export const productProjections: readonly Projection[] = [
  organisationProjection,
  dossierProjection,
  custodyProjection,
  timelineProjection,
  submissionProjection,
  consultationProjection,
  taskProjection,
  directiveProjection,
  recommendationProjection,
  officeProjection,
  caseEventProjection,
  erasureProjection,
];
