import { expect, it } from '@jest/globals';
import { submit, toBursar } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { nobody, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Holder } from '../events.ts';
import { upwardSubmission } from './upward-submission.ts';

const submittedTo = (to: Holder) => upwardSubmission(judged({ ...submit, to }, [registerDossier]))?.code;

it('R02 goes to a unit above, to the office that receives for it, or to the leader of the same unit', () => {
  expect(submittedTo({ party: officer('chair'), unit: 'ubnd' })).toBeUndefined();
  expect(submittedTo({ party: nobody, unit: 'vp' })).toBeUndefined();
  expect(submittedTo({ party: officer('head'), unit: 'sxd' })).toBeUndefined();
  expect(submittedTo({ party: officer('deputy'), unit: 'sxd' })).toBeUndefined();
});

it('R02 does not go sideways, down or to a colleague', () => {
  expect(submittedTo(toBursar)).toBe('submission.not-upward');
  expect(submittedTo({ party: officer('planner'), unit: 'sxd-qh' })).toBe('submission.not-upward');
  expect(submittedTo({ party: officer('colleague'), unit: 'sxd' })).toBe('submission.not-upward');
  expect(submittedTo({ party: nobody, unit: 'sxd' })).toBe('submission.not-upward');
});
