import { expect, it } from '@jest/globals';
import { grant } from '../../../../../test/fixtures/domain/organisation-commands.ts';
import { writtenDelegation } from './written-delegation.ts';

it('R09 wants a document and a scope', () => {
  expect(writtenDelegation({ command: grant })).toBeNull();
  expect(writtenDelegation({ command: { ...grant, document: ' ' } })?.code).toBe('delegation.not-written');
  expect(writtenDelegation({ command: { ...grant, scope: '' } })?.code).toBe('delegation.without-scope');
});
