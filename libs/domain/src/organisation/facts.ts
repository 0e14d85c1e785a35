import type { Instant, UnitId } from '../kernel/event.ts';
import type { OrganisationCommand } from './commands.ts';
import { leads, type OrganisationDirectory, type UnitStanding } from './directory.ts';

/** What the rest of the organisation says about the units and parties a command names. */
export type OrganisationCommandFacts = {
  /** The ledger's clock at the moment of judgement. */
  readonly now: Instant;
  /** Standing of each named unit when the command needs it; absent when never heard of. */
  readonly units: Readonly<Record<UnitId, UnitStanding>>;
  /** Which of the named ids are registered officers, and which are registered accounts. */
  readonly officers: readonly string[];
  readonly accounts: readonly string[];
  /** Head, acting head or deputy of the unit when the delegation begins. */
  readonly delegatorLeads: boolean;
  /** Acts for the unit only by a delegation in force when this one begins. */
  readonly delegatorIsDelegate: boolean;
};

/** Units that must be in office, and when. */
const unitsNeededBy = (command: OrganisationCommand): { readonly units: readonly UnitId[]; readonly at: Instant } => {
  switch (command.type) {
    case 'establish-unit':
      return { units: command.parent === null ? [] : [command.parent], at: command.validFrom };
    case 'dissolve-unit':
      return { units: command.successors, at: command.validTo };
    case 'grant-delegation':
      return { units: [command.unitId], at: command.validFrom };
    case 'appoint':
    case 'end-appointment':
    case 'register-officer':
    case 'register-account':
    case 'revoke-delegation':
      return { units: [], at: command.at };
  }
};

const idsNamedBy = (command: OrganisationCommand): readonly string[] => {
  switch (command.type) {
    case 'appoint':
    case 'register-officer':
      return [command.officerId];
    case 'register-account':
      return [command.accountId];
    case 'grant-delegation':
      return [command.delegator, command.delegate];
    case 'establish-unit':
    case 'dissolve-unit':
    case 'end-appointment':
    case 'revoke-delegation':
      return [];
  }
};

/** Everyone who judges an organisation command MUST gather its facts through this function. */
export const organisationFactsFor = (
  directory: OrganisationDirectory,
  command: OrganisationCommand,
  now: Instant,
): OrganisationCommandFacts => {
  const { units, at } = unitsNeededBy(command);
  const ids = idsNamedBy(command);
  const grant = command.type === 'grant-delegation' ? command : null;
  return {
    now,
    units: Object.fromEntries(
      units.flatMap((unit) => {
        const standing = directory.standingOf(unit, at);
        return standing === null ? [] : [[unit, standing]];
      }),
    ),
    officers: ids.filter((id) => directory.knowsOfficer(id)),
    accounts: ids.filter((id) => directory.accountKind(id) !== null),
    delegatorLeads:
      grant !== null &&
      directory
        .appointmentsOf(grant.delegator, grant.validFrom)
        .some((appointment) => appointment.unitId === grant.unitId && leads(appointment)),
    delegatorIsDelegate:
      grant !== null && directory.delegationsTo(grant.delegator, grant.unitId, grant.validFrom).length > 0,
  };
};
