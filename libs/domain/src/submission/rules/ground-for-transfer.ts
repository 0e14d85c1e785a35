import type { UnitId } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';
import type { OrganisationDirectory } from '../../organisation/directory.ts';
import type { EscalatingMove } from '../commands.ts';
import type { Submitted } from '../judged.ts';
import { sendingUnit } from '../sending-unit.ts';

/** One is above the other, or took over from it: then the dossier stays in the line. */
const inOneLine = (organisation: OrganisationDirectory, from: UnitId, to: UnitId, at: string): boolean =>
  from === to ||
  organisation.superiorsOf(from).includes(to) ||
  organisation.superiorsOf(to).includes(from) ||
  organisation.successorsOf(from, at).includes(to);

/**
 * R04 (letter 001 §1.2, directive 002 §1d): who hands a matter of their own to a peer says why. Handing an
 * incoming dossier on — the records desk, the one-stop shop, whoever distributes or names the lead unit — is
 * normal work and no sideways transfer: a ground is asked only where the duty binds the sending unit and the
 * authority matrix says that this kind of matter is the sending unit's, to decide or to advise on. Where the
 * matrix is silent nobody is asked, and units above, below or succeeding the sender are no peers.
 */
export const groundForTransfer = ({ command, dossier, facts: { reference } }: Submitted<EscalatingMove>) => {
  const { at, to } = command;
  const from = sendingUnit(reference, dossier, command);
  if (command.type !== 'hand-off' || command.ground || from === null || to.unit === null) return null;
  if (inOneLine(reference.organisation, from, to.unit, at)) return null;
  const rule = reference.rulebook.rule('R04', from, at);
  const kind = dossier.current.dossierType;
  if (!rule || reference.authority.may(from, 'advise', kind, at) !== true) return null;
  const { obligation, instrument, clause } = rule.citation;
  return objection('transfer.ground-missing', {
    unit: from,
    to: to.unit,
    matterKind: kind,
    obligation,
    instrument,
    clause,
  });
};
