import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform/logging.ts';
import { translate } from './framework-errors.ts';
import { EdgeProblem } from './problem-errors.ts';
import { answerTo } from './problems.ts';
import { securityHeaders } from './response-headers.ts';

const mediaType = 'application/problem+json; charset=utf-8';

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly logger: Logger };

/** Foreseen trouble is a warning, anything else an error; both keep their cause. */
const logFault = (error: unknown, { request, logger }: Exchange): void => {
  const entry = { err: error, requestId: request.id };
  if (error instanceof EdgeProblem) logger.warn(entry, error.code);
  else logger.error(entry, 'internal error');
};

/** Answers with the problem that the error is; a fault of this side goes to the log. */
export const sendProblem = (error: unknown, exchange: Exchange): FastifyReply => {
  const { request, reply } = exchange;
  const [instance = ''] = request.url.split('?', 1);
  const { problem, headers } = answerTo(error, { instance, requestId: request.id });
  if (problem.status >= 500) logFault(error, exchange);
  return reply.status(problem.status).headers(headers).type(mediaType).serializer(JSON.stringify).send(problem);
};

/** For what the router refuses before any hook has run. */
export const onRouterError =
  (logger: Logger) =>
  (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    reply.header('X-Request-Id', request.id).headers(securityHeaders);
    sendProblem(translate(error), { request, reply, logger });
  };

/** For bytes that are no HTTP request at all, where there is nothing but a socket to answer on. */
export const onSocketError = (error: Error, socket: Socket): void => {
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  const { problem } = answerTo(new EdgeProblem('request.bad'), { instance: '', requestId: randomUUID() });
  const body = JSON.stringify(problem);
  const length = String(Buffer.byteLength(body));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${mediaType}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`,
  );
};
