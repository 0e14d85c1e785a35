import { describe, expect, it } from '@jest/globals';
import { readCalendar } from './calendar-reader.ts';

const good = `
calendar: thu
units: [xa-1]
weekdays: [1, 2, 3, 4, 5, 6]
officeHours: [{ from: '07:00', to: '11:00' }]
versions:
  - version: 1
    announced: { day: 2024-01-01, certainty: V }
    source: Quyết định 1
    knows: { from: 2024-01-01, to: 2024-12-31 }
    off: [{ day: 2024-04-30, name: Lễ, certainty: V }]
  - version: 2
    announced: { day: 2024-04-12, certainty: M }
    source: Quyết định 2
    knows: { from: 2024-01-01, to: 2024-12-31 }
    swaps:
      - { name: Hoán đổi, off: { day: 2024-04-29, certainty: V }, worked: { day: 2024-05-05, certainty: S } }
`;

describe('a calendar file', () => {
  it('R23 is read into whole versions: each holds what the ones before it held', () => {
    const result = readCalendar(good);
    const [first, second] = result.ok ? result.versions : [];
    expect(first).toMatchObject({
      calendarId: 'thu',
      version: 1,
      announcedAt: '2023-12-31T17:00:00.000Z',
      units: ['xa-1'],
      knownTo: '2024-12-31',
      source: 'Quyết định 1 [V]',
    });
    expect(second?.days).toEqual([
      { day: '2024-04-29', off: true, name: 'Hoán đổi', certainty: 'V', swappedWith: '2024-05-05' },
      { day: '2024-04-30', off: true, name: 'Lễ', certainty: 'V', swappedWith: null },
      { day: '2024-05-05', off: false, name: 'Hoán đổi', certainty: 'S', swappedWith: '2024-04-29' },
    ]);
  });

  const faultsIn = (text: string): string[] => {
    const result = readCalendar(text);
    return result.ok ? [] : result.faults.map(({ path, messageEn }) => `${path}: ${messageEn}`);
  };

  it('names every fault with its place, and reads nothing', () => {
    const wrong = good
      .replace('weekdays: [1, 2', "weekdays: ['1', 2")
      .replace('{ day: 2024-04-30, name: Lễ, certainty: V }', "{ day: 2024-04-31, name: '', certainty: X, why: not }")
      .replace('{ day: 2024-05-05, certainty: S }', 'later')
      .replace('version: 2', 'edition: 2');
    expect(faultsIn(wrong)).toEqual([
      'weekdays[0]: must be a whole number',
      'versions[0].off[0].why: unknown key; known keys: day, name, certainty',
      'versions[0].off[0].day: must be a day that exists, written yyyy-MM-dd',
      'versions[0].off[0].certainty: must be one of: V, S, M',
      'versions[0].off[0].name: must be text that is not empty',
      expect.stringMatching(/^versions\[1\]\.edition: unknown key/),
      'versions[1].swaps[0].worked: must be a group of key: value',
      'versions[1].swaps[0].worked.day: must be a day that exists, written yyyy-MM-dd',
      'versions[1].swaps[0].worked.certainty: must be one of: V, S, M',
      'versions[1].version: must be a whole number',
    ]);
  });

  it.each([
    ['calendar: [', /Malformed YAML/],
    ['- 1', /must be a group of key: value/],
    [good.replace(/versions:[^]*/, 'versions: []'), /needs at least one version/],
    [`a: &a [x]\nb: [${'*a, '.repeat(40)}]`, /must be a group of key: value/],
  ])('is refused when it is no calendar at all (%#)', (text, expected) => {
    expect(faultsIn(text).join('\n')).toMatch(expected);
  });
});
