import { expect, it } from '@jest/globals';
import { issue } from '../../../../../test/fixtures/domain/directive.ts';
import { reissuesAnother } from './reissues-another.ts';

it('R76 repeats an earlier directive, not itself', () => {
  expect(reissuesAnother({ command: issue })).toBeNull();
  expect(reissuesAnother({ command: { ...issue, reissueOf: 'vb-0' } })).toBeNull();
  expect(reissuesAnother({ command: { ...issue, reissueOf: 'vb-1' } })?.code).toBe('directive.reissues-itself');
});
