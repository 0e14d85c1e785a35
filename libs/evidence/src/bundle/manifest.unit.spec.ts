import { describe, expect, it } from '@jest/globals';
import { log, officer, policy, story } from '../../test/bundle/sample-ledger.ts';
import { writeBundle } from './bundle.ts';
import { verifyBundle } from './verify-bundle.ts';

const names = ['dossier:hs-0', officer, 'unit:so-xay-dung'];
const { ledger, mapAt } = story();
const lines = new TextDecoder()
  .decode(writeBundle(ledger.parts(names, mapAt), log))
  .slice(0, -1)
  .split('\n');
const codesOf = (all: readonly string[]): readonly string[] =>
  verifyBundle(new TextEncoder().encode(`${all.join('\n')}\n`), policy).findings.map(({ code }) => code);

const asManifest = (list: readonly string[]): string => `"subjects":${JSON.stringify(list)}`;
const announcing = (list: readonly string[], all: readonly string[] = lines): readonly string[] => [
  (all[0] ?? '').replace(asManifest(names), asManifest(list)),
  ...all.slice(1),
];
const isSubject = (line: string): boolean => line.startsWith('{"subject":');
const subjectLines = lines.filter(isSubject);
const withSubjects = (wanted: readonly string[]): readonly string[] => {
  const at = lines.findIndex(isSubject);
  return [...lines.slice(0, at), ...wanted, ...lines.slice(at + subjectLines.length)];
};
const [first = '', second = '', third = ''] = subjectLines;

describe('what the manifest announces', () => {
  it('is what is there in a bundle that nobody changed', () => {
    expect(codesOf(lines)).toEqual([]);
    expect(announcing(names)).toEqual(lines);
  });

  it.each<[string, readonly string[]]>([
    ['another subject', announcing(['dossier:hs-0', 'officer:cb-2', 'unit:so-xay-dung'])],
    ['another first subject', announcing(['dossier:hs-1', officer, 'unit:so-xay-dung'])],
    ['a subject less', announcing(names.slice(0, 2))],
    ['a subject more', announcing([...names, 'unit:vp'])],
    ['the subjects in another order than theirs', announcing([...names].reverse())],
    ['a token that is not there', [(lines[0] ?? '').replace('"tokens":"0"', '"tokens":"1"'), ...lines.slice(1)]],
    ['subjects out of order', announcing([...names].reverse(), withSubjects([third, second, first]))],
    ['a subject twice', announcing([names[0] ?? '', ...names], withSubjects([first, first, second, third]))],
    ['nobody', announcing([], withSubjects([]))],
  ])('is refused with %s', (_, all) => {
    expect(all).not.toEqual(lines);
    expect(codesOf(all)).toContain('manifest-differs');
  });
});

it('of several bad records the first in the ledger is named first, whatever is wrong with it', () => {
  const all = lines.map((line) => {
    if (line.endsWith(',"position":"10"}')) return line.replace('"occurredAt":"2026', '"occurredAt":"2025');
    return line.endsWith(',"position":"9"}') ? line.replace('lý do 9', 'lý do khác') : line;
  });
  const named = verifyBundle(new TextEncoder().encode(`${all.join('\n')}\n`), policy).findings.filter(
    ({ position }) => position !== null,
  );
  expect(named.map(({ code, position }) => [code, position])).toEqual([
    ['opening-wrong', 9n],
    ['event-changed', 10n],
  ]);
});
