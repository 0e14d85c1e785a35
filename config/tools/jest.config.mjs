import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** The screens are tested in a real Chromium. CI has one; elsewhere a missing one is said, not failed. */
const browser = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const withoutBrowser = process.env['CI'] !== 'true' && !existsSync(browser);
if (withoutBrowser) {
  process.stderr.write(
    `Không có ${browser}: không chạy kiểm thử màn hình (đặt CHROMIUM). / no ${browser}: screens are not tested (set CHROMIUM).\n`,
  );
}

/** Time stamps are held against those of openssl itself; tokens it made earlier are checked everywhere. */
const openssl = process.env['OPENSSL'] ?? '/usr/bin/openssl';
const withoutOpenssl = process.env['CI'] !== 'true' && !existsSync(openssl);
if (withoutOpenssl) {
  process.stderr.write(
    `Không có ${openssl}: không thử với dấu thời gian mới của openssl (đặt OPENSSL). / no ${openssl}: fresh time stamps of openssl are not tested (set OPENSSL).\n`,
  );
}

/** Tests run as native ES modules; `source` makes package.json `imports` point at TypeScript. */
export default {
  rootDir: '../..',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    ...(withoutBrowser ? ['/test/acceptance/web[^/]*[.]e2e[.]spec[.]ts$'] : []),
    ...(withoutOpenssl ? ['/openssl-[^/]*[.]int[.]spec[.]ts$'] : []),
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/var/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/start-postgres.ts',
  globalTeardown: '<rootDir>/test/support/stop-postgres.ts',
  reporters: ['default', '<rootDir>/config/tools/test-counts.mjs'],
  testTimeout: 60_000,
  // Most of the long ones wait for a database or a browser: two at a time, on two cores as well.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
