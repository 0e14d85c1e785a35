import type { CaseFacts } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/event.ts';
import type { ConsultationEvent, Deadline } from './events.ts';
import { deemedConsent } from './rules/deemed-consent.ts';
import { bindingDeadline, dutyAt, runningDeadline } from './rules/duty-to-answer.ts';
import { remindersAhead, type DueReminder } from './rules/reminders.ts';
import { answerGivenBy, type AddresseeState, type RequestedConsultation } from './state.ts';

/** What follows when a deadline passes unanswered: that it passed and, where the rule holds, the consent. */
const passed = (
  consultation: RequestedConsultation,
  addressee: AddresseeState,
  { deadline, facts }: { readonly deadline: Deadline; readonly facts: CaseFacts },
): readonly ConsultationEvent[] => {
  const { unit } = addressee;
  const { dueAt, calendar } = deadline;
  const duty = dutyAt(addressee, deadline, facts);
  const rule = duty === 'owed' ? deemedConsent(consultation, addressee, facts) : null;
  return [
    { type: 'consultation.deadline-passed', version: 1, data: { unit, dueAt, calendar, duty } },
    ...(rule === null
      ? []
      : [{ type: 'consultation.consent-deemed', version: 1, data: { unit, dueAt, calendar, rule } } as const]),
  ];
};

/**
 * The passing of a deadline that an act at `at` comes after, when it is not recorded yet: the clock may not
 * have come to it. The act is then judged, and kept, as what it is: late.
 */
export const passedBefore = (
  consultation: RequestedConsultation,
  addressee: AddresseeState,
  { at, facts }: { readonly at: Instant; readonly facts: CaseFacts },
): readonly ConsultationEvent[] => {
  const deadline = addressee.status === 'waiting' ? bindingDeadline(consultation, addressee) : null;
  return deadline === null || at <= deadline.dueAt ? [] : passed(consultation, addressee, { deadline, facts });
};

type Ahead = DueReminder | { readonly kind: 'deadline'; readonly at: Instant };

/** The reminder after the deadline is for those who are still silent. */
const stillReminded = (addressee: AddresseeState): boolean =>
  (addressee.status === 'silent' || addressee.status === 'consent-deemed') &&
  answerGivenBy(addressee) === null &&
  addressee.returned === null;

/** What lies ahead of one body, if nothing else happens. */
const aheadOf = (consultation: RequestedConsultation, addressee: AddresseeState): readonly Ahead[] => {
  const running = runningDeadline(consultation, addressee);
  if (running !== null) return [...remindersAhead(running, addressee), { kind: 'deadline', at: running.dueAt }];
  const { deadline } = addressee;
  if (deadline === null || !stillReminded(addressee)) return [];
  return remindersAhead(deadline, addressee).filter(({ kind }) => kind === 'after');
};

/** The earliest moment at which something falls due by itself; null when nothing does. */
export const nextDueOf = (consultation: RequestedConsultation): Instant | null =>
  consultation.addressees
    .flatMap((addressee) => aheadOf(consultation, addressee))
    .reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null);

/** No reminder after the deadline for a body whose deadline passes only now and that was dissolved before. */
const owedStill = (addressee: AddresseeState, { kind }: Ahead, facts: CaseFacts): boolean =>
  kind !== 'after' ||
  addressee.status !== 'waiting' ||
  addressee.deadline === null ||
  dutyAt(addressee, addressee.deadline, facts) === 'owed';

/** Everything that has fallen due by `at` and is not recorded yet, in the order in which it fell due. */
export const fallenDueBy = (
  consultation: RequestedConsultation,
  at: Instant,
  facts: CaseFacts,
): readonly ConsultationEvent[] => {
  const due = consultation.addressees.flatMap((addressee) =>
    aheadOf(consultation, addressee)
      .filter((ahead) => ahead.at <= at && owedStill(addressee, ahead, facts))
      .map((ahead) => ({ addressee, ahead })),
  );
  return due
    .sort((one, other) => (one.ahead.at < other.ahead.at ? -1 : one.ahead.at > other.ahead.at ? 1 : 0))
    .flatMap(({ addressee, ahead }): readonly ConsultationEvent[] => {
      const { deadline, unit } = addressee;
      if (ahead.kind !== 'deadline') {
        return [{ type: 'consultation.reminded', version: 1, data: { unit, kind: ahead.kind, text: null } }];
      }
      return deadline === null ? [] : passed(consultation, addressee, { deadline, facts });
    });
};
