import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { PerformStep } from '../commands.ts';
import { keeperOf } from '../evolve.ts';
import type { InOffice, Judged } from '../judged.ts';

/**
 * R05: nobody works on another body's matter, except in lawful coordination: steps are performed in the
 * holding, lead or coordinating units. R33: by somebody who serves there, recorded by their own unit.
 */
export const involvedPerformer = ({ command, dossier, organisation }: InOffice<Judged<PerformStep>>) => {
  const { party, unit } = command.performer;
  const { leadUnit = null, coordinators = [] } = dossier.assignment ?? {};
  if (unit === null || ![keeperOf(dossier).unit, leadUnit, ...coordinators].includes(unit)) {
    return objection('step.unit-not-involved', { unit: unit ?? '—' });
  }
  if (party.kind === 'officer' && !organisation.officers[party.id]?.includes(unit)) {
    return objection('step.performer-not-in-unit', { performer: party.id, unit });
  }
  if (party.kind === 'account' && organisation.accounts[party.id] === undefined) {
    return objection('step.performer-not-in-unit', { performer: party.id, unit });
  }
  return same(command.actor.party, party) || command.actor.unit === unit
    ? null
    : objection('step.recorded-by-other-unit', { unit, recordedBy: command.actor.unit ?? '—' });
};
