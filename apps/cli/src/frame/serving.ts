import type { Command } from 'commander';
import type { LedgerConfig } from '#platform/config.ts';
import { option, wholeNumber, type CommonOptions } from './command.ts';
import { configOf } from './config.ts';
import type { Environment } from './context.ts';

export type ServingOptions = CommonOptions & { readonly port?: number; readonly host?: string };

export const withServing = (command: Command): Command =>
  command
    .addOption(
      option('--port <n>', {
        vi: 'cổng (thay LEDGER_PORT, mặc định 3000; 0: cổng trống bất kỳ)',
        en: 'port (instead of LEDGER_PORT, default 3000; 0: any free one)',
      }).argParser(wholeNumber(0, 65_535)),
    )
    .addOption(
      option('--host <address>', {
        vi: 'địa chỉ lắng nghe (thay LEDGER_HOST, mặc định 127.0.0.1)',
        en: 'address to listen on (instead of LEDGER_HOST, default 127.0.0.1)',
      }),
    );

export const servingConfigOf = (env: Environment, options: ServingOptions): LedgerConfig => {
  const config = configOf(env, options);
  return { ...config, port: options.port ?? config.port, host: options.host ?? config.host };
};
