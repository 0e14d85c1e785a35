import type { Bilingual } from '../src/arguments.ts';
import type { Answer } from './answer.ts';
import { answerQuestions, ask } from './ask.ts';
import { chooser, type Chosen } from './chooser.ts';
import { element, spoken } from './dom.ts';
import { inEveryLanguage, pageLanguage, phrase, speak, type PageLanguage } from './language.ts';
import { details, headline } from './verdict-view.ts';

type Shown = { readonly kind: 'empty' | 'busy' } | { readonly kind: 'unreadable'; readonly reason: string } | Answer;

const empty: Bilingual = {
  vi: 'Chọn hoặc thả vào trang này gói vết và chính sách của bạn. Kết quả hiện ra ngay tại đây, không có gì được gửi đi đâu.',
  en: 'Choose the bundle and your policy, or drop them on this page. The verdict appears here and nothing is sent anywhere.',
};
const busy: Bilingual = { vi: 'Đang kiểm chứng…', en: 'Verifying…' };

const noVerdictTexts: Readonly<Record<'bad-policy' | 'unreadable' | 'defect', Bilingual>> = {
  'bad-policy': { vi: 'Chính sách không dùng được', en: 'The policy cannot be used' },
  unreadable: { vi: 'Không đọc được tệp', en: 'A file cannot be read' },
  defect: { vi: 'Bộ kiểm chứng hỏng giữa chừng, chưa có kết quả', en: 'The verifier failed midway and has no verdict' },
};

const statusOf = (shown: Shown): HTMLElement => {
  switch (shown.kind) {
    case 'empty':
      return element('p', { class: 'empty' }, phrase(empty));
    case 'busy':
      return element('p', { class: 'busy' }, phrase(busy));
    case 'verdict':
      return headline(shown.verdict.verdict);
    case 'bad-policy':
    case 'unreadable':
    case 'defect': {
      const said = headline('unverifiable');
      said.append(element('p', { class: 'fault' }, `${phrase(noVerdictTexts[shown.kind])}: ${shown.reason}.`));
      return said;
    }
  }
};

const questionIn = async ({ bundle, policy }: Record<'bundle' | 'policy', File>) => ({
  bundle: new Uint8Array(await bundle.arrayBuffer()),
  policy: new Uint8Array(await policy.arrayBuffer()),
});

const because =
  (kind: 'unreadable' | 'defect') =>
  (error: unknown): Shown => ({ kind, reason: error instanceof Error ? error.message : String(error) });

const startPage = (): void => {
  const status = element('div', { role: 'status' });
  const below = element('div', {});
  let shown: Shown = { kind: 'empty' };
  const draw = (): void => {
    status.setAttribute('aria-busy', String(shown.kind === 'busy'));
    status.replaceChildren(statusOf(shown));
    below.replaceChildren(...(shown.kind === 'verdict' ? details(shown.verdict, shown.fileHash) : []));
  };
  const show = (next: Shown): void => {
    shown = next;
    draw();
  };
  let work = new AbortController();
  const verify = async ({ bundle, policy }: Chosen): Promise<void> => {
    work.abort();
    const mine = (work = new AbortController());
    if (bundle === null || policy === null) return show({ kind: 'empty' });
    show({ kind: 'busy' });
    const answer = await questionIn({ bundle, policy }).then(
      (question) => ask(question, mine.signal).catch(because('defect')),
      because('unreadable'),
    );
    // Another file may have been chosen meanwhile; its verdict must not be overwritten by this one.
    if (!mine.signal.aborted) show(answer);
  };
  const chosen = chooser((files) => void verify(files));
  document.body.append(header(), element('main', {}, chosen, status, below), footer());
  inEveryLanguage(draw);
};

const languageButton = (language: PageLanguage, name: string): HTMLButtonElement => {
  const button = element('button', { type: 'button', lang: language }, name);
  button.addEventListener('click', () => speak(language));
  inEveryLanguage(() => button.setAttribute('aria-pressed', String(pageLanguage() === language)));
  return button;
};

const title: Bilingual = { vi: 'Kiểm chứng vết trách nhiệm', en: 'Verify a responsibility trail' };

const header = (): HTMLElement => {
  inEveryLanguage(() => {
    document.title = phrase(title);
  });
  const languages = [languageButton('vi', 'Tiếng Việt'), languageButton('en', 'English')];
  return element('header', {}, spoken('h1', {}, title), element('p', { class: 'languages' }, ...languages));
};

const footer = (): HTMLElement =>
  element(
    'footer',
    {},
    spoken(
      'p',
      {},
      {
        vi: 'Nguyên vẹn nghĩa là không việc nào bị sửa, chèn, đảo thứ tự, ghi lùi hay để ra ngoài, tính đến mốc mà gói nêu. Trang không chứng minh được rằng mọi việc đều đã được ghi, hay điều đã ghi là đúng sự thật.',
        en: 'Intact means that nothing was altered, inserted, reordered, back-dated or left out up to the moment the bundle names. This page cannot prove that every act was recorded, nor that what was recorded is true.',
      },
    ),
  );

// The same script is the page and, without a document, the worker.
if (typeof document === 'undefined') answerQuestions();
else startPage();
