import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from '#platform/logging.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { TokenRejected, type TokenVerifier } from './token-verifier.ts';

const realm = 'Bearer realm="ledger"';
const bearer = /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i;

const tokenOf = (request: FastifyRequest): string => {
  const header = request.headers.authorization;
  if (header === undefined) throw new EdgeProblem('auth.token-missing', { headers: { 'WWW-Authenticate': realm } });
  const [, token] = bearer.exec(header) ?? [];
  if (token === undefined) throw invalid();
  return token;
};

/** RFC 6750 §3.1; which check failed is not told. */
const invalid = (cause?: unknown): EdgeProblem =>
  new EdgeProblem('auth.token-invalid', { cause, headers: { 'WWW-Authenticate': `${realm}, error="invalid_token"` } });

/** Every request under `/v1` is authenticated before its body is read, also one to an address that does not exist. */
export const authenticate = (instance: FastifyInstance, tokens: TokenVerifier, logger: Logger): void => {
  instance.decorateRequest('caller', null);
  instance.addHook('onRequest', async (request) => {
    if (!/^\/v1(?:[/?]|$)/.test(request.url)) return;
    try {
      request.caller = await tokens.verify(tokenOf(request));
    } catch (error) {
      if (!(error instanceof TokenRejected)) throw error;
      logger.info({ requestId: request.id, reason: error.reason }, 'token rejected');
      throw invalid(error);
    }
  });
};
