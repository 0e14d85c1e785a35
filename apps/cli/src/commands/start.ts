import type { Command } from 'commander';
import { systemClock } from '#platform/clock.ts';
import { createLogger, type Logger } from '#platform/logging.ts';
import { ensureCalendars } from '../calendars/ensure-calendars.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { ledgerCommand, option } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { facts } from '../frame/table.ts';
import { servingConfigOf, withServing, type ServingOptions } from '../frame/serving.ts';
import { publishRulebook } from '../rules/publish-rulebook.ts';
import { apiOver, listen, refuseTakenPort, untilStopped } from '../serve.ts';
import { keeping } from '../views.ts';

export const startCommand = (context: CliContext): Command =>
  withServing(
    ledgerCommand('start', {
      vi: 'Chạy sổ cái: API, tiến trình theo dõi và màn hình trên một cổng',
      en: 'Run the ledger: API, follower and screens on one port',
    }),
  )
    .addOption(
      option('--only <part>', {
        vi: 'chỉ một nửa, để chạy hai nơi: api phục vụ, worker theo dõi sổ cái',
        en: 'one half, to run them apart: api serves, worker follows the ledger',
      }).choices(['api', 'worker']),
    )
    .action(async (options: StartOptions) => {
      const config = servingConfigOf(context.env, options);
      if (options.only !== 'worker') await refuseTakenPort(config);
      const ledger = await openLedger(config);
      try {
        await ensureCalendars(ledger);
        await publishRulebook({ store: ledger.store, clock: systemClock });
        await run(context, ledger, options);
      } finally {
        await ledger.close();
      }
    });

type StartOptions = ServingOptions & { readonly only?: 'api' | 'worker' };

const run = async (context: CliContext, ledger: OpenLedger, options: StartOptions): Promise<void> => {
  const logger = createLogger(ledger.config.logLevel, process.stderr);
  const serving = () => serve(context, ledger, { options, logger });
  if (options.only === 'api') {
    await ledger.anchors.follow();
    return serving();
  }
  return keeping(ledger, logger, options.only === 'worker' ? () => untilStopped(context.stop) : serving);
};

const serve = async (
  context: CliContext,
  ledger: OpenLedger,
  { options, logger }: { readonly options: StartOptions; readonly logger: Logger },
): Promise<void> => {
  const api = await apiOver(ledger, logger);
  try {
    const url = await listen(api, ledger.config);
    if (options.json) context.output.json(places(url, ledger));
    else for (const line of facts(describe(url, ledger))) context.output.line(line);
    await untilStopped(context.stop);
  } finally {
    await api.close();
  }
};

const places = (url: string, { config }: OpenLedger) => ({
  url,
  api: `${url}/v1`,
  docs: `${url}/docs`,
  openapi: `${url}/openapi.json`,
  health: `${url}/health/ready`,
  metrics: `${url}/metrics`,
  devToken: config.jwksUrl === null ? `${url}/dev/token` : null,
  dataDir: config.databaseUrl === null ? config.dataDir : null,
});

const describe = (url: string, ledger: OpenLedger): (readonly [string, string | null])[] => {
  const { docs, health, metrics, devToken, dataDir } = places(url, ledger);
  return [
    ['Màn hình / screens', url],
    ['API', `${docs} (mô tả / description)`],
    ['Sức khỏe / health', health],
    ['Số đo / metrics', metrics],
    ['Mã truy cập thử / trial token', devToken === null ? null : `POST ${devToken}`],
    ['Dữ liệu / data', dataDir ?? 'DATABASE_URL'],
    ['Dừng / stop', 'Ctrl-C'],
  ];
};
