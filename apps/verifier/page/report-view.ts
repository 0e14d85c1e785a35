import type { Verdict } from '#evidence/bundle/verdict.ts';
import { element, section } from './dom.ts';
import { phrase } from './language.ts';

type Printable = { readonly markup: string; readonly styles: readonly string[] };

const sheet = /<style\b[^>]*>(.*?)<\/style\s*>/gisu;
const script = /<script\b[^>]*>.*?<\/script\s*>/gisu;

/**
 * The report without what the page's content policy would refuse anyway: no script, and the style sheets apart.
 * Only for looks: what a pattern overlooks, the frame and the policy still refuse.
 */
const printable = (report: string): Printable => ({
  markup: report.replace(script, '').replace(sheet, ''),
  styles: Array.from(report.matchAll(sheet), ([, style = '']) => style),
});

/** The policy names the page's own style alone; sheets that are made of objects it leaves to whoever makes them. */
const restyle = ({ contentDocument: inner, contentWindow }: HTMLIFrameElement, styles: readonly string[]): void => {
  const Sheet = (contentWindow as (Window & typeof globalThis) | null)?.CSSStyleSheet;
  if (inner === null || Sheet === undefined) return;
  inner.adoptedStyleSheets = styles.map((style) => {
    const made = new Sheet();
    made.replaceSync(style);
    return made;
  });
};

/** The report as it was bound into an intact bundle. Its frame runs no script and loads nothing. */
export const reportView = ({ report }: Verdict): HTMLElement | null => {
  if (report === null) return null;
  const title = { vi: 'Bản in trong gói', en: 'Printable report in the bundle' };
  const { markup, styles } = printable(report);
  const frame = element('iframe', { sandbox: 'allow-same-origin', title: phrase(title), srcdoc: markup });
  frame.addEventListener('load', () => restyle(frame, styles));
  const save = element('button', { type: 'button' }, phrase({ vi: 'Lưu bản in', en: 'Save the report' }));
  save.addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([report], { type: 'text/html' }));
    element('a', { href: url, download: 'ban-in.html' }).click();
    URL.revokeObjectURL(url);
  });
  const bound = phrase({
    vi: 'Đây là bản mà sổ đã niêm phong; lời lẽ của nó không được đối chiếu với các việc.',
    en: 'This is the one that the ledger sealed; its wording was not compared with the events.',
  });
  return section(title, element('p', {}, bound), element('p', {}, save), frame);
};
