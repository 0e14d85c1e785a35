import { objection } from '../../kernel/rule.ts';
import type { Period } from '../period.ts';

/** Validity is [validFrom, validTo): an end at or before the beginning is no time at all. */
export const periodNotEmpty = ({ command }: { readonly command: Period }) =>
  command.validTo !== null && command.validTo <= command.validFrom
    ? objection('period.empty', { validFrom: command.validFrom, validTo: command.validTo })
    : null;
