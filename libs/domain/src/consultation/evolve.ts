import { addresseeAfter, asked, kept, type ConsultationFact, type OfAddressee, type OfType } from './addressee.ts';
import type { ConsultationEvent } from './events.ts';
import {
  addresseeOf,
  type AddresseeState,
  type AddresseeStatus,
  type Assessment,
  type ConsultationState,
  type RequestedConsultation,
} from './state.ts';

type Assessed = OfType<
  'consultation.quality-assessed' | 'consultation.assessment-contested' | 'consultation.assessment-settled'
>;

const impossible = (event: ConsultationEvent): Error => new Error(`impossible history: ${event.type}`);

const requested = (fact: OfType<'consultation.requested'>): RequestedConsultation => ({
  ...kept(fact),
  ...fact.data,
  status: 'requested',
  addressees: fact.data.addressees.map((addressee) =>
    asked(addressee, fact, { term: fact.data.term, deadline: fact.data.due, readdressedFrom: null }),
  ),
  assessments: [],
});

/** Nothing final has come from these: a withdrawal of the whole request takes it from them. */
export const withdrawable: readonly AddresseeStatus[] = ['waiting', 'silent', 'lapsed', 'deemed-void'];

const withdrawn = (state: RequestedConsultation, fact: OfType<'consultation.withdrawn'>): readonly AddresseeState[] =>
  state.addressees.map((addressee) =>
    (fact.data.unit === null || fact.data.unit === addressee.unit) && withdrawable.includes(addressee.status)
      ? { ...addressee, status: 'withdrawn', withdrawn: { ...kept(fact), reason: fact.data.reason } }
      : addressee,
  );

const readdressed = (
  state: RequestedConsultation,
  fact: OfType<'consultation.readdressed'>,
): readonly AddresseeState[] => {
  const { from, to, term, due } = fact.data;
  return state.addressees.flatMap((addressee): readonly AddresseeState[] => {
    if (addressee.unit !== from) return [addressee];
    const { relevance, legalBasis } = addressee;
    return [
      { ...addressee, status: 'readdressed', readdressedTo: to },
      asked({ unit: to, relevance, legalBasis }, fact, { term, deadline: due, readdressedFrom: from }),
    ];
  });
};

const assessmentsAfter = (assessments: readonly Assessment[], fact: Assessed): readonly Assessment[] => {
  if (fact.type === 'consultation.quality-assessed') {
    return [...assessments, { ...kept(fact), ...fact.data, contested: null, settled: null }];
  }
  return assessments.map((assessment): Assessment => {
    if (assessment.assessmentId !== fact.data.assessmentId) return assessment;
    if (fact.type === 'consultation.assessment-contested') {
      return { ...assessment, contested: { ...kept(fact), statement: fact.data.statement } };
    }
    return { ...assessment, settled: { ...kept(fact), outcome: fact.data.outcome, reason: fact.data.reason } };
  });
};

const changed = (state: RequestedConsultation, fact: OfAddressee): RequestedConsultation => {
  const { unit } = fact.data;
  if (addresseeOf(state, unit) === null) throw impossible(fact);
  return {
    ...state,
    addressees: state.addressees.map((addressee) =>
      addressee.unit === unit ? addresseeAfter(addressee, fact) : addressee,
    ),
  };
};

/** The state after the fact. Throws on a history that no decider can have written. */
export const evolve = (state: ConsultationState, fact: ConsultationFact): ConsultationState => {
  if (fact.type === 'consultation.requested') {
    if (state.status !== 'none') throw impossible(fact);
    return requested(fact);
  }
  if (state.status === 'none') throw impossible(fact);
  switch (fact.type) {
    case 'consultation.withdrawn':
      return { ...state, addressees: withdrawn(state, fact) };
    case 'consultation.readdressed':
      return { ...state, addressees: readdressed(state, fact) };
    case 'consultation.quality-assessed':
    case 'consultation.assessment-contested':
    case 'consultation.assessment-settled':
      return { ...state, assessments: assessmentsAfter(state.assessments, fact) };
    case 'consultation.delivered':
    case 'consultation.assigned':
    case 'consultation.answered':
    case 'consultation.late-answer-received':
    case 'consultation.returned':
    case 'consultation.extended':
    case 'consultation.rescheduled':
    case 'consultation.deadline-passed':
    case 'consultation.consent-deemed':
    case 'consultation.deemed-consent-voided':
    case 'consultation.reminded':
    case 'consultation.addressee-marked-unrelated':
      return changed(state, fact);
  }
};
