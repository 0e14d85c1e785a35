import { InvalidConfig, readConfig, type LedgerConfig } from '#platform/config.ts';
import { InvalidSettings, settingsOf } from '#sealing/signer/settings.ts';
import type { CommonOptions } from './command.ts';
import type { Environment } from './context.ts';
import { CliFailure } from './failure.ts';

/** The environment with the command line over it. */
export const configOf = (env: Environment, { dataDir }: CommonOptions): LedgerConfig => {
  try {
    const config = readConfig(dataDir === undefined ? env : { ...env, LEDGER_DATA_DIR: dataDir });
    settingsOf(config.evidence);
    return config;
  } catch (error) {
    if (!(error instanceof InvalidConfig) && !(error instanceof InvalidSettings)) throw error;
    const faults = error.faults.join('; ');
    throw new CliFailure({ vi: `Cấu hình sai: ${faults}`, en: `Invalid configuration: ${faults}` }, 2, {
      cause: error,
    });
  }
};
