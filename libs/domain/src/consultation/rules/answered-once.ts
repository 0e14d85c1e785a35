import { objection } from '../../kernel/rule.ts';
import type { OfAddressee } from '../judged.ts';
import { answerGivenBy } from '../state.ts';

/** One answer to one request (R15): a second one could replace an unwelcome first. */
export const answeredOnce = ({ addressee }: OfAddressee) => {
  const given = answerGivenBy(addressee);
  return given === null ? null : objection('consultation.already-answered', { unit: addressee.unit, at: given.at });
};
