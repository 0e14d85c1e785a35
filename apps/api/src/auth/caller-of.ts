import type { FastifyRequest } from 'fastify';
import { EdgeProblem } from '../edge/problem-errors.ts';
import type { Caller } from './token-verifier.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authentication hook on every `/v1` request; null elsewhere. */
    caller: Caller | null;
  }
}

/** The authenticated caller; a route that asks for one outside `/v1` fails closed. */
export const callerOf = (request: FastifyRequest): Caller => {
  if (request.caller === null)
    throw new EdgeProblem('auth.token-missing', { headers: { 'WWW-Authenticate': 'Bearer' } });
  return request.caller;
};
