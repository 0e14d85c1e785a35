import { expect, it } from '@jest/globals';
import { layDown } from '../../../../../test/fixtures/domain/office.ts';
import { stepsNamedOnce } from './steps-named-once.ts';

it('R33 refuses a step named twice', () => {
  expect(stepsNamedOnce({ command: { ...layDown, steps: ['A', 'B', 'A'] } })).toMatchObject({
    code: 'procedure.step-repeated',
    facts: { step: 'A' },
  });
});

it('R33 takes each once', () => {
  expect(stepsNamedOnce({ command: layDown })).toBeNull();
});
