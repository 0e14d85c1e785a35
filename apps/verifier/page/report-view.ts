import type { Verdict } from '#evidence/bundle/verify-bundle.ts';
import { element, section } from './dom.ts';
import { phrase } from './language.ts';

/** The page's content policy forbids the report's own style sheets; a sheet made by hand it does not reach. */
const restyle = (frame: HTMLIFrameElement): void => {
  const { contentDocument: inner, contentWindow } = frame;
  const Sheet = (contentWindow as (Window & typeof globalThis) | null)?.CSSStyleSheet;
  if (inner === null || Sheet === undefined) return;
  const sheets = Array.from(inner.querySelectorAll('style'), ({ textContent }) => {
    const sheet = new Sheet();
    sheet.replaceSync(textContent);
    return sheet;
  });
  inner.adoptedStyleSheets = sheets;
};

/** The report as it was bound into an intact bundle. Its frame runs no script and loads nothing. */
export const reportView = ({ report }: Verdict): HTMLElement | null => {
  if (report === null) return null;
  const title = { vi: 'Bản in trong gói', en: 'Printable report in the bundle' };
  const frame = element('iframe', { sandbox: 'allow-same-origin', title: phrase(title), srcdoc: report });
  frame.addEventListener('load', () => restyle(frame));
  const save = element('button', { type: 'button' }, phrase({ vi: 'Lưu bản in', en: 'Save the report' }));
  save.addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([report], { type: 'text/html' }));
    element('a', { href: url, download: 'ban-in.html' }).click();
    URL.revokeObjectURL(url);
  });
  return section(title, element('p', {}, save), frame);
};
