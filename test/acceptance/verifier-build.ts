import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../support/repository.ts';

/** Builds `verify.mjs` and `verify.html` from the working copy, so that no older build is tested by mistake. */
export const buildVerifier = async (outDir: string): Promise<void> => {
  // The test runner's own Node options would slow the bundler's threads down.
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, ['apps/verifier/build.mjs', outDir], { cwd: root, env });
};
