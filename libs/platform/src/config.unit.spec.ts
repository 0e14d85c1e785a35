import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InvalidConfig, readConfig } from './config.ts';

describe('configuration from the environment', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      dataDir: resolve('./var'),
      databaseUrl: null,
      appDatabaseUrl: null,
      host: '127.0.0.1',
      port: 3000,
      jwksUrl: null,
      issuer: 'https://ledger.localhost/dev',
      audience: 'accountability-ledger',
      logLevel: 'info',
      evidence: {
        dir: resolve('./var/evidence'),
        origin: 'so-cai.localhost/ledger',
        signingKey: null,
        signingKeyFile: null,
        witnesses: '',
        witnessQuorum: '',
        tsaUrl: null,
        tsaRootsFile: null,
        tsaInterval: '1h',
        checkpointInterval: '10s',
      },
    });
  });

  it('keeps evidence beside the data, wherever that is, unless it is given a place of its own', () => {
    expect(readConfig({ LEDGER_DATA_DIR: 'elsewhere' }).evidence.dir).toBe(resolve('elsewhere/evidence'));
    expect(readConfig({ LEDGER_DATA_DIR: 'x', LEDGER_EVIDENCE_DIR: 'apart' }).evidence.dir).toBe(resolve('apart'));
  });

  it('names every fault at once', () => {
    const env = { DATABASE_URL: 'mysql://x', LEDGER_JWKS_URL: 'keys', LEDGER_PORT: '70000', LEDGER_LOG_LEVEL: 'loud' };
    const faultsOf = (): readonly string[] => {
      try {
        readConfig(env);
      } catch (error) {
        if (error instanceof InvalidConfig) return error.faults;
        throw error;
      }
      return [];
    };
    expect(faultsOf().map((fault) => fault.split(':')[0])).toEqual([
      'DATABASE_URL',
      'LEDGER_JWKS_URL',
      'LEDGER_PORT',
      'LEDGER_LOG_LEVEL',
    ]);
  });

  it('refuses an application connection without the owner that migrates', () => {
    expect(() => readConfig({ LEDGER_APP_DATABASE_URL: 'postgres://a@h/b' })).toThrow(InvalidConfig);
  });
});
