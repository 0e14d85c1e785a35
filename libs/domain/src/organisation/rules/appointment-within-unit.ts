import { objection } from '../../kernel/rule.ts';
import type { Appoint } from '../commands.ts';
import type { EstablishedUnit } from '../evolve.ts';

type Case = { readonly command: Appoint; readonly state: EstablishedUnit };

/** R32: nobody holds office in a unit that does not exist then. An appointment without an end ends with its unit. */
export const appointmentWithinUnit = ({ command, state }: Case) => {
  const { validFrom, validTo } = { ...state.unit, validTo: state.dissolution?.validTo ?? null };
  const tooEarly = command.validFrom < validFrom;
  const tooLate = validTo !== null && (command.validFrom >= validTo || (command.validTo ?? validTo) > validTo);
  return tooEarly || tooLate
    ? objection('appointment.outside-unit', { unit: command.unitId, validFrom, validTo: validTo ?? '—' })
    : null;
};
