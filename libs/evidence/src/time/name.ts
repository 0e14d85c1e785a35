import { DerReader, tags } from './der.ts';

const commonName = '2.5.4.3';
const organisation = '2.5.4.10';
/** DirectoryString and IA5String (RFC 5280 section 4.1.2.4) that stand in certificates of this century. */
const encodings: ReadonlyMap<number, string> = new Map([
  [tags.utf8String, 'utf-8'],
  [0x13, 'utf-8'],
  [0x16, 'utf-8'],
  [0x1e, 'utf-16be'],
]);
const maxParts = 40;
const maxLetters = 200;

/** For people to read: nothing in it that moves the cursor or turns the direction of writing. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').slice(0, maxLetters);

type Part = { readonly type: string; readonly text: string };

const readPart = (part: DerReader): Part => {
  const type = part.oid('name');
  const { tag, content } = part.any('name');
  const encoding = encodings.get(tag);
  return { type, text: encoding === undefined ? '' : new TextDecoder(encoding).decode(content) };
};

/** The common name in a Name (DER), else the organisation's, else nothing. */
export const commonNameIn = (name: Uint8Array): string => {
  const reader = new DerReader(name);
  const parts = reader.inside(tags.sequence, 'name', (sets) =>
    sets.each('name', maxParts, (each) =>
      each.inside(tags.set, 'name', (set) =>
        set.each('name', maxParts, (inner) => inner.inside(tags.sequence, 'name', readPart)),
      ),
    ),
  );
  const found = [commonName, organisation].map((type) => parts.flat().findLast((part) => part.type === type)?.text);
  return reader.fault === null ? printable(found.find((text) => text !== undefined && text !== '') ?? '') : '';
};
