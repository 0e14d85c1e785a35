import { objection } from '../../kernel/rule.ts';
import { startOfDay } from '../../time/instant.ts';
import type { HoldDissemination } from '../commands.ts';
import type { Instrument } from '../events.ts';

/** R79: a session before the day of issue cannot have told anybody what the instrument says. */
export const afterIssue = ({
  command: { heldAt },
  instrument: { instrumentId, issuedOn },
}: {
  readonly command: Pick<HoldDissemination, 'heldAt'>;
  readonly instrument: Pick<Instrument, 'instrumentId' | 'issuedOn'>;
}) =>
  issuedOn !== null && heldAt < startOfDay(issuedOn)
    ? objection('dissemination.before-instrument', { instrument: instrumentId, heldAt, issuedOn })
    : null;
