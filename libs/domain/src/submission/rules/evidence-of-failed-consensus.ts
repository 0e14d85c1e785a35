import { objection } from '../../kernel/rule.ts';
import { openDissents, type SubmissionState } from '../state.ts';

type Evidence = { readonly attempts: readonly string[]; readonly dissents: readonly string[] };

/** What is cited is of this very dossier. */
export const citedEvidenceExists = (
  { attempts, dissents }: Evidence,
  submission: Pick<SubmissionState, 'attempts' | 'dissents'>,
) => {
  const known = [
    ...submission.attempts.map(({ attemptId }) => `attempt:${attemptId}`),
    ...submission.dissents.map(({ dissentId }) => `dissent:${dissentId}`),
  ];
  const cited = [...attempts.map((id) => `attempt:${id}`), ...dissents.map((id) => `dissent:${id}`)];
  const unknown = cited.find((id) => !known.includes(id));
  return unknown === undefined
    ? null
    : objection('ground.evidence-unknown', { evidence: unknown.slice(unknown.indexOf(':') + 1) });
};

/**
 * R07 (directive 002 §1d): consensus has failed only where it was tried. That takes an attempt of this dossier
 * that did not end in full agreement, and a dissent that is still open.
 */
export const evidenceOfFailedConsensus = (evidence: Evidence, submission: SubmissionState) => {
  const { attempts, dissents } = evidence;
  if (attempts.length === 0) return objection('ground.attempt-missing');
  if (dissents.length === 0) return objection('ground.dissent-missing');
  const unknown = citedEvidenceExists(evidence, submission);
  if (unknown) return unknown;
  const failed = submission.attempts.some(
    ({ attemptId, result }) => attempts.includes(attemptId) && result !== 'agreed',
  );
  if (!failed) return objection('ground.attempts-agreed', { attempts });
  return openDissents(submission).some((id) => dissents.includes(id))
    ? null
    : objection('ground.dissents-resolved', { dissents });
};
