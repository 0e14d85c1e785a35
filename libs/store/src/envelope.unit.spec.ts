import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from '#evidence/canonical-json.ts';
import { eventOf } from './contract/samples.ts';
import { categoryOf, sameContent, seal, unseal, type SealedEvent } from './envelope.ts';
import { chainUpcasters } from './upcasters.ts';

const asStored = chainUpcasters([]);

describe('sealing', () => {
  it('loses nothing that JSON can say: what is unsealed is what was sealed, in NFC', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (data, unit) => {
        fc.pre(!JSON.stringify([data, unit]).includes('\\u0000'));
        const event = eventOf(1, { data, unit });
        const sealed = seal('dossier-a', event);
        const back = unseal(sealed, { revision: 3, position: 7n }, asStored);
        expect(canonicalize({ ...back, position: 7 })).toBe(
          canonicalize(normal({ ...event, stream: 'dossier-a', revision: 3, position: 7 })),
        );
        expect(sealed.bytes.equals(new TextEncoder().encode(sealed.canonical))).toBe(true);
      }),
    );
  });

  it('gives one text for all spellings of Vietnamese', () => {
    const syllables = fc.array(fc.constantFrom('Hoà', 'thuở', 'Nguyễn', 'ĐẶNG', 'ử', 'ế', ' ', '–', '“', 'x'));
    fc.assert(
      fc.property(syllables, fc.constantFrom('NFC', 'NFD', 'NFKD'), (words, form) => {
        const text = words.join('');
        const [one, other] = [text.normalize('NFC'), text.normalize(form)];
        expect(seal('dossier-a', eventOf(1, { data: { text: other } })).canonical).toBe(
          seal('dossier-a', eventOf(1, { data: { text: one } })).canonical,
        );
      }),
    );
  });

  it('takes no property that is not of the envelope', () => {
    const read = { ...eventOf(1), stream: 'dossier-other', revision: 9, position: 9n };
    expect(seal('dossier-a', read).canonical).toBe(seal('dossier-a', eventOf(1)).canonical);
  });
});

describe('same content', () => {
  it('does not see when it was recorded, and sees everything else', () => {
    const text = (changes: Parameters<typeof eventOf>[1]): SealedEvent => seal('dossier-a', eventOf(1, changes));
    expect(sameContent(text({}), text({ recordedAt: '2030-01-01T00:00:00.000Z' }))).toBe(true);
    expect(sameContent(text({}), text({ occurredAt: '2030-01-01T00:00:00.000Z' }))).toBe(false);
    expect(sameContent(text({ data: { recordedAt: 'a' } }), text({ data: { recordedAt: 'b' } }))).toBe(false);
  });
});

describe('category', () => {
  it.each([
    ['dossier-2025-01', 'dossier'],
    ['unit', 'unit'],
    ['-x', ''],
  ])('of %s is %p', (stream, category) => {
    expect(categoryOf(stream)).toBe(category);
  });
});

const normal = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name.normalize('NFC'), normal(item)]));
};
