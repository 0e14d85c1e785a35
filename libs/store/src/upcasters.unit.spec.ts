import { describe, expect, it } from '@jest/globals';
import { chainUpcasters, type Upcaster } from './upcasters.ts';

const steps: readonly Upcaster[] = [
  { type: 'note', from: 2, up: (data) => [data, 'three'] },
  { type: 'note', from: 1, up: (data) => [data, 'two'] },
  { type: 'other', from: 1, up: () => 'never for a note' },
];

describe('upcaster chain', () => {
  it.each([
    [1, [['one', 'two'], 'three'], 3],
    [2, ['one', 'three'], 3],
    [3, 'one', 3],
    [4, 'one', 4],
  ])('lifts version %i step by step to the newest', (version, data, newest) => {
    const lifted = chainUpcasters(steps)({ type: 'note', version, data: 'one' });
    expect(lifted).toEqual({ type: 'note', version: newest, data });
  });

  it('leaves the event it was given as it was', () => {
    const event = Object.freeze({ type: 'note', version: 1, data: 'one' });
    expect(chainUpcasters(steps)(event)).not.toBe(event);
    expect(event).toEqual({ type: 'note', version: 1, data: 'one' });
  });

  it('refuses two upcasters for one step', () => {
    const twice = [...steps, { type: 'note', from: 1, up: (data: unknown) => data }];
    expect(() => chainUpcasters(twice)).toThrow('two upcasters for note v1');
  });
});
