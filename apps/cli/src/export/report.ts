import type { BundleParts } from '#evidence/bundle/bundle.ts';
import { parseNote } from '#evidence/note/note.ts';
import { parseCheckpoint } from '#evidence/note/checkpoint.ts';
import { moment } from '../frame/moment.ts';
import { eventText } from '../frame/wording.ts';
import { html, Markup } from './markup.ts';
import { reportEventsOf, type ReportEvent, type ReportText } from './report-event.ts';

export type ReportParts = Omit<BundleParts, 'report'>;

const styles = new Markup(`
body { font: 11pt/1.4 system-ui, 'Noto Sans', Arial, sans-serif; color: #111; margin: 2em auto; max-width: 70em; padding: 0 1em; }
h1 { font-size: 16pt; margin: 0; } h2 { font-size: 12pt; margin: 1.5em 0 0.4em; }
[lang=en] { color: #555; font-weight: normal; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; }
th, td { border: 1px solid #999; padding: 0.25em 0.5em; text-align: left; vertical-align: top; font-size: 9.5pt; }
tr { break-inside: avoid; } td.n { text-align: right; white-space: nowrap; } td.t { white-space: nowrap; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; } .path, pre { font: 8.5pt ui-monospace, monospace; color: #555; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #999; padding: 0.5em; } .gone { font-style: italic; }
@page { size: A4 landscape; margin: 1.5cm; } @media print { body { margin: 0; max-width: none; padding: 0; } }`);

/** Vietnamese first, English beside it. */
const both = (vi: string, en: string): Markup => html`${vi} <span lang="en">/ ${en}</span>`;

/** An odd moment is shown as it stands, never as another one. */
const when = (instant: string): string => (Number.isNaN(Date.parse(instant)) ? instant : moment(instant));

/** What comes from people stands apart from its surroundings, whatever direction it is written in. */
const textOf = ({ path, value, erasedAt }: ReportText): Markup => {
  const label = html`<div class="path">${path}</div>`;
  if (value !== null)
    return html`${label}
      <div class="text"><bdi>${value}</bdi></div>`;
  const gone =
    erasedAt === null
      ? both('nội dung niêm phong, không kèm theo', 'sealed content, not enclosed')
      : both(`nội dung đã xóa hợp pháp, việc số ${erasedAt}`, `content lawfully erased, entry ${erasedAt}`);
  return html`${label}
    <div class="gone">${gone}</div>`;
};

const rowOf = (event: ReportEvent): Markup =>
  html`<tr>
    <td class="n">${event.position}</td>
    <td class="t">${when(event.occurredAt)}</td>
    <td class="t">${when(event.recordedAt)}</td>
    <td>${eventText(event.type)}<br /><span lang="en">${event.type}</span></td>
    <td><bdi>${event.matter}</bdi></td>
    <td><bdi>${event.actor}</bdi><br /><bdi>${event.unit}</bdi></td>
    <td>${event.texts.map(textOf)}</td>
  </tr> `;

const headings = [
  ['Số', 'no.'],
  ['Xảy ra lúc (khai)', 'happened at (claimed)'],
  ['Vào sổ lúc', 'recorded at'],
  ['Việc', 'event'],
  ['Hồ sơ, vết', 'matter'],
  ['Người ghi, đơn vị', 'by, for unit'],
  ['Nội dung', 'content'],
] as const;

const periodOf = (events: readonly ReportEvent[]): string => {
  const moments = events.map(({ recordedAt }) => recordedAt).sort();
  return `${when(moments[0] ?? '')} – ${when(moments.at(-1) ?? '')}`;
};

const subjectsOf = ({ subjects }: ReportParts): Markup =>
  html`<ul>
    ${subjects.map(
      ({ name, chain }) => html`<li><bdi>${name}</bdi>: ${both(`${chain.count} việc`, `${chain.count} events`)}</li> `,
    )}
  </ul>`;

const checkpointOf = ({ checkpoint }: ReportParts): Markup => {
  const parsed = parseNote(new TextEncoder().encode(checkpoint));
  const read = parsed.ok ? parseCheckpoint(parsed.note.text) : parsed;
  if (!parsed.ok || !read.ok) return html``;
  const { origin, size } = read.checkpoint;
  const names = [...new Set(parsed.note.signatures.map(({ name }) => name))].filter((name) => name !== origin);
  const witnesses = names.length === 0 ? both('không có', 'none') : html`<bdi>${names.join(', ')}</bdi>`;
  return html`<p>
      ${both('Sổ', 'ledger')}: <bdi>${origin}</bdi>;
      ${both(`điểm kiểm trên ${size} việc`, `checkpoint over ${size} events`)}; ${both('nhân chứng', 'witnesses')}:
      ${witnesses}
    </p>
    <pre>${checkpoint}</pre>`;
};

const howTo = [
  [
    'Bản in này tự nó không chứng minh gì: chữ in ra ai cũng sửa được. Bằng chứng nằm trong tệp gói đi kèm, tệp này được buộc vào gói bằng mã băm.',
    'This print proves nothing by itself: print can be altered. The proof is in the bundle file, which holds this page by its hash.',
  ],
  [
    'Kiểm chứng: ledger verify GÓI --policy CHÍNH-SÁCH, hoặc thả hai tệp vào trang verify.html; không cần mạng. Chính sách do người kiểm tra tự viết từ khóa lấy ở nơi khác.',
    'To verify: ledger verify BUNDLE --policy POLICY, or drop both files on verify.html; no network is needed. The policy is the inspector’s own, from keys obtained elsewhere.',
  ],
  [
    'Danh sách trọn vẹn đến điểm kiểm nêu trên; việc ghi sau đó không có ở đây. Nội dung khai có đúng sự thật hay không thì không máy nào chứng minh được.',
    'The list is complete up to the checkpoint named above; what was recorded later is not in it. Whether what was written is true, no machine proves.',
  ],
] as const;

/**
 * The printable report of a bundle: one HTML page that loads nothing and runs nothing. Depends on the parts
 * alone, so the same parts give the same page; the bundle holds its hash.
 */
export const bundleReport = (parts: ReportParts): string => {
  const events = reportEventsOf(parts.events);
  const erased = events
    .flatMap(({ texts }) => texts)
    .filter(({ erasedAt, value }) => value === null && erasedAt !== null);
  const page = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Vết trách nhiệm / Responsibility trail</title>
        <style>
          ${styles}
        </style>
      </head>
      <body>
        <h1>${both('Vết trách nhiệm', 'Responsibility trail')}</h1>
        <h2>${both('Về ai, việc gì; mỗi vết trọn vẹn', 'About whom and what; each trail complete')}</h2>
        ${subjectsOf(parts)}
        <p>
          ${both('Thời kỳ (giờ vào sổ)', 'period (recorded)')}: ${periodOf(events)}. ${both('Số việc', 'events')}:
          ${events.length}. ${both('Nội dung đã xóa hợp pháp', 'lawfully erased')}: ${erased.length}.
          ${both('Lập lúc', 'made at')}: ${when(parts.madeAt)}.
          ${both('Mọi giờ theo giờ Việt Nam', 'all times in Vietnam time')}.
        </p>
        <h2>${both('Các việc', 'Events')}</h2>
        <table>
          <thead>
            <tr>
              ${headings.map(([vi, en]) => html`<th>${both(vi, en)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${events.map(rowOf)}
          </tbody>
        </table>
        <h2>${both('Điểm kiểm', 'Checkpoint')}</h2>
        ${checkpointOf(parts)}
        <h2>${both('Cách kiểm chứng', 'How to verify')}</h2>
        ${howTo.map(([vi, en]) => html`<p>${vi}<br /><span lang="en">${en}</span></p>`)}
      </body>
    </html> `;
  return page.html;
};
