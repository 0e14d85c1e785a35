import { expect, it } from '@jest/globals';
import type { Term } from '../../calendar/term.ts';
import { termWellFormed } from './term-well-formed.ts';

const codeOf = (term: Term) => termWellFormed(term)?.code;

it('R23 takes moments, days that exist, and whole numbers of working days or hours', () => {
  expect(codeOf({ kind: 'moment', at: '2025-07-15T10:00:00.000Z' })).toBeUndefined();
  expect(codeOf({ kind: 'before-day', day: '2024-02-29', rollOver: false })).toBeUndefined();
  expect(codeOf({ kind: 'working-days', days: 1 })).toBeUndefined();
  expect(codeOf({ kind: 'working-hours', hours: 4 })).toBeUndefined();
});

it.each<Term>([
  { kind: 'moment', at: '2025-07-15' },
  { kind: 'day', day: '2025-02-29', rollOver: true },
  { kind: 'working-days', days: 0 },
  { kind: 'working-days', days: 1.5 },
  { kind: 'working-days', days: 1001 },
  { kind: 'working-hours', hours: Number.NaN },
])('R23 refuses %j', (term) => {
  expect(codeOf(term)).toBe('task.term-malformed');
});
