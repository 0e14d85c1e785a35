import type { Detector } from './finding.ts';
import { beyondAuthority } from './rules/beyond-authority.ts';
import { brokenCommitment } from './rules/broken-commitment.ts';
import { circularReferral } from './rules/circular-referral.ts';
import { defectiveSubmission } from './rules/defective-submission.ts';
import { expiredDelegation } from './rules/expired-delegation.ts';
import { forwardedDefective } from './rules/forwarded-defective.ts';
import { humanFinding } from './rules/human-finding.ts';
import { improperEscalation } from './rules/improper-escalation.ts';
import { inaction } from './rules/inaction.ts';
import { incompleteRequest } from './rules/incomplete-request.ts';
import { lateOpinion } from './rules/late-opinion.ts';
import { lateReceipt } from './rules/late-receipt.ts';
import { lateReturnOfRequest } from './rules/late-return-of-request.ts';
import { lateReturn } from './rules/late-return.ts';
import { missingApology } from './rules/missing-apology.ts';
import { overConsultation } from './rules/over-consultation.ts';
import { overdueDossier } from './rules/overdue-dossier.ts';
import { overdueTask } from './rules/overdue-task.ts';
import { poorOpinion } from './rules/poor-opinion.ts';
import { poorReply } from './rules/poor-reply.ts';
import { pushedToCentre } from './rules/pushed-to-centre.ts';
import { refusedAssignment } from './rules/refused-assignment.ts';
import { refusedProcessing } from './rules/refused-processing.ts';
import { repeatedSupplement } from './rules/repeated-supplement.ts';
import { returnOfOwnFunction } from './rules/return-of-own-function.ts';
import { sidewaysTransfer } from './rules/sideways-transfer.ts';
import { silentOpinion } from './rules/silent-opinion.ts';
import { silentSlip } from './rules/silent-slip.ts';
import { unansweredRecommendation } from './rules/unanswered-recommendation.ts';
import { unassignedProcedureStep } from './rules/unassigned-procedure-step.ts';
import { unassignedStep } from './rules/unassigned-step.ts';
import { undecidedOwnMatter } from './rules/undecided-own-matter.ts';
import { unlinkedDirective } from './rules/unlinked-directive.ts';
import { unrelatedAddressee } from './rules/unrelated-addressee.ts';
import { unreportedOverdue } from './rules/unreported-overdue.ts';
import { unreportedRecommendation } from './rules/unreported-recommendation.ts';
import { unresolvedDissent } from './rules/unresolved-dissent.ts';
import { unsubmittedRecommendation } from './rules/unsubmitted-recommendation.ts';
import { unsupportedEscalation } from './rules/unsupported-escalation.ts';

/**
 * Every detector of the product, from the gravest kind on: where one incident breaks several rules, the first
 * of them names the candidate. What people found or refused in person comes before what is inferred from
 * times; what decides or moves a matter wrongly before what delays it; a named lateness before its parts.
 */
export const detectors: readonly Detector[] = [
  humanFinding,
  refusedAssignment,
  refusedProcessing,
  beyondAuthority,
  expiredDelegation,
  improperEscalation,
  pushedToCentre,
  unsupportedEscalation,
  unresolvedDissent,
  sidewaysTransfer,
  circularReferral,
  forwardedDefective,
  defectiveSubmission,
  returnOfOwnFunction,
  poorOpinion,
  poorReply,
  undecidedOwnMatter,
  brokenCommitment,
  silentSlip,
  overdueDossier,
  overdueTask,
  silentOpinion,
  lateOpinion,
  unsubmittedRecommendation,
  unansweredRecommendation,
  unreportedRecommendation,
  lateReturn,
  lateReturnOfRequest,
  inaction,
  unreportedOverdue,
  unlinkedDirective,
  lateReceipt,
  missingApology,
  repeatedSupplement,
  overConsultation,
  unrelatedAddressee,
  incompleteRequest,
  unassignedStep,
  unassignedProcedureStep,
];
