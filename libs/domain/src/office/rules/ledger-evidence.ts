import { objection } from '../../kernel/rule.ts';

const position = /^\d{1,18}$/;

/** R31, R38: evidence is named by positions of the ledger, so that every reader opens the same events. */
export const ledgerEvidence = (evidence: readonly string[]) => {
  const wrong = evidence.find((each) => !position.test(each));
  return wrong === undefined ? null : objection('office.evidence-malformed', { evidence: wrong });
};
