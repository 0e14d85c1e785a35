import type { FastifyInstance } from 'fastify';
import type { Logger } from '#platform/logging.ts';
import type { ApiMetrics } from '../metrics/api-metrics.ts';
import { securityHeaders } from './response-headers.ts';

/** Every answer carries its request id and the security headers, and leaves one line and one measurement. */
export const observe = (instance: FastifyInstance, logger: Logger, metrics: ApiMetrics): void => {
  instance.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id).headers(securityHeaders);
    done();
  });
  instance.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    const { method } = request;
    const status = reply.statusCode;
    metrics.httpSeconds.observe({ method, route, status }, reply.elapsedTime / 1000);
    // No query string and no body: they may name people.
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    logger.info({ requestId: request.id, method, route, status, ms, caller: request.caller?.subject }, 'request');
    done();
  });
};
