import { HttpException } from '@nestjs/common';
import { ReadModelLagging } from '#read-models/apply/wait-for.ts';
import { InvalidCursor } from '#read-models/page/cursor.ts';
import { EventIdReused } from '#store/event-store.ts';
import type { EdgeCode } from './edge-problems.ts';
import { ActRefused, EdgeProblem, RequestInvalid } from './problem-errors.ts';

const codeByStatus: Readonly<Record<number, EdgeCode>> = {
  400: 'request.bad',
  404: 'not-found',
  413: 'request.too-large',
  414: 'request.uri-too-long',
  415: 'request.unsupported-media-type',
};

/** Read by name, not by class: the parser and the framework may bring error classes of their own. */
const memberOf = (error: unknown, name: 'name' | 'code' | 'statusCode'): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;

const isJsonFault = (error: unknown): boolean =>
  memberOf(error, 'name') === 'SyntaxError' || memberOf(error, 'code') === 'FST_ERR_CTP_EMPTY_JSON_BODY';

const statusOf = (error: unknown): unknown =>
  error instanceof HttpException ? error.getStatus() : memberOf(error, 'statusCode');

/** Errors of the libraries below that a caller can do something about. */
const translateOwn = (error: unknown): EdgeProblem | null => {
  if (error instanceof EventIdReused) return new EdgeProblem('idempotency.key-reused', { cause: error });
  if (error instanceof InvalidCursor) return new EdgeProblem('cursor.invalid', { cause: error });
  if (error instanceof ReadModelLagging) {
    const facts = { position: error.position.toString(), waitedMs: error.timeoutMs };
    return new EdgeProblem('read-model.lagging', { cause: error, facts, headers: { 'Retry-After': '1' } });
  }
  return null;
};

/** Every foreseen error in this API's own words; any other passes through unchanged. */
export const translate = (error: unknown): unknown => {
  if (error instanceof EdgeProblem || error instanceof ActRefused || error instanceof RequestInvalid) return error;
  const own = translateOwn(error);
  if (own !== null) return own;
  const cause = error instanceof HttpException ? (error.cause ?? error) : error;
  if (isJsonFault(cause)) return new EdgeProblem('request.malformed-json', { cause });
  const code = codeByStatus[Number(statusOf(error))];
  return code === undefined ? error : new EdgeProblem(code, { cause });
};
