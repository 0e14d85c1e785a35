import type { UnitId } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { PerformStep } from '../commands.ts';
import type { Holder } from '../events.ts';
import { keeperOf, type RegisteredDossier } from '../evolve.ts';
import type { OrganisationFacts } from '../facts.ts';
import type { InOffice, Judged } from '../judged.ts';

const unitsInvolved = (dossier: RegisteredDossier): readonly (UnitId | null)[] => {
  const keeper = keeperOf(dossier).unit;
  const { assignment } = dossier;
  return assignment ? [keeper, assignment.leadUnit, ...assignment.coordinators] : [keeper];
};

const servesIn = (organisation: OrganisationFacts, { party, unit }: Holder): boolean => {
  switch (party.kind) {
    case 'officer':
      return unit !== null && organisation.officers[party.id]?.includes(unit) === true;
    case 'account':
      return organisation.accounts[party.id] !== undefined;
    case 'unknown':
      return true;
  }
};

/**
 * R05: nobody works on another body's matter, except in lawful coordination: steps are performed in the
 * holding, lead or coordinating units. R33: by somebody who serves there, recorded by their own unit.
 */
export const involvedPerformer = ({ command, dossier, organisation }: InOffice<Judged<PerformStep>>) => {
  const { party, unit } = command.performer;
  if (unit === null || !unitsInvolved(dossier).includes(unit)) {
    return objection('step.unit-not-involved', { unit: unit ?? '—' });
  }
  if (!servesIn(organisation, command.performer)) {
    return objection('step.performer-not-in-unit', { performer: party.kind === 'unknown' ? '—' : party.id, unit });
  }
  return same(command.actor.party, party) || command.actor.unit === unit
    ? null
    : objection('step.recorded-by-other-unit', { unit, recordedBy: command.actor.unit ?? '—' });
};
