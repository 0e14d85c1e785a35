import { objection } from '../../kernel/rule.ts';
import { isDay, isInstant } from '../../time/instant.ts';
import type { PublishCalendar } from '../commands.ts';
import { certainties } from '../events.ts';

type Case = { readonly command: PublishCalendar };
type Said = readonly [field: string, value: string, valid: boolean];

/** Up to 24:00, so that a day may end at midnight. */
const clockShape = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** R23: a legal deadline is computed on these values for years, so a day must exist and an hour be one. */
export const wellFormedCalendar = ({ command }: Case) => {
  const said: readonly Said[] = [
    ['announcedAt', command.announcedAt, isInstant(command.announcedAt)],
    ['knownFrom', command.knownFrom, isDay(command.knownFrom)],
    ['knownTo', command.knownTo, isDay(command.knownTo)],
    ...command.officeHours.flatMap(({ from, to }): Said[] => [
      ['officeHours', from, clockShape.test(from)],
      ['officeHours', to, clockShape.test(to)],
    ]),
    ...command.days.flatMap(({ day, swappedWith, certainty }): Said[] => [
      ['day', day, isDay(day)],
      ['swappedWith', swappedWith ?? '', swappedWith === null || isDay(swappedWith)],
      ['certainty', certainty, certainties.includes(certainty)],
    ]),
  ];
  const wrong = said.find(([, , valid]) => !valid);
  return wrong ? objection('calendar.value-malformed', { field: wrong[0], value: wrong[1] }) : null;
};
