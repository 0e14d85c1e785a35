import { expect, it } from '@jest/globals';
import { correct } from '../../../../../test/fixtures/domain/commands.ts';
import { registerDossier } from '../../../../../test/fixtures/domain/dossier.ts';
import { judged } from '../../../../../test/fixtures/domain/judged.ts';
import { correctionChangesSomething } from './correction-changes-something.ts';

it('R21 refuses to correct a registration without a new value', () => {
  const nothing = judged({ ...correct, changes: {} }, [registerDossier]);
  expect(correctionChangesSomething(nothing)?.code).toBe('correction.changes-nothing');
});

it('R21 takes a new value, and a mere mark on any other event', () => {
  expect(correctionChangesSomething(judged(correct, [registerDossier]))).toBeNull();
  const mark = judged({ ...correct, changes: {} }, [registerDossier]);
  const onStep = { ...mark, facts: { ...mark.facts, correctedEventType: 'dossier.step-performed' as const } };
  expect(correctionChangesSomething(onStep)).toBeNull();
});
