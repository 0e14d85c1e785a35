import type { Provenance } from '#domain/kernel/event.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { systemClock } from '#platform/clock.ts';
import type { OpenLedger } from '../compose.ts';
import { packagedCalendars } from './packaged-calendars.ts';
import { publishCalendars } from './publish-calendars.ts';

/**
 * Publishes the packaged calendars in a ledger that has none, so that deadlines are right from the first day;
 * one that keeps calendars of its own is left alone. Answers how many versions the ledger then has.
 */
export const ensureCalendars = async (
  { store }: Pick<OpenLedger, 'store'>,
  provenance: Provenance = { kind: 'entered' },
): Promise<number> => {
  const { calendars } = await new LedgerReference(store).current();
  const known = calendars.newest().reduce((sum, { version }) => sum + version, 0);
  if (known > 0) return known;
  const versions = await packagedCalendars();
  await publishCalendars({ store, clock: systemClock, provenance }, versions, 'config/calendar');
  return versions.length;
};
