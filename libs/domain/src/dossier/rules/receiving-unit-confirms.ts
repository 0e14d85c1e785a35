import { objection } from '../../kernel/rule.ts';
import { keeperOf } from '../evolve.ts';
import type { InOffice, Judged } from '../judged.ts';

/** Decree 30/2020 art. 21.2c: the receiving side says that it has received; anybody there may, its registry system too. */
export const receivingUnitConfirms = ({ dossier, organisation }: InOffice<Judged>) =>
  organisation.actorUnitIs === 'keeper' || organisation.actorUnitIs === 'successor'
    ? null
    : objection('dossier.not-holder', {
        dossier: dossier.dossierId,
        holder: '—',
        unit: keeperOf(dossier).unit ?? '—',
      });
