import { objection } from '../../kernel/rule.ts';
import { keeperOf } from '../evolve.ts';
import type { InOffice, Judged } from '../judged.ts';
import { holderActs } from './holder-acts.ts';
import { speaksForUnit } from './speaks-for-unit.ts';

/**
 * Decree 30/2020 art. 23: the competent person directs, names lead, coordinators and deadline. That is
 * the holding side, or who speaks for a unit above it (R25). The same people reopen and correct.
 */
export const competentToDirect = (judged: InOffice<Judged>) => {
  if (holderActs(judged) === null) return null;
  if (judged.organisation.actorUnitIs === 'superior' && speaksForUnit(judged)) return null;
  return objection('dossier.not-competent', {
    dossier: judged.dossier.dossierId,
    unit: keeperOf(judged.dossier).unit ?? '—',
  });
};
