import { describe, expect, it } from '@jest/globals';
import { formatPublicKey, signerOf } from '#evidence/note/ed25519.ts';
import { readConfig } from '#platform/config.ts';
import { InvalidSettings, settingsOf } from './settings.ts';

const seed = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const witness = (name: string): string => formatPublicKey(signerOf(name, seed(7), () => 0n).publicKey);
const settings = (env: Record<string, string>) => settingsOf(readConfig(env).evidence);
const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    settings(env);
    return [];
  } catch (error) {
    if (error instanceof InvalidSettings) return error.faults;
    throw error;
  }
};

describe('settings of evidence', () => {
  it('are whole without any variable: nobody cosigns, nothing is time-stamped', () => {
    expect(settings({ LEDGER_EVIDENCE_DIR: '/e' })).toEqual({
      folder: '/e',
      origin: 'so-cai.localhost/ledger',
      witnesses: [],
      quorum: 0,
      tsaUrl: null,
      checkpointIntervalMs: 10_000,
      heartbeatMs: 3_600_000,
      tsaIntervalMs: 3_600_000,
    });
  });

  it('take witnesses apart, and ask for more than half of them unless told', () => {
    const env = {
      LEDGER_WITNESSES: `https://w1.example/w/=${witness('w1.example')}  http://w2.example=${witness('w2.example')}\n`,
      LEDGER_TSA_URL: 'https://tsa.example/',
      LEDGER_TSA_INTERVAL: '15m',
      LEDGER_CHECKPOINT_INTERVAL: '2s',
    };
    expect(settings(env)).toMatchObject({
      witnesses: [
        { url: 'https://w1.example/w', key: { name: 'w1.example', type: 4 } },
        { url: 'http://w2.example', key: { name: 'w2.example', type: 4 } },
      ],
      quorum: 2,
      tsaUrl: 'https://tsa.example/',
      tsaIntervalMs: 900_000,
      checkpointIntervalMs: 2_000,
    });
    expect(settings({ ...env, LEDGER_WITNESS_QUORUM: '1' }).quorum).toBe(1);
  });

  it('are refused with every fault at once', () => {
    const log = formatPublicKey(signerOf('w3.example', seed(7)).publicKey);
    const twice = `http://a=${witness('w1.example')} http://b=${witness('w1.example')}`;
    const faults = faultsOf({
      LEDGER_ORIGIN: 'a b',
      LEDGER_TSA_URL: 'tsa.example',
      LEDGER_WITNESSES: `nonsense ftp://x=${witness('w')} http://x=w+1+2 http://x=${log} ${twice}`,
      LEDGER_WITNESS_QUORUM: '3',
      LEDGER_CHECKPOINT_INTERVAL: '0s',
      LEDGER_TSA_INTERVAL: '999999h',
      LEDGER_SIGNING_KEY: 'secret',
      LEDGER_SIGNING_KEY_FILE: 'file',
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'LEDGER_ORIGIN',
      'LEDGER_TSA_URL',
      ...Array.from({ length: 5 }, () => 'LEDGER_WITNESSES'),
      'LEDGER_WITNESS_QUORUM',
      'LEDGER_CHECKPOINT_INTERVAL',
      'LEDGER_TSA_INTERVAL',
      'LEDGER_SIGNING_KEY, LEDGER_SIGNING_KEY_FILE',
    ]);
    expect(faults.join('\n')).not.toContain('secret');
  });

  it('keep the last part of the origin free for the number of an incarnation', () => {
    expect(faultsOf({ LEDGER_ORIGIN: 'so-cai.example/2' })).toHaveLength(1);
    expect(faultsOf({ LEDGER_ORIGIN: 'so-cai.example/tinh-2' })).toEqual([]);
  });
});
