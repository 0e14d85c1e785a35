import { expect, it } from '@jest/globals';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { hour, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import {
  byChief,
  check,
  forward,
  submitted,
  toChair,
  toOffice,
  upward,
} from '../../../../../test/fixtures/domain/submission.ts';
import type { DossierStreamCommand, EscalatingMove, ForwardSubmission } from '../commands.ts';
import { checkedBeforeForwarding } from './checked-before-forwarding.ts';

const duties = { R22: {} };
const code = (
  command: EscalatingMove | ForwardSubmission,
  before: readonly DossierStreamCommand[],
  bound: object = duties,
) => checkedBeforeForwarding(submitted(command, [registerDossier, ...before], { duties: bound as never }))?.code;
const plain: EscalatingMove = {
  type: 'submit',
  at: hour(6),
  actor: byChief,
  to: toChair,
  proposal: 'Trình',
  basis: null,
};
const handed: EscalatingMove = {
  type: 'hand-off',
  at: hour(6),
  actor: byChief,
  to: toChair,
  reason: null,
  basis: null,
  dueAt: null,
};

it.each([
  ['forward', forward],
  ['submit', plain],
  ['hand-off', handed],
] as const)('R22 lets no submission leave the Office upward unchecked, as %s', (_, command) => {
  expect(code(command, [toOffice])).toBe('submission.unchecked');
  expect(code(command, [toOffice, check])).toBeUndefined();
  expect(code(command, [toOffice], {})).toBeUndefined();
});

it('R22 concerns neither moves inside the Office nor matters that were not submitted to it', () => {
  expect(code({ ...plain, to: { party: officer('chief'), unit: 'vp' } }, [toOffice])).toBeUndefined();
  expect(code(upward, [])).toBeUndefined();
});
