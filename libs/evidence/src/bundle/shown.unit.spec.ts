import { describe, expect, it } from '@jest/globals';
import { shown, shownJson, shownName } from './shown.ts';

describe('a sentence that is shown', () => {
  it.each<[string, string]>([
    ['Ủy ban: việc số 5 — “đã ký”', 'Ủy ban: việc số 5 — “đã ký”'],
    ['\u001B[2J', '\\u{1b}[2J'],
    ['a\nb\r\tc', 'a\\u{a}b\\u{d}\\u{9}c'],
    ['\u009B\u00AD', '\\u{9b}\\u{ad}'],
    ['\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['\u202E\u200B\u{E0041}', '\\u{202e}\\u{200b}\\u{e0041}'],
    ['\ud800x', '\\u{d800}x'],
  ])('has every character seen: %j', (text, seen) => {
    expect(shown(text)).toBe(seen);
  });
});

describe('a name that is shown', () => {
  it.each<[string, string, string]>([
    ['what it is when it is plain', 'officer:cb-1 ~!', 'officer:cb-1 ~!'],
    ['each other letter by its number', 'officer:\u0441b', 'officer:\\u{441}b'],
    ['controls by their number', 'đ\u007F\u001F', '\\u{111}\\u{7f}\\u{1f}'],
    ['a character of two units as one', '😀', '\\u{1f600}'],
    ['all of a name as long as ours may be', 'x'.repeat(300), 'x'.repeat(300)],
    ['the beginning of a longer one', `y${'x'.repeat(300)}`, `y${'x'.repeat(299)}… (301)`],
    ['little of a very long one', '\n'.repeat(5000), `${'\\u{a}'.repeat(300)}… (5000)`],
  ])('is %s', (_, name, seen) => {
    expect(shownName(name)).toBe(seen);
  });
});

describe('JSON that is shown', () => {
  it.each<[string, string]>([
    ['{\n  "a": "ủy ban"\n}', '{\n  "a": "ủy ban"\n}'],
    ['"\u0007\u009B\u202E"', '"\\u0007\\u009b\\u202e"'],
    ['"\u{E0041}\u2028"', '"\\udb40\\udc41\\u2028"'],
  ])('keeps its lines and its meaning: %j', (json, seen) => {
    expect(shownJson(json)).toBe(seen);
  });
});
