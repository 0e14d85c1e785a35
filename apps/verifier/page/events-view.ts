import { shownName } from '#evidence/bundle/shown.ts';
import type { VerifiedEvent } from '#evidence/bundle/verdict.ts';
import type { Bilingual } from '../src/arguments.ts';
import { eventNames } from '../src/event-names.ts';
import { element, section } from './dom.ts';
import { pageLanguage, phrase } from './language.ts';
import { moment } from './moment.ts';

const perPage = 50;

const headings: readonly Bilingual[] = [
  { vi: 'Vị trí', en: 'Position' },
  { vi: 'Việc', en: 'Event' },
  { vi: 'Giờ khai', en: 'Claimed time' },
  { vi: 'Giờ vào sổ', en: 'Recorded' },
  { vi: 'Không trước', en: 'Not before' },
  { vi: 'Không sau', en: 'Not after' },
];

const nameOf = (given: string): readonly (Node | string)[] => {
  const name = new Map(Object.entries(eventNames)).get(given);
  const type = shownName(given);
  return pageLanguage() === 'en' || name === undefined ? [type] : [name, ' ', element('small', {}, type)];
};

const row = ({ position, type, occurredAt, recordedAt, bracket }: VerifiedEvent): HTMLElement =>
  element(
    'tr',
    {},
    element('th', { scope: 'row' }, String(position)),
    element('td', {}, ...nameOf(type)),
    ...[occurredAt, recordedAt, bracket.notBefore, bracket.notAfter].map((at) => element('td', {}, moment(at))),
  );

const bracketed: Bilingual = {
  vi: 'Giờ Việt Nam. Việc được ghi sau mốc “không trước” và trước mốc “không sau”; hai mốc ấy đã được chứng minh, giờ khai và giờ vào sổ thì không.',
  en: 'Vietnam time. An event was recorded after “not before” and before “not after”; these two are proved, the claimed and the recorded time are not.',
};
const unstamped: Bilingual = {
  vi: 'Giờ Việt Nam. Không có dấu thời gian nào được xét: giờ dưới đây là lời của người khai và của máy chủ sổ.',
  en: 'Vietnam time. No time stamp was judged: these times are the word of whoever claimed them and of the ledger’s clock.',
};

const isBracketed = ({ bracket }: VerifiedEvent): boolean => bracket.notBefore !== null || bracket.notAfter !== null;

/** A table that turns its pages in place. */
export const eventsView = (events: readonly VerifiedEvent[]): HTMLElement | null => {
  if (events.length === 0) return null;
  const pages = Math.ceil(events.length / perPage);
  let page = 0;
  const body = element('tbody', {});
  const where = element('span', { role: 'status' });
  const turn = (text: Bilingual, by: number): HTMLButtonElement => {
    const button = element('button', { type: 'button' }, phrase(text));
    button.addEventListener('click', () => {
      page += by;
      show();
    });
    return button;
  };
  const [back, forth] = [turn({ vi: 'Trang trước', en: 'Previous' }, -1), turn({ vi: 'Trang sau', en: 'Next' }, 1)];
  const show = (): void => {
    body.replaceChildren(...events.slice(page * perPage, (page + 1) * perPage).map(row));
    where.textContent = phrase({ vi: `Trang ${page + 1} trên ${pages}`, en: `Page ${page + 1} of ${pages}` });
    back.disabled = page === 0;
    forth.disabled = page === pages - 1;
  };
  show();
  const title = { vi: `Các việc trong gói (${events.length})`, en: `Events in the bundle (${events.length})` };
  const head = element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, phrase(heading))));
  const table = element('table', {}, element('thead', {}, head), body);
  const scrolls = { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': phrase(title) };
  return section(
    title,
    element('p', {}, phrase(events.some(isBracketed) ? bracketed : unstamped)),
    element('div', scrolls, table),
    pages === 1 ? null : element('p', { class: 'pages' }, back, where, forth),
  );
};
