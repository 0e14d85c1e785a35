import { answers, asks, person, registers, requestOf, workRules } from './seed-acts.ts';
import type { SeedStory } from './seed-story.ts';

/*
 * Opinions asked for in March 2024:
 *
 *   al-yk-1  of three bodies until 11 March: finance answers in time, infrastructure late, the commune not at all
 *   al-yk-2  of two wrong bodies: infrastructure returns it at once, finance after four days
 *   al-yk-3  refused: no questions, no deadline        al-yk-4  never registered by the commune
 *   al-yk-5  answered with a sentence that says nothing
 *   al-yk-6, 7, 8  the same three times, in time each time
 */
const surveyor = { unit: 'al-tnmt', drafter: 'al-cv-tnmt', signer: 'al-tp-tnmt' };
const builder = { unit: 'al-ktht', drafter: 'al-cv-ktht', signer: 'al-tp-ktht' };
const finance = { unit: 'al-tckh', drafter: 'al-cv-tckh', signer: 'al-tp-tckh' };
const emptyPhrase = 'Cơ bản thống nhất theo quy định';

export type OpinionRefusals = { readonly questions: string | null; readonly deadline: string | null };

/** Monday 4 March. */
export const firstOpinions = async (story: SeedStory): Promise<OpinionRefusals> => {
  const asked = { dossier: 'al-bt-1', by: surveyor };
  const three = { id: 'al-yk-1', ...asked, bodies: ['al-tckh', 'al-ktht', 'al-xa'], days: 5 };
  await asks(story, three, ['al-vt-tckh', 'al-vt-ktht', 'al-vt-xa']);
  const wrong = { id: 'al-yk-2', by: surveyor, bodies: ['al-ktht', 'al-tckh'], days: 10, subject: 'Chế độ bảo hiểm' };
  await asks(story, wrong, ['al-vt-ktht', 'al-vt-tckh']);
  await asks(story, { id: 'al-yk-4', by: surveyor, bodies: ['al-xa'], days: 5, subject: 'Mốc giới' }, []);
  const vague = { id: 'al-yk-5', by: surveyor, bodies: ['al-tckh'], days: 5, subject: 'Đơn giá' };
  await asks(story, vague, ['al-vt-tckh']);
  const third = requestOf({ ...vague, id: 'al-yk-3' });
  const refuses = (changes: object): Promise<string | null> =>
    story.refuses('al-tp-tnmt', 'consultations', { ...third, ...changes });
  return { questions: await refuses({ questions: [] }), deadline: await refuses({ term: null }) };
};

const back = { reason: 'Không thuộc chức năng', basis: workRules, rightUnit: 'al-nv' };

/** 5 March, the working day after it came. */
export const returnedAtOnce = (story: SeedStory): Promise<unknown> =>
  story.does('al-tp-ktht', 'consultations/al-yk-2/return', { ...back, unit: 'al-ktht' });

/** 7 and 8 March: who answers, who returns late, who finds an answer empty. */
export const firstAnswers = async (story: SeedStory): Promise<void> => {
  await story.on('2024-03-07 09:00');
  await answers(story, 'al-yk-1', finance);
  await answers(story, 'al-yk-5', { ...finance, grounds: emptyPhrase });
  await story.on('2024-03-08 09:00');
  await story.does('al-tp-tckh', 'consultations/al-yk-2/return', { ...back, unit: 'al-tckh' });
  await story.does('al-tp-tnmt', 'consultations/al-yk-5/assess-quality', {
    unit: 'al-tckh',
    questionId: 'c1',
    quality: 'generic',
    quotedSentence: emptyPhrase,
    reason: 'Không nêu đơn giá nào',
  });
  const statement = { assessmentId: '1', statement: 'Đơn giá đã có ở phụ lục' };
  await story.does('al-tp-tckh', 'consultations/al-yk-5/contest-assessment', statement);
};

/** 13 March, two days after the last day. */
export const lateAnswer = (story: SeedStory): Promise<void> => answers(story, 'al-yk-1', builder);

/** 25 to 27 March. */
export const sameThreeTimes = async (story: SeedStory): Promise<void> => {
  const permit = { id: 'al-xd-2', about: 'cap-phep-xay-dung', holder: person('al-cv-ktht', 'al-ktht') };
  await registers(story, 'al-vt-ktht', permit);
  for (const [index, day] of ['2024-03-25', '2024-03-26', '2024-03-27'].entries()) {
    await story.on(`${day} 09:00`);
    const id = `al-yk-${String(index + 6)}`;
    await asks(story, { id, dossier: 'al-xd-2', by: builder, bodies: ['al-tckh'], days: 2 }, ['al-vt-tckh']);
    await answers(story, id, finance);
  }
};
