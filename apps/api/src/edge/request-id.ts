import type { IncomingMessage } from 'node:http';
import { uuidv7 } from 'uuidv7';

const sane = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's `X-Request-Id` when it is harmless in a log and in an event; otherwise a new one. */
export const requestIdOf = (request: Pick<IncomingMessage, 'headers'>): string => {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && sane.test(given) ? given : uuidv7();
};
