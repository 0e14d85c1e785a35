import { objection } from '../../kernel/rule.ts';
import type { OfAddressee } from '../judged.ts';
import type { AddresseeStatus } from '../state.ts';

const ended: readonly AddresseeStatus[] = ['returned', 'withdrawn', 'readdressed'];

/** A body that gave the request back, or from which it was taken, is asked nothing any more (R06, R12). */
export const stillAsked = ({ addressee: { unit, status, returned } }: OfAddressee) => {
  // A return after the deadline leaves the status to what the deadline brought about, and ends the asking all the same.
  if (returned !== null) return objection('consultation.closed', { unit, status: 'returned' });
  return ended.includes(status) ? objection('consultation.closed', { unit, status }) : null;
};
