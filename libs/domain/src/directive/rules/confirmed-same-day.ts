import { vietnamDayOf } from '../../time/instant.ts';
import type { DirectiveReceipt } from '../state.ts';

/** Receipt is notified within the day on which the document came in (Decree 30/2020 art. 21.2c: R77). */
export const confirmedSameDay = ({
  receivedAt,
  confirmedAt,
}: Pick<DirectiveReceipt, 'receivedAt' | 'confirmedAt'>): boolean =>
  vietnamDayOf(confirmedAt) <= vietnamDayOf(receivedAt);
