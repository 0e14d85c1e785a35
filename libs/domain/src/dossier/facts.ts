import type { AccountId, Instant, OfficerId, Party, UnitId } from '../kernel/event.ts';
import { leads, type OrganisationDirectory, type UnitStanding } from '../organisation/directory.ts';
import type { AccountKind } from '../organisation/events.ts';
import type { DossierCommand } from './commands.ts';
import type { DossierEvent, Holder } from './events.ts';
import { keeperOf, type DossierState } from './evolve.ts';

/** What the organisation says about the parties and units a command names, as of the moment of the act. */
export type OrganisationFacts = {
  /** Units named by the command, and the actor's; absent when never heard of. */
  readonly units: Readonly<Record<UnitId, UnitStanding>>;
  /** Registered officers named, each with the units in which they held an appointment. */
  readonly officers: Readonly<Record<OfficerId, readonly UnitId[]>>;
  /** Registered accounts named. */
  readonly accounts: Readonly<Record<AccountId, AccountKind>>;
  readonly actorHoldsCapacity: boolean;
  /** Head or acting head of the unit they act for. */
  readonly actorHeadsUnit: boolean;
  /** Where the actor's unit stands towards the unit that keeps the dossier (or its successor); null: nowhere. */
  readonly actorUnitIs: 'keeper' | 'successor' | 'superior' | null;
  /** The unit the dossier would go to has taken over from these. */
  readonly recipientPredecessors: readonly UnitId[];
  /** The recipient stands above the keeper: a superior unit or its office, or a leader of the same unit. */
  readonly recipientIsAbove: boolean;
  /** The approver of a correction leads the keeper's unit, its successor or a superior unit. */
  readonly approverLeads: boolean;
};

/**
 * `imported`: the act comes from another system's log. The organisation of that time cannot be asked,
 * and what the source does not state stays null (docs/decisions/0012).
 */
export type DossierFacts = {
  /** The ledger's clock at the moment of judgement. */
  readonly now: Instant;
  /** The type of the event that a correction names, when it is one of this dossier. */
  readonly correctedEventType: DossierEvent['type'] | null;
} & ({ readonly imported: true } | { readonly imported: false; readonly organisation: OrganisationFacts });

export const importedFacts = (now: Instant): DossierFacts => ({ now, correctedEventType: null, imported: true });

/** The place a command would move the dossier to; null when it moves nothing. */
export const recipientOf = (command: DossierCommand): Holder | null => {
  switch (command.type) {
    case 'hand-off':
    case 'return':
    case 'submit':
      return command.to;
    case 'register':
    case 'reopen':
      return command.holder;
    case 'assign':
    case 'confirm-receipt':
    case 'perform-step':
    case 'decide':
    case 'complete':
    case 'correct':
    case 'archive':
      return null;
  }
};

/** Units that a command gives something to do or to hold; the field names serve the refusal. */
export const unitsNamedBy = (command: DossierCommand): readonly { readonly field: string; readonly unit: UnitId }[] => {
  const named: { field: string; unit: UnitId | null }[] = [];
  const recipient = recipientOf(command);
  if (recipient)
    named.push({
      field: command.type === 'register' || command.type === 'reopen' ? 'holder' : 'to',
      unit: recipient.unit,
    });
  if (command.type === 'return') named.push({ field: 'rightUnit', unit: command.rightUnit });
  if (command.type === 'perform-step') named.push({ field: 'performer', unit: command.performer.unit });
  if (command.type === 'assign') {
    named.push({ field: 'leadUnit', unit: command.leadUnit });
    for (const unit of command.coordinators) named.push({ field: 'coordinators', unit });
  }
  return named.flatMap(({ field, unit }) => (unit === null ? [] : [{ field, unit }]));
};

const partiesNamedBy = (command: DossierCommand): readonly Party[] => {
  const recipient = recipientOf(command);
  return [
    command.actor.party,
    ...(recipient ? [recipient.party] : []),
    ...(command.type === 'assign' ? [command.responsible] : []),
    ...(command.type === 'perform-step' ? [command.performer.party] : []),
    ...(command.type === 'correct' ? [command.approver] : []),
  ];
};

/** The unit that keeps the dossier, who took over from it by the moment of the act, and who stands above them. */
type KeeperLine = {
  readonly keeper: UnitId | null;
  readonly successors: readonly UnitId[];
  readonly superiors: readonly UnitId[];
};

const keeperLineOf = (directory: OrganisationDirectory, keeper: UnitId | null, at: Instant): KeeperLine => {
  if (keeper === null) return { keeper, successors: [], superiors: [] };
  const successors = directory.successorsOf(keeper, at);
  return { keeper, successors, superiors: [keeper, ...successors].flatMap((unit) => directory.superiorsOf(unit)) };
};

const standingTowards = (line: KeeperLine, actorUnit: UnitId | null): OrganisationFacts['actorUnitIs'] => {
  if (actorUnit === null) return null;
  if (actorUnit === line.keeper) return 'keeper';
  if (line.successors.includes(actorUnit)) return 'successor';
  return line.superiors.includes(actorUnit) ? 'superior' : null;
};

const leadsAny = (directory: OrganisationDirectory, party: Party, units: readonly UnitId[], at: Instant): boolean =>
  party.kind === 'officer' &&
  directory
    .appointmentsOf(party.id, at)
    .some((appointment) => leads(appointment) && units.includes(appointment.unitId));

const isAbove = (directory: OrganisationDirectory, recipient: Holder, line: KeeperLine, at: Instant): boolean => {
  const { party, unit } = recipient;
  if (unit === null || line.keeper === null) return false;
  if (unit === line.keeper || line.successors.includes(unit)) return leadsAny(directory, party, [unit], at);
  if (line.superiors.includes(unit)) return true;
  const office = directory.unit(unit);
  return office?.unitKind === 'province-office' && office.parent !== null && line.superiors.includes(office.parent);
};

const standingsOf = (directory: OrganisationDirectory, command: DossierCommand): OrganisationFacts['units'] =>
  Object.fromEntries(
    unitsNamedBy(command).flatMap(({ unit }) => {
      const standing = directory.standingOf(unit, command.at);
      return standing === null ? [] : [[unit, standing]];
    }),
  );

const registeredOf = (
  directory: OrganisationDirectory,
  command: DossierCommand,
): Pick<OrganisationFacts, 'officers' | 'accounts'> => {
  const officers: Record<OfficerId, readonly UnitId[]> = {};
  const accounts: Record<AccountId, AccountKind> = {};
  for (const party of partiesNamedBy(command)) {
    if (party.kind === 'officer' && directory.knowsOfficer(party.id)) {
      officers[party.id] = directory.appointmentsOf(party.id, command.at).map(({ unitId }) => unitId);
    }
    const kind = party.kind === 'account' ? directory.accountKind(party.id) : null;
    if (party.kind === 'account' && kind !== null) accounts[party.id] = kind;
  }
  return { officers, accounts };
};

const askOrganisation = (
  directory: OrganisationDirectory,
  command: DossierCommand,
  state: DossierState,
): OrganisationFacts => {
  const { at, actor } = command;
  const line = keeperLineOf(directory, state.status === 'unregistered' ? null : keeperOf(state).unit, at);
  const recipient = recipientOf(command);
  const entitled = [...(line.keeper === null ? [] : [line.keeper]), ...line.successors, ...line.superiors];
  return {
    units: standingsOf(directory, command),
    ...registeredOf(directory, command),
    actorHoldsCapacity: directory.holdsCapacity(actor.party, actor.unit, actor.capacity, at),
    actorHeadsUnit:
      actor.unit !== null &&
      actor.party.kind === 'officer' &&
      directory.headOf(actor.unit, at)?.officerId === actor.party.id,
    actorUnitIs: standingTowards(line, actor.unit),
    recipientPredecessors: recipient?.unit ? directory.predecessorsOf(recipient.unit) : [],
    recipientIsAbove: recipient !== null && isAbove(directory, recipient, line, at),
    approverLeads: command.type === 'correct' && leadsAny(directory, command.approver, entitled, at),
  };
};

/** The facts for an act entered here; everyone who judges a dossier command MUST gather them through this function. */
export const factsFor = (
  directory: OrganisationDirectory,
  {
    command,
    state,
    now,
    correctedEventType,
  }: {
    readonly command: DossierCommand;
    readonly state: DossierState;
    readonly now: Instant;
    readonly correctedEventType: DossierEvent['type'] | null;
  },
): DossierFacts => ({
  now,
  correctedEventType,
  imported: false,
  organisation: askOrganisation(directory, command, state),
});
