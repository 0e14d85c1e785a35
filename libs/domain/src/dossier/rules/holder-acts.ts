import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import { keeperOf } from '../evolve.ts';
import type { InOffice, Judged } from '../judged.ts';
import { speaksForUnit } from './speaks-for-unit.ts';

/**
 * R21, R04: only who holds a dossier disposes of it — the named holder; when the unit holds it without
 * a name, anybody appointed there; else those who speak for the holding unit or for a unit that took it
 * over (docs/decisions/0011).
 */
export const holderActs = (judged: InOffice<Judged>) => {
  const { command, dossier, organisation } = judged;
  const holder = keeperOf(dossier);
  if (same(command.actor.party, holder.party)) return null;
  const insideHoldingUnit = organisation.actorUnitIs === 'keeper' || organisation.actorUnitIs === 'successor';
  if (insideHoldingUnit && (holder.party.kind !== 'officer' || speaksForUnit(judged))) return null;
  return objection('dossier.not-holder', {
    dossier: dossier.dossierId,
    holder: holder.party.kind === 'unknown' ? '—' : holder.party.id,
    unit: holder.unit ?? '—',
  });
};
