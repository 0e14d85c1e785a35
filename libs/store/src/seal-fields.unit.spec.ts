import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSealed, opens, saltBytes, sealedFieldsIn } from '#evidence/sealed/sealed-field.ts';
import { eventOf } from './contract/samples.ts';
import { sealFields } from './seal-fields.ts';
import { sealedFields } from './sealed-fields.ts';

/** Data that has a text at every place the table names, twice where it names a list. */
const dataWith = (paths: readonly string[]): Record<string, unknown> => {
  const data: Record<string, unknown> = { plain: 'không niêm phong' };
  for (const [index, path] of paths.entries()) put(data, path.split('/'), `nội dung ${index}`);
  return data;
};

const put = (holder: Record<string, unknown>, [step = '', ...rest]: readonly string[], text: string): void => {
  if (rest.length === 0) holder[step] = text;
  else if (rest[0] === '*') holder[step] = twice(holder[step], rest.slice(1), text);
  else put((holder[step] ??= {}) as Record<string, unknown>, rest, text);
};

const twice = (before: unknown, rest: readonly string[], text: string): unknown[] => {
  if (rest.length === 0) return [text, text];
  const items = (before ?? [{}, {}]) as Record<string, unknown>[];
  for (const item of items) put(item, rest, text);
  return items;
};

describe('sealing fields', () => {
  it.each(Object.entries(sealedFields))(
    'of %s replaces every text that the table names, and nothing else',
    (type, paths) => {
      const event = eventOf(1, { type, data: dataWith(paths) });
      const before = structuredClone(event);
      const { data, openings } = sealFields(event);
      const places = paths.reduce((sum, path) => sum + (path.includes('*') ? 2 : 1), 0);
      const fields = new Map(sealedFieldsIn({ data }).map(({ path, field }) => [path, field]));
      expect(fields.size).toBe(places);
      for (const opening of openings) {
        expect(opening.salt).toHaveLength(saltBytes);
        const field = fields.get(opening.path);
        expect(field !== undefined && opens(opening, field)).toBe(true);
      }
      expect(new Set(openings.map(({ salt }) => Buffer.from(salt).toString('hex'))).size).toBe(places);
      expect(data).toMatchObject({ plain: 'không niêm phong' });
      expect(event).toEqual(before);
    },
  );

  it('leaves alone what is no text, is not there, or has another shape', () => {
    const shapes = [
      null,
      'chữ',
      7,
      [],
      { questions: null },
      { questions: 'q' },
      { questions: [null, 'q', { text: null }] },
    ];
    for (const data of shapes) {
      expect(sealFields(eventOf(1, { type: 'consultation.requested', data }))).toEqual({ data, openings: [] });
    }
  });

  it('takes no salt twice, and says nothing of a text: equal texts are sealed apart', () => {
    const texts = Array.from({ length: 1_000 }, () => 'như nhau');
    const { data } = sealFields(eventOf(1, { type: 'submission.returned', data: { defects: texts } }));
    const { defects } = data as { defects: readonly { sealed: string }[] };
    expect(defects.every(isSealed)).toBe(true);
    expect(new Set(defects.map(({ sealed }) => sealed)).size).toBe(1_000);
  });

  it('keeps the value in NFC', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0'));
        const { openings } = sealFields(eventOf(1, { type: 'dossier.submitted', data: { proposal: text } }));
        expect(openings.map(({ value }) => value)).toEqual([text.normalize('NFC')]);
      }),
    );
  });
});
