import { describe, expect, it } from '@jest/globals';
import { refusalCodes } from '#domain/refusals.ts';
import { refusalTexts } from './refusal-texts.ts';

const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole).sort();
const vietnameseLetter = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

describe('refusal texts', () => {
  it('there is one for every code of the domain and for nothing else', () => {
    expect(Object.keys(refusalTexts).sort()).toEqual([...refusalCodes].sort());
  });

  it.each(Object.entries(refusalTexts))('%s speaks both languages with the same facts', (_code, { status, vi, en }) => {
    expect([403, 404, 409, 422]).toContain(status);
    expect(placeholdersOf(vi)).toEqual(placeholdersOf(en));
    expect(vi).toMatch(vietnameseLetter);
    expect(en).not.toMatch(vietnameseLetter);
    for (const text of [vi, en]) {
      expect(text).toMatch(/^[\p{Lu}].*\.$/u);
      expect(text).toBe(text.normalize('NFC'));
    }
  });
});
