import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAtMost } from './read-at-most.ts';

describe('a file named on the command line', () => {
  let folder = '';
  const file = (): string => join(folder, 'file');
  const content = Uint8Array.from({ length: 3_000_000 }, (_, at) => at % 251);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'verifier-files-'));
    writeFileSync(file(), content);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([0, 1, 1_048_576, 2_999_999, 3_000_000, 3_000_001, 2 ** 30])('is read up to %d bytes', (most) => {
    const read = readAtMost(file(), most);
    expect(Buffer.compare(read, content.subarray(0, most))).toBe(0);
  });

  it('ends there also when it has no end, so that it cannot fill the memory', () => {
    expect(readAtMost('/dev/zero', 2_500_000)).toHaveLength(2_500_000);
    expect(readAtMost('/dev/null', 10)).toHaveLength(0);
  });

  it.each([
    ['a folder', () => folder, 'EISDIR'],
    ['not there', () => join(folder, 'none'), 'ENOENT'],
  ])('is told as the system tells it when it is %s', (_, path, code) => {
    expect(() => readAtMost(path(), 10)).toThrow(expect.objectContaining({ code }));
  });
});
