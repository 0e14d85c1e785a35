import type {
  AddresseeSummary,
  AddresseeView,
  AnswerView,
  DeemedView,
  SignatureView,
  VoidView,
} from '#contracts/consultation-views.ts';
import { questionsWithoutStance } from '#domain/consultation/rules/clear-stance.ts';
import type { AddresseeState, Deemed, KeptAnswer, RequestedConsultation } from '#domain/consultation/state.ts';
import type { Instant, Party } from '#domain/kernel/event.ts';
import type { Signature } from '#domain/kernel/signature.ts';
import type { Labels, Mentioned } from '../labels.ts';
import { idOf } from '../party-key.ts';
import type { Heads } from './heads.ts';
import { isOverdue, momentsOf } from './moments.ts';
import { basisText, documentText, opinionOutcome } from './wording.ts';

export type Shown = { readonly labels: Labels; readonly heads: Heads };

export const mentionParty = (mentioned: Mentioned, party: Party | null): void => {
  if (party !== null) mentioned.party(party.kind, idOf(party));
};

const mentionAnswer = (mentioned: Mentioned, heads: Heads, given: KeptAnswer | null, unit: string): void => {
  if (given === null) return;
  mentionParty(mentioned, given.signature.drafter);
  mentionParty(mentioned, given.signature.signer);
  heads.want(given.actingUnit ?? unit, given.at);
};

export const mentionAddressee = (mentioned: Mentioned, heads: Heads, addressee: AddresseeState): void => {
  const { unit, readdressedFrom, readdressedTo, deemed, voided, returned, unrelated } = addressee;
  for (const named of [unit, readdressedFrom, readdressedTo, returned && returned.rightUnit]) mentioned.unit(named);
  for (const given of [addressee.answer, addressee.lateAnswer]) mentionAnswer(mentioned, heads, given, unit);
  const people = [addressee.responsible, voided && voided.by, unrelated && unrelated.assessor];
  for (const party of people) mentionParty(mentioned, party);
  if (deemed !== null) heads.want(unit, deemed.dueAt);
};

const partyView = (labels: Labels, party: Party) => labels.party(party.kind, idOf(party));

export const signatureView = (
  { drafter, signer, capacity }: Signature,
  { unit, at }: { readonly unit: string | null; readonly at: Instant },
  { labels, heads }: Shown,
): SignatureView => ({
  drafter: partyView(labels, drafter),
  signer: partyView(labels, signer),
  capacity,
  head: heads.of(unit, at, labels),
});

export const addresseeSummary = (
  consultation: RequestedConsultation,
  addressee: AddresseeState,
  { labels, now }: { readonly labels: Labels; readonly now: Instant },
): AddresseeSummary => {
  const { bindingDueAt, ...moments } = momentsOf(consultation, addressee);
  return {
    unit: labels.unit(addressee.unit),
    status: addressee.status,
    outcome: opinionOutcome[addressee.status],
    ...moments,
    overdue: isOverdue(addressee, { bindingDueAt }, now),
  };
};

const answerView = (
  given: KeptAnswer | null,
  { consultation, addressee, shown }: { consultation: RequestedConsultation; addressee: AddresseeState; shown: Shown },
): AnswerView | null =>
  given === null
    ? null
    : {
        at: given.at,
        recordedAt: given.recordedAt,
        recordedAfterDeadline: given.recordedAfterDeadline,
        answers: given.answers,
        withoutStance: questionsWithoutStance(consultation.questions, given.answers),
        signature: signatureView(given.signature, { unit: given.actingUnit ?? addressee.unit, at: given.at }, shown),
        document: documentText(given.document),
      };

export const deemedView = (deemed: Deemed, unit: string, { labels, heads }: Shown): DeemedView => ({
  dueAt: deemed.dueAt,
  recordedAt: deemed.recordedAt,
  rule: deemed.rule,
  calendar: deemed.calendar,
  head: heads.of(unit, deemed.dueAt, labels),
});

export const voidView = ({ voided }: AddresseeState, labels: Labels): VoidView | null =>
  voided === null
    ? null
    : { at: voided.at, ground: voided.ground, reason: voided.reason, by: partyView(labels, voided.by) };

const courseOf = (addressee: AddresseeState) => ({
  extensions: addressee.extensions.map(({ at, formerDueAt, due, reason }) => ({
    at,
    formerDueAt,
    dueAt: due.dueAt,
    reason,
  })),
  reschedulings: addressee.reschedulings.map(({ at, formerDueAt, formerCalendar, due }) => ({
    at,
    formerDueAt,
    formerCalendar,
    dueAt: due.dueAt,
    calendar: due.calendar,
  })),
  passedDeadlines: addressee.passes.map(({ dueAt, calendar, duty }) => ({ dueAt, calendar, duty })),
  reminders: addressee.reminders.map(({ at, kind, text }) => ({ at, kind, text })),
});

const endingsOf = ({ returned, withdrawn, unrelated }: AddresseeState, labels: Labels) => ({
  returned: returned && {
    at: returned.at,
    reason: returned.reason,
    basis: basisText(returned.basis) ?? '',
    rightUnit: labels.unitOrNull(returned.rightUnit),
  },
  withdrawn: withdrawn && { at: withdrawn.at, reason: withdrawn.reason },
  unrelated: unrelated && {
    at: unrelated.at,
    reason: unrelated.reason,
    assessor: partyView(labels, unrelated.assessor),
  },
});

export const addresseeView = (
  consultation: RequestedConsultation,
  addressee: AddresseeState,
  { shown, now }: { readonly shown: Shown; readonly now: Instant },
): AddresseeView => {
  const { labels } = shown;
  const told = { consultation, addressee, shown };
  const { responsible, deemed } = addressee;
  return {
    ...addresseeSummary(consultation, addressee, { labels, now }),
    relevance: addressee.relevance,
    legalBasis: basisText(addressee.legalBasis),
    readdressedFrom: labels.unitOrNull(addressee.readdressedFrom),
    readdressedTo: labels.unitOrNull(addressee.readdressedTo),
    arrivalNumber: addressee.delivery?.arrivalNumber ?? null,
    drafter: responsible && partyView(labels, responsible),
    answer: answerView(addressee.answer, told),
    lateAnswer: answerView(addressee.lateAnswer, told),
    deemed: deemed && deemedView(deemed, addressee.unit, shown),
    voided: voidView(addressee, labels),
    ...courseOf(addressee),
    ...endingsOf(addressee, labels),
  };
};
