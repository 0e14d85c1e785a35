import type { Term } from '../../calendar/term.ts';
import { objection } from '../../kernel/rule.ts';
import { isDay, isInstant } from '../../time/instant.ts';

/** Longer terms are slips of the pen: four years of working days. */
const longestTerm = 1000;

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= longestTerm;

const isSound = (term: Term): boolean => {
  switch (term.kind) {
    case 'moment':
      return isInstant(term.at);
    case 'day':
    case 'before-day':
      return isDay(term.day);
    case 'working-days':
      return isCount(term.days);
    case 'working-hours':
      return isCount(term.hours);
  }
};

/** A deadline is a moment, a day, or a whole number of working days or hours (R23). */
export const termWellFormed = (term: Term) =>
  isSound(term) ? null : objection('task.term-malformed', { kind: term.kind });
