import { expect, it } from '@jest/globals';
import { issue } from '../../../../../test/fixtures/domain/directive.ts';
import { documentNamed } from './document-named.ts';

const codeOf = (number: string | null, title: string | null) =>
  documentNamed({ command: { ...issue, document: { ...issue.document, number, title } } })?.code;

it('R28 takes a number, or a title where the number was left blank', () => {
  expect(codeOf('3239', null)).toBeUndefined();
  expect(codeOf(null, 'Về giải quyết kiến nghị')).toBeUndefined();
  expect(codeOf(null, null)).toBe('directive.document-missing');
});
