import { objection } from '../rule.ts';
import { findText } from '../texts-in.ts';

/** What is said is said in words: a text is either absent (null) or not blank. Serves R06 (reason and basis of a return). */
export const filledTexts = ({ command }: { readonly command: object }) => {
  const blank = findText(command, (text) => text.trim() === '');
  return blank ? objection('act.text-blank', { field: blank.path }) : null;
};
