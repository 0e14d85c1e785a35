import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { dissolved, hour, nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import { refuseIt, submitted, upward } from '../../../../../test/fixtures/domain/submission.ts';
import { backToSubmitter } from './back-to-submitter.ts';

const sentTo = (unit: string, more: Parameters<typeof submitted>[2] = {}) =>
  backToSubmitter(submitted({ ...refuseIt, to: { party: nobody, unit } }, [registerDossier, upward], more))?.code;

it('R02 R22 sends back to the unit that submitted, to whomever in it', () => {
  expect(backToSubmitter(submitted(refuseIt, [registerDossier, upward]))).toBeNull();
  const to = { party: officer('head'), unit: 'sxd' };
  expect(backToSubmitter(submitted({ ...refuseIt, to }, [registerDossier, upward]))).toBeNull();
  expect(sentTo('stc')).toBe('escalation.not-to-submitter');
});

it('R02 follows the submitter into its successor', () => {
  expect(sentTo('stc', { more: [dissolved('sxd', hour(5), 'stc')] })).toBeUndefined();
  expect(sentTo('vp', { more: [dissolved('sxd', hour(5), 'stc')] })).toBe('escalation.not-to-submitter');
});
