import { shown, shownName } from '#evidence/bundle/shown.ts';
import type { Finding, Verdict, VerdictName } from '#evidence/bundle/verdict.ts';
import type { Bilingual } from '../src/arguments.ts';
import { element, section } from './dom.ts';
import { eventsView } from './events-view.ts';
import { pageLanguage, phrase } from './language.ts';
import { moment } from './moment.ts';
import { reportView } from './report-view.ts';

/** Said by sign, word and sentence: never by colour alone. */
const headlines: Readonly<
  Record<VerdictName, { readonly sign: string; readonly word: Bilingual; readonly means: Bilingual }>
> = {
  intact: {
    sign: '✓',
    word: { vi: 'NGUYÊN VẸN', en: 'INTACT' },
    means: {
      vi: 'Mọi kiểm tra đều đạt theo chính sách của bạn.',
      en: 'Every check passed under your policy.',
    },
  },
  tampered: {
    sign: '✗',
    word: { vi: 'BỊ CAN THIỆP', en: 'TAMPERED' },
    means: {
      vi: 'Có điều mâu thuẫn. Dòng đầu dưới đây nêu bản ghi hỏng đầu tiên. Đừng tin nội dung gói này.',
      en: 'Something contradicts. The first line below names the first bad record. Do not rely on this bundle.',
    },
  },
  unverifiable: {
    sign: '?',
    word: { vi: 'KHÔNG KIỂM CHỨNG ĐƯỢC', en: 'UNVERIFIABLE' },
    means: {
      vi: 'Thiếu điều cần có, hoặc chính sách của bạn không tin người ký. Đây không phải là bị can thiệp.',
      en: 'Something is missing, or your policy does not trust who signed. This is not the same as tampered.',
    },
  },
};

export const headline = (name: VerdictName): HTMLElement => {
  const { sign, word, means } = headlines[name];
  return element(
    'div',
    { class: `verdict ${name}` },
    element('p', { class: 'word' }, element('span', { 'aria-hidden': 'true' }, `${sign} `), phrase(word)),
    element('p', {}, phrase(means)),
  );
};

const place = ({ line, position }: Finding): string =>
  [
    line === null ? '' : phrase({ vi: `dòng ${line}`, en: `line ${line}` }),
    position === null ? '' : phrase({ vi: `vị trí ${position} trong sổ`, en: `position ${position} in the ledger` }),
  ]
    .filter((text) => text !== '')
    .join(', ');

/** At most so many are listed; the first one is the one that counts. */
const listed = 200;

export const findingsView = (title: Bilingual, findings: readonly Finding[]): HTMLElement | null => {
  if (findings.length === 0) return null;
  const rows = findings.slice(0, listed).map((finding) => {
    const where = place(finding);
    const about = where === '' ? finding.code : `${where} · ${finding.code}`;
    return element('li', {}, phrase(finding), ' ', element('span', { class: 'place' }, `(${about})`));
  });
  const left = findings.length - rows.length;
  const more = left > 0 ? element('p', {}, phrase({ vi: `… và ${left} điều nữa.`, en: `… and ${left} more.` })) : null;
  return section(title, element('ol', {}, ...rows), more);
};

const facts = (...rows: readonly (readonly [Bilingual, string])[]): HTMLElement =>
  element(
    'dl',
    {},
    ...rows.map(([name, value]) => element('div', {}, element('dt', {}, phrase(name)), element('dd', {}, value))),
  );

const kinds: Readonly<Record<string, string>> = {
  officer: 'cán bộ',
  account: 'tài khoản',
  unit: 'đơn vị',
  dossier: 'hồ sơ',
  consultation: 'việc lấy ý kiến',
  task: 'nhiệm vụ',
  directive: 'văn bản chỉ đạo',
  recommendation: 'kiến nghị',
};

/** `cán bộ cb-1 (officer:cb-1)` for readers of Vietnamese. */
const subjectText = (given: string): string => {
  const name = shownName(given);
  const [kind = '', ...id] = name.split(':');
  const known = new Map(Object.entries(kinds)).get(kind);
  return known === undefined ? name : phrase({ vi: `${known} ${id.join(':')} (${name})`, en: name });
};

const eventsText = (count: bigint): string => phrase({ vi: `${count} việc`, en: `${count} events` });

const coverage = ({ checkpoint, witnesses, stampedAt, subjects }: Verdict): HTMLElement | null => {
  if (checkpoint === null) return null;
  const { origin, size, mapSize } = checkpoint;
  const named = subjects.map(({ name, count }) => `${subjectText(name)}: ${eventsText(count)}`).join('; ');
  const seen = witnesses.map(({ operator, at }) => `${operator}, ${moment(at)}`).join('; ');
  const none = phrase({ vi: 'không có', en: 'none' });
  return section(
    { vi: 'Điều đã được chứng minh', en: 'What has been proved' },
    facts(
      [{ vi: 'Vết trọn vẹn của', en: 'Complete trail of' }, named],
      [
        { vi: 'Trọn vẹn trong', en: 'Complete within' },
        phrase({
          vi: `${mapSize} việc đầu tiên của sổ; ${size - mapSize} việc sau đó không được xét`,
          en: `the first ${mapSize} events of the ledger; the ${size - mapSize} after them were not looked at`,
        }),
      ],
      [{ vi: 'Sổ', en: 'Ledger' }, shown(origin)],
      [{ vi: 'Điểm kiểm đã ký', en: 'Signed checkpoint' }, eventsText(size)],
      [{ vi: 'Nhân chứng đã ký (giờ Việt Nam)', en: 'Witnesses that signed (Vietnam time)' }, seen || none],
      [
        { vi: 'Dấu thời gian phủ mọi việc (giờ Việt Nam)', en: 'Time stamp over all events (Vietnam time)' },
        stampedAt === null ? none : moment(stampedAt),
      ],
    ),
  );
};

/** Only of an intact bundle: in any other nothing says that the erasure was one. */
const erasedView = ({ verdict, erased }: Verdict): HTMLElement | null => {
  if (erased.length === 0 || verdict !== 'intact') return null;
  const rows = erased.map(({ position, path, erasedAt }) =>
    element(
      'li',
      {},
      phrase({
        vi: `${shownName(path)} của việc ở vị trí ${position}: đã xóa hợp pháp, theo việc ở vị trí ${erasedAt}.`,
        en: `${shownName(path)} of the event at position ${position}: lawfully erased by the event at position ${erasedAt}.`,
      }),
    ),
  );
  return section({ vi: 'Nội dung đã xóa hợp pháp', en: 'Lawfully erased content' }, element('ul', {}, ...rows));
};

/** Everything under the headline. */
export const details = (verdict: Verdict, fileHash: string): readonly HTMLElement[] =>
  [
    findingsView({ vi: 'Vì sao', en: 'Why' }, verdict.findings),
    coverage(verdict),
    findingsView(
      { vi: 'Lưu ý (không làm hỏng kết quả)', en: 'Remarks (they do not spoil the verdict)' },
      verdict.remarks,
    ),
    erasedView(verdict),
    eventsView(verdict.events),
    reportView(verdict),
    element(
      'p',
      { class: 'hash', lang: pageLanguage() },
      phrase({ vi: 'SHA-256 của tệp gói: ', en: 'SHA-256 of the bundle file: ' }),
      element('code', {}, fileHash),
    ),
  ].filter((part) => part !== null);
