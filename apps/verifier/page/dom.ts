import type { Bilingual } from '../src/arguments.ts';
import { inEveryLanguage, phrase } from './language.ts';

type Attributes = Readonly<Record<string, string | boolean>>;
type Child = Node | string | null;

/** An element with attributes (`true`: there, without a value; `false`: not there). Texts stay texts, never markup. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children.filter((child) => child !== null));
  return made;
};

/** An element that stays and says its text in whatever language the page speaks. */
export const spoken = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  text: Bilingual,
): HTMLElementTagNameMap[Tag] => {
  const made = element(tag, attributes);
  inEveryLanguage(() => {
    made.textContent = phrase(text);
  });
  return made;
};

/** A heading with what stands under it; nothing when there is nothing. */
export const section = (title: Bilingual, ...children: readonly Child[]): HTMLElement =>
  element('section', {}, element('h2', {}, phrase(title)), ...children);
