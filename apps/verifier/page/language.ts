import type { Bilingual } from '../src/arguments.ts';

export type PageLanguage = 'vi' | 'en';

let current: PageLanguage = 'vi';
const followers: (() => void)[] = [];

export const pageLanguage = (): PageLanguage => current;

/** The text in the language that the page speaks now. */
export const phrase = (text: Bilingual): string => text[current];

/** Called at once, and again whenever the page begins to speak another language. */
export const inEveryLanguage = (follow: () => void): void => {
  followers.push(follow);
  follow();
};

export const speak = (language: PageLanguage): void => {
  current = language;
  document.documentElement.lang = language;
  for (const follow of followers) follow();
};
