import { expect, it } from '@jest/globals';
import {
  acceptAssignment,
  decideAssignment,
  officeFacts,
  recordAfter,
  refuseAssignment,
} from '../../../../../test/fixtures/domain/office.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { ownAssignment } from './own-assignment.ts';

const record = recordAfter('assignment', decideAssignment);
const codeOf = (command: typeof acceptAssignment | typeof refuseAssignment) =>
  ownAssignment({ command, record, facts: officeFacts() })?.code ?? null;

it('R36 refuses a refusal in another’s name', () => {
  expect(codeOf({ ...refuseAssignment, actor: actor('head', 'sxd') })).toBe('assignment.not-the-officer');
  expect(codeOf({ ...refuseAssignment, officer: 'colleague' })).toBe('assignment.not-the-officer');
});

it('R36 takes the person’s own answer, either way', () => {
  expect(codeOf(acceptAssignment)).toBeNull();
  expect(codeOf(refuseAssignment)).toBeNull();
});
