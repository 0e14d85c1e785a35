import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edgeProblems } from './edge-problems.ts';
import { faultTexts } from './faults.ts';

const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const sourceRoot = join(import.meta.dirname, '..');
const sources = readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !/edge-problems|faults\.ts$/.test(name))
  .map((name) => readFileSync(join(sourceRoot, name), 'utf8'))
  .join('\n');

describe.each(Object.entries(edgeProblems))('the problem %s', (code, { status, vi, en }) => {
  it('has a status that names an error and a text in each language with the same facts', () => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(vi).not.toBe(en);
    expect(placeholders(vi)).toEqual(placeholders(en));
  });

  it('is one that this API gives', () => {
    expect(sources).toContain(`'${code}'`);
  });
});

describe.each(Object.entries(faultTexts))('the fault %s', (code, { vi, en }) => {
  it('has a text in each language with the same facts, and a field that has it', () => {
    expect(vi).not.toBe(en);
    expect(placeholders(vi)).toEqual(placeholders(en));
    expect(sources).toContain(`'${code}'`);
  });
});
