import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.ts';
import { authenticate } from './auth/authentication.ts';
import type { ApiDependencies } from './dependencies.ts';
import { closeGracefully } from './edge/closing.ts';
import { observe } from './edge/observe.ts';
import { requestIdOf } from './edge/request-id.ts';
import { RouteBook } from './edge/route-book.ts';
import { onRouterError, onSocketError } from './edge/send-problem.ts';
import { ApiMetrics } from './metrics/api-metrics.ts';
import { nestLogger } from './nest-logger.ts';
import { describeApi } from './openapi/document.ts';
import { serveDocuments } from './openapi/serve-documents.ts';
import { serveVerifier } from './web/serve-verifier.ts';
import { serveWeb } from './web/serve-web.ts';

export type { ApiDependencies } from './dependencies.ts';

const bodyLimitBytes = 1024 * 1024;
/** A request that has not arrived whole by then is cut off. */
const requestTimeoutMs = 30_000;

/**
 * The HTTP API, ready to `listen`. `close()` lets requests under way finish; the dependencies stay
 * open, for the caller owns them.
 */
export const createApi = async (deps: ApiDependencies): Promise<NestFastifyApplication> => {
  const { logger } = deps;
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    genReqId: requestIdOf,
    // What still arrives while closing is served (closing.ts).
    return503OnClosing: false,
    frameworkErrors: onRouterError(logger),
    clientErrorHandler: onSocketError,
  });
  const instance = adapter.getInstance();
  const routes = new RouteBook();
  const metrics = new ApiMetrics();
  routes.watch(instance);
  closeGracefully(instance);
  observe(instance, logger, metrics);
  authenticate(instance, deps.tokens, logger);
  instance.removeContentTypeParser('text/plain');
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.on(deps, { routes, metrics }), adapter, {
    bodyParser: false,
    logger: nestLogger(logger),
    abortOnError: false,
  });
  await serveDocuments(instance, describeApi(app));
  if (deps.verifierPage !== undefined) await serveVerifier(instance, deps.verifierPage);
  if (deps.webRoot !== undefined) await serveWeb(instance, deps.webRoot);
  await app.init();
  return app;
};
