/** HTML that may be put into HTML as it is; everything else is text and gets escaped. */
export class Markup {
  constructor(readonly html: string) {}
}

type Content = Markup | string | number | bigint | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

const render = (content: Content): string => {
  if (content instanceof Markup) return content.html;
  if (typeof content === 'object') return content.map(render).join('');
  return escaped(String(content));
};

/** A template of HTML. What stands in it is escaped unless it is markup itself, so a text never becomes a tag. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  new Markup(parts.map((part, at) => `${part}${render(contents[at] ?? '')}`).join(''));
