import { expect, it } from '@jest/globals';
import { forCommittee, send, toCentral } from '../../../../../test/fixtures/domain/recommendation.ts';
import { fitAddressee } from './fit-addressee.ts';

it('R75 refuses a committee matter sent past the agency, and one sent to oneself', () => {
  expect(fitAddressee({ command: { ...toCentral, forCommittee: true } })?.code).toBe(
    'recommendation.committee-matter-to-central',
  );
  expect(fitAddressee({ command: { ...send, sender: 'stc' } })?.code).toBe('recommendation.to-itself');
});

it('R75 takes a committee matter to the agency, and anything else to the central level', () => {
  expect(fitAddressee({ command: forCommittee })).toBeNull();
  expect(fitAddressee({ command: toCentral })).toBeNull();
});
