import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DevelopmentIssuer } from '#api/auth/development-issuer.ts';
import { JoseTokenVerifier } from '#api/auth/jose-token-verifier.ts';
import { createApi } from '#api/create-api.ts';
import { systemClock } from '#platform/clock.ts';
import type { LedgerConfig } from '#platform/config.ts';
import type { Logger } from '#platform/logging.ts';
import type { OpenLedger } from './compose.ts';
import { CliFailure } from './frame/failure.ts';

/** Where `npm run build` puts the web application, seen from the built command line. */
const builtWeb = fileURLToPath(new URL('../../../web', import.meta.url));

/** The API over an open ledger, not listening yet. Without an identity provider it issues tokens itself. */
export const apiOver = async (ledger: OpenLedger, logger: Logger): Promise<NestFastifyApplication> => {
  const { config, store, readModels } = ledger;
  const names = { issuer: config.issuer, audience: config.audience };
  const issuer = config.jwksUrl === null ? await DevelopmentIssuer.open(config.dataDir, names) : null;
  return createApi({
    store,
    readModels,
    clock: systemClock,
    logger,
    tokens: issuer?.verifier() ?? new JoseTokenVerifier({ keys: new URL(config.jwksUrl ?? ''), ...names }),
    ...(existsSync(builtWeb) ? { webRoot: builtWeb } : {}),
    ...(issuer === null ? {} : { issuer }),
  });
};

/** Listens where the configuration says and answers the address. Port 0 takes any free one. */
export const listen = async (api: NestFastifyApplication, { host, port }: LedgerConfig): Promise<string> => {
  try {
    await api.listen(port, host);
  } catch (error) {
    throw new CliFailure(listenText(error, `${host}:${String(port)}`), 1, { cause: error });
  }
  const address = api.getHttpServer().address() as { readonly port: number };
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${String(address.port)}`;
};

const listenText = (error: unknown, place: string) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') {
    return {
      vi: `Cổng đang bận: ${place}. Chọn cổng khác: --port 3001 (hoặc LEDGER_PORT).`,
      en: `The port is in use: ${place}. Choose another: --port 3001 (or LEDGER_PORT).`,
    };
  }
  if (code === 'EACCES') {
    return {
      vi: `Không được phép mở cổng ${place}. Dùng cổng từ 1024 trở lên.`,
      en: `Not allowed to open ${place}. Use port 1024 or above.`,
    };
  }
  return { vi: `Không mở được ${place}.`, en: `Could not listen on ${place}: ${code || String(error)}` };
};

/** Resolves at the first Ctrl-C or SIGTERM. */
export const untilStopped = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener('abort', () => resolve(), { once: true });
  });
