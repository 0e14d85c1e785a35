import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../support/repository.ts';

/** Builds the screens as they are in the working copy, so that no older build is tested by mistake. */
export const buildWeb = async (outDir: string): Promise<void> => {
  const vite = 'node_modules/vite/bin/vite.js';
  const options = ['build', '--config', 'apps/web/vite.config.ts', '--outDir', outDir, '--logLevel', 'error'];
  // The test runner's own Node options would slow the bundler's threads down.
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, ...options], { cwd: root, env });
};
