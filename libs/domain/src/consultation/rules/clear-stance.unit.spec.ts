import { expect, it } from '@jest/globals';
import {
  addresseeAfter,
  afterDue,
  answer,
  deliver,
  request,
} from '../../../../../test/fixtures/domain/consultation.ts';
import type { Answer } from '../events.ts';
import { clearStance, questionsWithoutStance } from './clear-stance.ts';

const said = (questionId: string, changes: Partial<Answer> = {}): Answer => ({
  questionId,
  stance: 'agree',
  grounds: null,
  conditions: null,
  ...changes,
});
const judged = (...answers: readonly Answer[]) => clearStance(request.questions, answers)?.code ?? null;

it('R16 takes a stance on every question', () => {
  expect(judged(said('c1'), said('c2'))).toBeNull();
  expect(judged(said('c1'))).toBe('consultation.stance-missing');
  expect(judged(said('c1'), said('c2', { stance: null, grounds: 'Theo quy định' }))).toBe(
    'consultation.stance-missing',
  );
});

it('R16 gives grounds for a no and for another one’s function, and names its conditions', () => {
  for (const stance of ['disagree', 'not-in-function'] as const) {
    expect(judged(said('c1', { stance }), said('c2'))).toBe('consultation.grounds-missing');
    expect(judged(said('c1', { stance, grounds: 'Vì …' }), said('c2'))).toBeNull();
  }
  const conditional = said('c1', { stance: 'agree-with-conditions' });
  expect(judged(conditional, said('c2'))).toBe('consultation.conditions-missing');
  expect(judged({ ...conditional, conditions: 'Bổ sung bản đồ' }, said('c2'))).toBeNull();
});

it('R16 shows the gaps of a late or imported text, which is kept as it came', () => {
  expect(questionsWithoutStance(request.questions, [said('c2')])).toEqual(['c1']);
  const late = addresseeAfter(request, deliver, { ...answer, at: afterDue(3), answers: [] });
  expect(late.lateAnswer?.answers).toEqual([]);
  const imported = addresseeAfter(request, { command: { ...answer, answers: [] }, imported: true });
  expect(imported).toMatchObject({ status: 'answered', answer: { answers: [] } });
});
