import { describe, expect, it } from '@jest/globals';
import { en } from './en.ts';
import { textsIn } from './text.ts';
import { vi } from './vi.ts';

const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('the two dictionaries', () => {
  it('have the same keys', () => expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort()));

  it.each(Object.entries(vi))('%s fills the same places in both languages', (key, text) => {
    expect(text).not.toBe('');
    expect(places(en[key as keyof typeof vi])).toEqual(places(text));
  });

  it('are written in composed letters, so that searching the page finds them', () => {
    for (const text of Object.values(vi)) expect(text).toBe(text.normalize('NFC'));
  });
});

describe('texts', () => {
  it('fills in values and leaves an unnamed place visible', () => {
    const { text } = textsIn('vi');
    expect(text('problem.request', { id: 'r-1' })).toBe('Mã yêu cầu: r-1');
    expect(text('problem.request')).toBe('Mã yêu cầu: {id}');
  });

  it('shows an event this version does not know under its own name', () => {
    expect(textsIn('vi').label('event', 'dossier.returned')).toBe('Trả lại');
    expect(textsIn('en').label('event', 'dossier.something-new')).toBe('dossier.something-new');
  });

  it('writes numbers as the language does', () => {
    expect(textsIn('vi').count(12_345)).toBe('12.345');
    expect(textsIn('en').count(12_345)).toBe('12,345');
    expect(textsIn('vi').share(1, 8)).toBe('12,5%');
    expect(textsIn('en').share(0, 0)).toBe('0%');
  });
});
