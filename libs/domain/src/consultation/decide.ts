import type { CaseFacts } from '../kernel/aggregate.ts';
import { saidIn } from '../kernel/case-act.ts';
import { caseActObjection, unitsInOfficeObjection, yoursObjection } from '../kernel/case-actor.ts';
import { accept, refuse } from '../kernel/decision.ts';
import { same } from '../kernel/same.ts';
import type { ClockCommand, ConsultationCommand, LaterCommand, RequestOpinions } from './commands.ts';
import { deadlineOf } from './deadline.ts';
import { unless, type ConsultationDecision } from './decision.ts';
import { decideAddressed } from './decide-addressed.ts';
import { decideAssessment, decideReaddressing, decideWithdrawal } from './decide-request.ts';
import { fallenDueBy } from './passing.ts';
import { clockOnly } from './rules/clock-only.ts';
import { completeRequest, defectsOf } from './rules/complete-request.ts';
import { deadlineAhead } from './rules/deadline-ahead.ts';
import { entitledSigner } from './rules/entitled-signer.ts';
import { soundAddressees } from './rules/sound-addressees.ts';
import { rescheduledOn } from './rescheduling.ts';
import { addresseeOf, type ConsultationState, type RequestedConsultation } from './state.ts';

/** The same request sent again, whatever has become of it since. */
const requestedSo = (
  state: RequestedConsultation,
  { requester, subject, questions, term, at, actor }: RequestOpinions,
) =>
  same(
    [state.requester, state.subject, state.questions, state.term, state.at, state.by],
    [requester, subject, questions, term, at, actor.party],
  );

const decideRequest = (command: RequestOpinions, state: ConsultationState, facts: CaseFacts): ConsultationDecision => {
  if (state.status !== 'none') {
    return requestedSo(state, command) ? accept() : refuse('case.id-taken', { id: state.consultationId });
  }
  const { requester, term, at, addressees } = command;
  const due = term === null ? null : deadlineOf(requester, term, at, facts);
  const asked = addressees.map(({ unit }) => unit);
  const broken =
    yoursObjection([requester], { command, facts }) ??
    soundAddressees({ command }) ??
    unitsInOfficeObjection(asked, at, facts) ??
    completeRequest({ command, facts }) ??
    (facts.imported ? null : deadlineAhead(due, at)) ??
    entitledSigner({ command, facts });
  const data = { ...saidIn(command), due, defects: defectsOf(command) };
  return unless(broken, () => [{ type: 'consultation.requested', version: 1, data }]);
};

/** The clock asks for running terms to be counted anew before it says that time has passed. */
const decideClock = (command: ClockCommand, state: ConsultationState, facts: CaseFacts): ConsultationDecision => {
  if (state.status === 'none') return accept();
  return unless(clockOnly({ command }), () =>
    command.type === 'reschedule' ? rescheduledOn(state, facts) : fallenDueBy(state, command.at, facts),
  );
};

const decideLater = (
  command: LaterCommand,
  consultation: RequestedConsultation,
  facts: CaseFacts,
): ConsultationDecision => {
  switch (command.type) {
    case 'withdraw':
      return decideWithdrawal({ command, consultation, facts });
    case 'readdress':
      return decideReaddressing({ command, consultation, facts });
    case 'contest-assessment':
    case 'settle-assessment':
      return decideAssessment({ command, consultation, facts });
    case 'confirm-delivery':
    case 'assign-drafter':
    case 'answer':
    case 'return':
    case 'extend':
    case 'void-deemed-consent':
    case 'remind':
    case 'mark-unrelated':
    case 'assess-quality': {
      const addressee = addresseeOf(consultation, command.unit);
      if (addressee === null) return refuse('consultation.not-addressed', { unit: command.unit });
      return decideAddressed({ command, consultation, addressee, facts });
    }
  }
};

/** Judges one command against a consultation. Pure. */
export const decide = (
  command: ConsultationCommand,
  state: ConsultationState,
  facts: CaseFacts,
): ConsultationDecision => {
  const early = caseActObjection({ command, facts });
  if (early) return { accepted: false, refusal: early };
  if (command.type === 'request') return decideRequest(command, state, facts);
  if (command.type === 'let-time-pass' || command.type === 'reschedule') return decideClock(command, state, facts);
  if (state.status === 'none') return refuse('case.unknown', { id: command.consultationId });
  return decideLater(command, state, facts);
};
