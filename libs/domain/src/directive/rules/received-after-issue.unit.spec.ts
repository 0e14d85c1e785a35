import { expect, it } from '@jest/globals';
import { confirm } from '../../../../../test/fixtures/domain/directive.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { receivedAfterIssue } from './received-after-issue.ts';

const codeOf = (receivedAt: string | null) =>
  receivedAfterIssue({ command: { ...confirm, at: hour(5), receivedAt }, directive: { issuedAt: hour(2) } })?.code;

it('R77 puts the arrival between issue and confirmation', () => {
  expect(codeOf(null)).toBeUndefined();
  expect(codeOf(hour(2))).toBeUndefined();
  expect(codeOf(hour(1))).toBe('directive.received-before-issue');
  expect(codeOf(hour(6))).toBe('directive.received-after-confirmation');
});
