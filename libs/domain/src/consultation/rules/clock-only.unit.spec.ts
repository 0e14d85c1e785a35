import { expect, it } from '@jest/globals';
import { clockActor } from '../../kernel/case-actor.ts';
import { dueAt, tick } from '../../../../../test/fixtures/domain/consultation.ts';
import { actor, machine } from '../../../../../test/fixtures/domain/organisation.ts';
import { clockOnly } from './clock-only.ts';

it('R17 lets the clock alone say that time has passed', () => {
  const by = (who: typeof clockActor) => clockOnly({ command: { ...tick(dueAt), actor: who } })?.code ?? null;
  expect(by(clockActor)).toBeNull();
  expect(by(actor('head', 'sxd'))).toBe('case.not-yours');
  expect(by(machine('portal', 'sxd'))).toBe('case.not-yours');
});
