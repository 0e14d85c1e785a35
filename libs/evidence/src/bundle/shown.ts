/*
 * What a file says of itself is shown to people before anything in it is believed. A terminal obeys control
 * characters, and marks of direction turn a line round: a hostile file must not be able to write the verdict.
 */

/** Controls, marks of direction and other characters without a shape, ends of lines and paragraphs, half characters. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** Ids of a ledger and names of members are ASCII: any other letter only looks like one of them. */
const notPlain = /[^\u0020-\u007e]/gu;
/** Longer than any name of ours. */
const maxNameLength = 300;

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) as number).toString(16)}}`;

/** A sentence as one line in which every character can be seen. */
export const shown = (text: string): string => text.replaceAll(unseen, escaped);

/** An id or a path from a file: plain letters alone, cut where no name of ours would end. */
export const shownName = (name: string): string => {
  const plain = name.slice(0, maxNameLength).replaceAll(notPlain, escaped);
  return name.length > maxNameLength ? `${plain}… (${name.length})` : plain;
};

const escapedUnits = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/** The same JSON, in which every character but the ends of its lines can be seen. */
export const shownJson = (json: string): string =>
  json.replaceAll(unseen, (character) => (character === '\n' ? character : escapedUnits(character)));
