/**
 * Words of a text as searched: lower case, no diacritics, đ → d. Stripping every mark makes the two
 * ways of placing a tone (hoà, hòa) one word. Only letters and digits remain, so the words are safe
 * in a tsvector or tsquery without quoting rules.
 */
export const foldWords = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

export const foldText = (text: string): string => foldWords(text).join(' ');

/** Every word as a prefix, all of them required; null when the text holds no word at all. */
export const prefixQuery = (text: string): string | null => {
  const words = foldWords(text);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
};
