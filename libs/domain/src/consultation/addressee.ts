import type { Fact } from '../kernel/aggregate.ts';
import type { UnitId } from '../kernel/event.ts';
import type { Addressee, ConsultationDeemedConsentVoided, ConsultationEvent } from './events.ts';
import type { AddresseeState, AddresseeStatus, Kept, KeptAnswer } from './state.ts';

export type ConsultationFact = Fact<ConsultationEvent>;
export type OfType<T extends ConsultationEvent['type']> = Extract<ConsultationFact, { readonly type: T }>;

export const kept = ({ occurredAt, recordedAt, actor }: ConsultationFact): Kept => ({
  at: occurredAt,
  recordedAt,
  by: actor,
});

const saidOf = <T extends { readonly unit: UnitId }>({ unit: _unit, ...said }: T): Omit<T, 'unit'> => said;

/** A body as it stands when the request goes to it. */
export const asked = (
  addressee: Addressee,
  fact: ConsultationFact,
  terms: Pick<AddresseeState, 'term' | 'deadline' | 'readdressedFrom'>,
): AddresseeState => ({
  ...addressee,
  ...terms,
  addressedAt: fact.occurredAt,
  status: 'waiting',
  termFrom: fact.occurredAt,
  deadlineKnownSince: fact.recordedAt,
  delivery: null,
  responsible: null,
  answer: null,
  lateAnswer: null,
  returned: null,
  withdrawn: null,
  readdressedTo: null,
  extensions: [],
  reschedulings: [],
  passes: [],
  deemed: null,
  voided: null,
  reminders: [],
  remindersSent: [],
  unrelated: null,
});

const answerIn = (
  fact: OfType<'consultation.answered' | 'consultation.late-answer-received'>,
  deadline: AddresseeState['deadline'],
): KeptAnswer => ({
  ...kept(fact),
  answers: fact.data.answers,
  document: fact.data.document,
  signature: fact.data.signature,
  actingUnit: fact.unit,
  recordedAfterDeadline: deadline !== null && fact.occurredAt <= deadline.dueAt && deadline.dueAt < fact.recordedAt,
});

/** A deemed consent outlives what comes afterwards; only voiding ends it. */
const unlessDeemed = (addressee: AddresseeState, status: AddresseeStatus): AddresseeStatus =>
  addressee.status === 'consent-deemed' ? 'consent-deemed' : status;

const afterVoiding = ({ ground }: ConsultationDeemedConsentVoided['data']): AddresseeStatus => {
  if (ground === 'answered-in-time') return 'answered';
  if (ground === 'returned-in-time') return 'returned';
  // The consent does not stand, but nothing was said about the silence.
  return ground === 'other' ? 'silent' : 'deemed-void';
};

const withDeadline = (
  fact: OfType<'consultation.extended' | 'consultation.rescheduled'>,
): Pick<AddresseeState, 'deadline' | 'deadlineKnownSince' | 'remindersSent'> => ({
  deadline: fact.data.due,
  deadlineKnownSince: fact.recordedAt,
  remindersSent: [],
});

/** What the body asked did with the request. */
type Response = OfType<
  | 'consultation.delivered'
  | 'consultation.assigned'
  | 'consultation.answered'
  | 'consultation.late-answer-received'
  | 'consultation.returned'
>;
/** What became of its deadline. */
type Course = OfType<
  | 'consultation.extended'
  | 'consultation.rescheduled'
  | 'consultation.deadline-passed'
  | 'consultation.consent-deemed'
  | 'consultation.deemed-consent-voided'
  | 'consultation.reminded'
  | 'consultation.addressee-marked-unrelated'
>;
export type OfAddressee = Response | Course;

const afterResponse = (addressee: AddresseeState, fact: Response): AddresseeState => {
  switch (fact.type) {
    case 'consultation.delivered':
      return {
        ...addressee,
        delivery: { ...kept(fact), ...saidOf(fact.data), imported: fact.provenance.kind === 'import' },
      };
    case 'consultation.assigned':
      return { ...addressee, responsible: fact.data.responsible };
    case 'consultation.answered':
      return {
        ...addressee,
        answer: answerIn(fact, addressee.deadline),
        status: unlessDeemed(addressee, 'answered'),
      };
    case 'consultation.late-answer-received':
      return {
        ...addressee,
        lateAnswer: answerIn(fact, addressee.deadline),
        status: unlessDeemed(addressee, 'answered-late'),
      };
    case 'consultation.returned':
      return {
        ...addressee,
        returned: { ...kept(fact), ...saidOf(fact.data) },
        status: unlessDeemed(addressee, 'returned'),
      };
  }
};

const afterCourse = (addressee: AddresseeState, fact: Course): AddresseeState => {
  switch (fact.type) {
    case 'consultation.extended':
      return {
        ...addressee,
        ...withDeadline(fact),
        status: 'waiting',
        term: fact.data.term,
        termFrom: fact.occurredAt,
        extensions: [...addressee.extensions, { ...kept(fact), ...saidOf(fact.data) }],
      };
    case 'consultation.rescheduled':
      return {
        ...addressee,
        ...withDeadline(fact),
        reschedulings: [...addressee.reschedulings, { ...kept(fact), ...saidOf(fact.data) }],
      };
    case 'consultation.deadline-passed':
      return {
        ...addressee,
        status: fact.data.duty === 'owed' ? 'silent' : 'lapsed',
        passes: [...addressee.passes, { ...kept(fact), ...saidOf(fact.data) }],
      };
    case 'consultation.consent-deemed':
      return { ...addressee, status: 'consent-deemed', deemed: { ...kept(fact), ...saidOf(fact.data) }, voided: null };
    case 'consultation.deemed-consent-voided':
      return { ...addressee, status: afterVoiding(fact.data), voided: { ...kept(fact), ...saidOf(fact.data) } };
    case 'consultation.reminded':
      return {
        ...addressee,
        reminders: [...addressee.reminders, { ...kept(fact), ...saidOf(fact.data) }],
        remindersSent:
          fact.data.kind === 'manual' ? addressee.remindersSent : [...addressee.remindersSent, fact.data.kind],
      };
    case 'consultation.addressee-marked-unrelated':
      return { ...addressee, unrelated: { ...kept(fact), ...saidOf(fact.data) } };
  }
};

/** The body asked after an event about it. */
export const addresseeAfter = (addressee: AddresseeState, fact: OfAddressee): AddresseeState => {
  switch (fact.type) {
    case 'consultation.delivered':
    case 'consultation.assigned':
    case 'consultation.answered':
    case 'consultation.late-answer-received':
    case 'consultation.returned':
      return afterResponse(addressee, fact);
    case 'consultation.extended':
    case 'consultation.rescheduled':
    case 'consultation.deadline-passed':
    case 'consultation.consent-deemed':
    case 'consultation.deemed-consent-voided':
    case 'consultation.reminded':
    case 'consultation.addressee-marked-unrelated':
      return afterCourse(addressee, fact);
  }
};
