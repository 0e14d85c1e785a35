import { describe, expect, it } from '@jest/globals';
import { log, officer, policy, SampleLedger, story } from '../../test/bundle/sample-ledger.ts';
import { writeBundle } from './bundle.ts';
import { shownJson } from './shown.ts';
import { verdictLines } from './verdict-text.ts';
import type { Verdict } from './verdict.ts';
import { verifyBundle } from './verify-bundle.ts';

const { ledger, mapAt } = story();
const parts = ledger.parts([officer], mapAt);
const said = (verdict: Verdict): readonly string[] => verdictLines(verdict).flatMap(({ vi, en }) => [vi, en]);

describe('names that a file gives', () => {
  it.each([
    ['clears the terminal', 'officer:\u001B[2J\u001B[HNGUYÊN VẸN'],
    ['is a line of its own', 'officer:x\nINTACT'],
    ['begins a control sequence in one character', 'officer:\u009B2J'],
    ['turns the line round', 'officer:\u202Etcatni'],
    ['hides a character', 'officer:cb\u200B-1'],
    ['only looks like another', 'officer:\u0441b-1'],
    ['tags in the last plane', 'officer:\u{E0041}cb-1'],
  ])('cannot write the verdict: a subject that %s', (_, name) => {
    const subjects = parts.subjects.map((subject) => ({ ...subject, name }));
    const verdict = verifyBundle(writeBundle({ ...parts, subjects }, log), policy);
    expect([verdict.verdict, verdict.findings.length > 0]).toEqual(['tampered', true]);
    for (const line of said(verdict)) expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\u0400-\u04ff]/u);
    expect(said(verdict).some((line) => line.includes('officer:') && line.includes('\\u{'))).toBe(true);
  });

  it('cannot write the verdict: the path of a text, however long', () => {
    const path = `/data/\u001B[8m${'x'.repeat(5_000)}`;
    const [first, ...more] = parts.events;
    const openings = [{ path, salt: new Uint8Array(32), value: '' }];
    const events = first === undefined ? [] : [{ ...first, openings }, ...more];
    const lines = said(verifyBundle(writeBundle({ ...parts, events }, log), policy));
    for (const line of lines) expect(line).not.toMatch(/\p{C}/u);
    expect(lines.some((line) => line.includes('/data/\\u{1b}[8m'))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(500);
  });

  it('stay what they are for programs, in characters that can be seen', () => {
    const value = { name: 'officer:\u009B\u202E\u{E0041}ủy ban\n' };
    const json = shownJson(JSON.stringify(value, null, 2));
    expect(json).not.toMatch(/[^\P{C}\n]/u);
    expect(json).toContain('ủy ban');
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe('a bundle that is not intact', () => {
  const erased = (change: object): Verdict => {
    const sample = new SampleLedger();
    sample.append({ stream: 'dossier-hs-1', officer: 'cb-1', reason: 'lý do' });
    sample.erase(0, [officer]);
    const made = sample.parts([officer], sample.recordMap());
    return verifyBundle(writeBundle({ ...made, ...change }, log), policy);
  };

  it('says of no text that its erasure was lawful', () => {
    expect(said(erased({}))).toContain('Lawfully erased:');
    const broken = erased({ inclusion: [new Uint8Array(32)] });
    expect([broken.verdict, said(broken).includes('Lawfully erased:')]).toEqual(['tampered', false]);
  });
});
