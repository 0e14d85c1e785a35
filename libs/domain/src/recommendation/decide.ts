import type { CaseFacts } from '../kernel/aggregate.ts';
import { caseActObjection, clockAccount, unitsInOfficeObjection, yoursObjection } from '../kernel/case-actor.ts';
import { saidIn } from '../kernel/case-act.ts';
import type { ComputedDue } from '../kernel/citation.ts';
import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import { firstObjection, objection, type Rule } from '../kernel/rule.ts';
import { same } from '../kernel/same.ts';
import type {
  ConfirmDelivery,
  ContestReport,
  JudgeReport,
  LaterAct,
  RecommendationCommand,
  ReportUnresolved,
  ReportUp,
  SendRecommendation,
  SubmitToCommittee,
} from './commands.ts';
import type { RecommendationEvent } from './events.ts';
import type { RecommendationState, SentRecommendation } from './evolve.ts';
import type { Code, Judged, LaterRule } from './judged.ts';
import { calendarOf, outcomeOf } from './outcome.ts';
import { partiesTo } from './parties.ts';
import { fallenDue, rescheduled } from './pass-time.ts';
import { categoryHolds } from './rules/category-holds.ts';
import { centralOnlyWithGround } from './rules/central-only-with-ground.ts';
import { committeeReportsToCentral } from './rules/committee-reports-to-central.ts';
import { deliveredOnce } from './rules/delivered-once.ts';
import { dueAfterSending } from './rules/due-after-sending.ts';
import { fitAddressee } from './rules/fit-addressee.ts';
import { judgedByAnotherLeader } from './rules/judged-by-another-leader.ts';
import { knownReport } from './rules/known-report.ts';
import { notBeforeSending } from './rules/not-before-sending.ts';
import { quotedFromReply } from './rules/quoted-from-reply.ts';
import { reportedUpward } from './rules/reported-upward.ts';
import { signedForSender } from './rules/signed-for-sender.ts';
import { stillUnsettled } from './rules/still-unsettled.ts';
import { submittedToCommitteeAbove } from './rules/submitted-to-committee-above.ts';
import { unsettledBeforeReportingUp } from './rules/unsettled-before-reporting-up.ts';

type RecommendationDecision = Decision<RecommendationEvent, Code>;
const refused = (refusal: Refusal<Code>): RecommendationDecision => ({ accepted: false, refusal });

const deliveryRules: readonly LaterRule<ConfirmDelivery>[] = [deliveredOnce];
const submissionRules: readonly LaterRule<SubmitToCommittee>[] = [
  ({ command, facts }) => unitsInOfficeObjection([command.committee], command.at, facts),
  submittedToCommitteeAbove,
];
const reportRules: readonly LaterRule<ReportUnresolved>[] = [
  ({ command, facts }) => unitsInOfficeObjection([command.to], command.at, facts),
  ({ command, state, facts }) => reportedUpward(command.to, state.sent.sender, facts),
  categoryHolds,
  quotedFromReply,
];
const contestRules: readonly LaterRule<ContestReport>[] = [knownReport];
const judgementRules: readonly LaterRule<JudgeReport>[] = [knownReport, judgedByAnotherLeader];
const reportUpRules: readonly LaterRule<ReportUp>[] = [
  ({ command: { to, at }, facts }) => unitsInOfficeObjection(to.level === 'province' ? [to.unit] : [], at, facts),
  committeeReportsToCentral,
  unsettledBeforeReportingUp,
];

const ownObjection = ({ command, ...rest }: Judged): Refusal<Code> | null => {
  switch (command.type) {
    case 'confirm-delivery':
      return firstObjection(deliveryRules, { command, ...rest });
    case 'submit-to-committee':
      return firstObjection(submissionRules, { command, ...rest });
    case 'report-unresolved':
      return firstObjection(reportRules, { command, ...rest });
    case 'contest-report':
      return firstObjection(contestRules, { command, ...rest });
    case 'judge-report':
      return firstObjection(judgementRules, { command, ...rest });
    case 'report-up':
      return firstObjection(reportUpRules, { command, ...rest });
    case 'answer':
    case 'settle':
      return null;
  }
};

/** The very same act is recorded already; a repetition adds nothing. */
const alreadyDone = (command: LaterAct, state: SentRecommendation): boolean => {
  const said = { ...saidIn(command), at: command.at };
  const among = (known: readonly object[]): boolean => known.some((each) => same({ ...each, ...said }, each));
  switch (command.type) {
    case 'confirm-delivery':
      return state.delivered !== null && among([state.delivered]);
    case 'answer':
      return among(state.answers);
    case 'submit-to-committee':
      return state.submittedAt === command.at;
    case 'report-unresolved':
      return among(state.reports);
    case 'contest-report':
      return among(state.reports.flatMap(({ contest }) => contest ?? []));
    case 'judge-report':
      return among(state.reports.flatMap(({ judgement }) => judgement ?? []));
    case 'report-up':
      return among(state.reportedUp);
    case 'settle':
      return state.settled !== null && among([state.settled]);
  }
};

type Sending = { readonly command: SendRecommendation; readonly facts: CaseFacts; readonly due: ComputedDue };

/** What another system recorded as sent was sent, however it was grounded (decision 0012). */
const entered =
  (rule: Rule<Sending, Code>): Rule<Sending, Code> =>
  (sending) =>
    sending.facts.imported ? null : rule(sending);

const sendRules: readonly Rule<Sending, Code>[] = [
  ({ command, facts }) => yoursObjection([command.sender], { command, facts }),
  ({ command: { to, sender, at }, facts }) =>
    unitsInOfficeObjection(to.level === 'province' ? [sender, to.unit] : [sender], at, facts),
  fitAddressee,
  entered(centralOnlyWithGround),
  entered(({ command, due }) => dueAfterSending(due, command.at)),
  signedForSender,
];

const send = (command: SendRecommendation, state: RecommendationState, facts: CaseFacts): RecommendationDecision => {
  if (state.status !== 'none') {
    const { due: _due, ...known } = state.sent;
    return same({ ...saidIn(command), at: command.at }, known)
      ? accept()
      : refuse('case.id-taken', { id: command.recommendationId });
  }
  const due = calendarOf(command, command.at, facts).dueOf(command.term, command.at);
  const broken = firstObjection(sendRules, { command, facts, due });
  return broken
    ? refused(broken)
    : accept({ type: 'recommendation.sent', version: 1, data: { ...saidIn(command), due } });
};

const act = (judged: Judged): RecommendationDecision => {
  const { command, state, facts } = judged;
  if (alreadyDone(command, state)) return accept();
  const broken =
    notBeforeSending(judged) ??
    yoursObjection(partiesTo(judged), { command, facts }) ??
    stillUnsettled(judged) ??
    ownObjection(judged);
  return broken ? refused(broken) : accept(outcomeOf(judged));
};

const isTheClock = ({ actor }: RecommendationCommand): boolean =>
  actor.party.kind === 'account' && actor.party.id === clockAccount;

/** What the clock does, only the clock does; what people do, the clock never does. */
const wrongHand = (command: RecommendationCommand): Refusal<Code> | null => {
  const ofClock = command.type === 'let-time-pass' || command.type === 'reschedule';
  if (ofClock === isTheClock(command)) return null;
  const account = ofClock ? '' : clockAccount;
  return objection('actor.not-a-person', { account, act: command.type });
};

/** Judges one command against a recommendation. */
export const decide = (
  command: RecommendationCommand,
  state: RecommendationState,
  facts: CaseFacts,
): RecommendationDecision => {
  const early = caseActObjection({ command, facts }) ?? wrongHand(command);
  if (early) return refused(early);
  if (command.type === 'send') return send(command, state, facts);
  if (command.type === 'let-time-pass') return accept(...fallenDue(state, command.at));
  if (command.type === 'reschedule') return accept(...rescheduled(state, command.at, facts));
  if (state.status === 'none') return refuse('case.unknown', { id: '' });
  return act({ command, state, facts });
};
