import { expect, it } from '@jest/globals';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import { forCommittee, judgedAfter, send, submitIt } from '../../../../../test/fixtures/domain/recommendation.ts';
import { submittedToCommitteeAbove } from './submitted-to-committee-above.ts';

const codeOf = (command: typeof submitIt, sent = forCommittee) =>
  submittedToCommitteeAbove(judgedAfter(command, sent))?.code ?? null;

it('R75 refuses another body than a committee above, and a matter that is not for it', () => {
  expect(codeOf({ ...submitIt, committee: 'sxd' })).toBe('recommendation.not-a-committee-above');
  expect(codeOf({ ...submitIt, actor: actor('chair', 'ubnd') })).toBe('recommendation.not-a-committee-above');
  expect(codeOf(submitIt, send)).toBe('recommendation.not-for-committee');
});

it('R75 refuses a second submission and takes the first', () => {
  expect(submittedToCommitteeAbove(judgedAfter(submitIt, forCommittee, submitIt))?.code).toBe(
    'recommendation.already-submitted',
  );
  expect(codeOf(submitIt)).toBeNull();
});
