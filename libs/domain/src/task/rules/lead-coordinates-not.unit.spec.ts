import { expect, it } from '@jest/globals';
import { assign } from '../../../../../test/fixtures/domain/task.ts';
import { leadCoordinatesNot } from './lead-coordinates-not.ts';

it('R33 keeps lead and coordinators apart', () => {
  expect(leadCoordinatesNot({ command: assign })).toBeNull();
  expect(leadCoordinatesNot({ command: { ...assign, coordinators: ['stc', 'sxd'] } })?.code).toBe(
    'task.lead-coordinates',
  );
});
