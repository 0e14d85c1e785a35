import type { RequestOpinions } from '../commands.ts';
import { objection } from '../../kernel/rule.ts';

/** A request asks somebody, each body once, and never its own author (001 §1 third dash; R12). */
export const soundAddressees = ({ command }: { readonly command: RequestOpinions }) => {
  const units = command.addressees.map(({ unit }) => unit);
  if (units.length === 0) return objection('consultation.addressee-missing');
  const twice = units.find((unit, index) => units.indexOf(unit) !== index);
  if (twice !== undefined) return objection('consultation.addressee-twice', { unit: twice });
  return units.includes(command.requester)
    ? objection('consultation.addressed-to-itself', { unit: command.requester })
    : null;
};
