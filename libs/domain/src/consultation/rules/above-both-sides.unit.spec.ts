import { expect, it } from '@jest/globals';
import { factsAt } from '../../../../../test/fixtures/domain/consultation.ts';
import { actor, appointed, hour, known, unitEvent } from '../../../../../test/fixtures/domain/organisation.ts';
import { aboveSides, isAboveSides } from './above-both-sides.ts';

const facts = factsAt(
  hour(9),
  unitEvent('ttt', 'inspectorate', 'ubnd'),
  known('inspector'),
  appointed('inspector', 'head', 'ttt'),
);
const above = (id: string, unit: string, sides = ['sxd', 'stc']) =>
  isAboveSides(sides, { command: { actor: actor(id, unit), at: hour(1) }, facts });

it('R16 is above both sides: the leader of a superior unit, of the Office, of the Inspectorate', () => {
  expect(above('chair', 'ubnd')).toBe(true);
  expect(above('chief', 'vp')).toBe(true);
  expect(above('inspector', 'ttt')).toBe(true);
});

it('R16 is not above a cause of its own, nor without leading, nor beside', () => {
  expect(above('chief', 'vp', ['vp', 'stc'])).toBe(false);
  expect(above('head', 'sxd')).toBe(false);
  expect(above('planner', 'sxd-qh')).toBe(false);
  expect(above('member', 'sxd', ['stc', 'vp'])).toBe(false);
  const asked = { command: { actor: actor('head', 'sxd'), at: hour(1) }, facts };
  expect(aboveSides(['sxd'], asked)?.facts).toEqual({ unit: 'sxd', sides: ['sxd'] });
  expect(aboveSides(['sxd'], { ...asked, facts: { ...facts, imported: true } })).toBeNull();
});
