import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { systemClock } from '#platform/clock.ts';
import type { LedgerConfig } from '#platform/config.ts';
import type { Logger } from '#platform/logging.ts';
import type { OpenLedger } from './compose.ts';
import { CliFailure, codeOf } from './frame/failure.ts';

/** Where `npm run build` puts the web application, seen from the built command line. */
const builtWeb = fileURLToPath(new URL('../../../web', import.meta.url));

/** The page that verifies bundles by itself, from the same build. */
const builtVerifier = fileURLToPath(new URL('../../../verify.html', import.meta.url));

/** The API over an open ledger, not listening yet. Without an identity provider it issues tokens itself. */
export const apiOver = async (ledger: OpenLedger, logger: Logger): Promise<NestFastifyApplication> => {
  const { createApi, DevelopmentIssuer, JoseTokenVerifier } = await apiParts();
  const { config, store, readModels, evidence } = ledger;
  const names = { issuer: config.issuer, audience: config.audience };
  const issuer = config.jwksUrl === null ? await DevelopmentIssuer.open(config.dataDir, names) : null;
  return createApi({
    store,
    readModels,
    clock: systemClock,
    logger,
    evidence: evidence.settings,
    tokens: issuer?.verifier() ?? new JoseTokenVerifier({ keys: new URL(config.jwksUrl ?? ''), ...names }),
    ...(existsSync(builtWeb) ? { webRoot: builtWeb } : {}),
    ...(existsSync(builtVerifier) ? { verifierPage: builtVerifier } : {}),
    ...(issuer === null ? {} : { issuer }),
  });
};

/** Loaded only here: most commands serve nothing and need no web framework. */
const apiParts = async () => {
  const { createApi } = await import('#api/create-api.ts');
  const { DevelopmentIssuer } = await import('#api/auth/development-issuer.ts');
  const { JoseTokenVerifier } = await import('#api/auth/jose-token-verifier.ts');
  return { createApi, DevelopmentIssuer, JoseTokenVerifier };
};

/** Listens where the configuration says and answers the address. Port 0 takes any free one. */
export const listen = async (api: NestFastifyApplication, { host, port }: LedgerConfig): Promise<string> => {
  // At Fastify itself: Nest would log a taken port once more, between the person and the sentence that helps.
  await orSayWhyNot({ host, port }, () => api.getHttpAdapter().getInstance().listen({ host, port }));
  const address = api.getHttpServer().address() as { readonly port: number };
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${String(address.port)}`;
};

/** Found out before the long work, not after it. */
export const refuseTakenPort = ({ host, port }: LedgerConfig): Promise<void> =>
  orSayWhyNot({ host, port }, async () => {
    const server = createServer().listen(port, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  });

const orSayWhyNot = async (
  { host, port }: Pick<LedgerConfig, 'host' | 'port'>,
  work: () => Promise<unknown>,
): Promise<void> => {
  try {
    await work();
  } catch (error) {
    throw new CliFailure(listenText(error, `${host}:${String(port)}`), 1, { cause: error });
  }
};

const listenText = (error: unknown, place: string) => {
  const code = codeOf(error);
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
