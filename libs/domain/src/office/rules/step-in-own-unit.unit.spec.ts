import { expect, it } from '@jest/globals';
import { assignStep, officeFacts } from '../../../../../test/fixtures/domain/office.ts';
import { stepInOwnUnit } from './step-in-own-unit.ts';

const codeOf = (fields: object, imported = false) =>
  stepInOwnUnit({ command: { ...assignStep, ...fields }, facts: officeFacts(imported) })?.code ?? null;

it('R33 refuses somebody unknown, of another unit, or not there yet', () => {
  expect(codeOf({ officer: 'stranger' })).toBe('case.officer-unknown');
  expect(codeOf({ officer: 'bursar' })).toBe('step.officer-not-in-unit');
  expect(codeOf({ from: '2019-01-01T00:00:00.000Z' })).toBe('step.officer-not-in-unit');
});

it('R33 takes one who serves there, and what was imported', () => {
  expect(codeOf({})).toBeNull();
  expect(codeOf({ officer: 'stranger' }, true)).toBeNull();
});
