import { execFile } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { root } from '../support/repository.ts';

const sample = 40;

/** A fixed choice of all mutants; `npm run mutants` judges every one. */
it('a spoilt verifier is noticed by the tests of the library, or is spoilt in a way that is explained', async () => {
  const { code, told } = await new Promise<{ readonly code: unknown; readonly told: string }>((resolve) => {
    execFile(
      process.execPath,
      ['config/tools/mutants.mjs', '--sample', String(sample)],
      { cwd: root, env: { PATH: process.env['PATH'] }, maxBuffer: 2 ** 24 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, told: stdout + stderr }),
    );
  });
  expect({ code, told }).toEqual({ code: 0, told: expect.stringContaining(`${sample} mutants`) as unknown });
}, 300_000);
