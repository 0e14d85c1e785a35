import { HttpException } from '@nestjs/common';
import { EventIdReused } from '#store/event-store.ts';
import type { EdgeCode } from './edge-problems.ts';
import { ActRefused, EdgeProblem, RequestInvalid } from './problem-errors.ts';

const codeByStatus: Readonly<Record<number, EdgeCode>> = {
  400: 'request.bad',
  404: 'not-found',
  413: 'request.too-large',
  414: 'request.uri-too-long',
  415: 'request.unsupported-media-type',
  503: 'service.stopping',
};

const isJsonFault = (error: unknown): boolean =>
  (error instanceof Error && error.name === 'SyntaxError') ||
  (error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY');

const statusOf = (error: unknown): number | null => {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return null;
};

/** Errors of Fastify and Nest in this API's own words; any other error passes through unchanged. */
export const translate = (error: unknown): unknown => {
  if (error instanceof EdgeProblem || error instanceof ActRefused || error instanceof RequestInvalid) return error;
  if (error instanceof EventIdReused) return new EdgeProblem('idempotency.key-reused', { cause: error });
  const cause = error instanceof HttpException ? (error.cause ?? error) : error;
  if (isJsonFault(cause)) return new EdgeProblem('request.malformed-json', { cause });
  const code = codeByStatus[statusOf(error) ?? 0];
  return code === undefined ? error : new EdgeProblem(code, { cause });
};
