import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { Receipt } from '#contracts/views.ts';
import { callerOf } from '../auth/caller-of.ts';
import { faultOf } from '../edge/faults.ts';
import { etagOf, readIfMatch } from '../edge/if-match.ts';
import { RequestInvalid } from '../edge/problem-errors.ts';
import type { ActContext, ActOptions } from './act-context.ts';
import { markedSubjectId, markOf, type IdempotencyMark } from './idempotency.ts';

/** Printable ASCII: a UUID, a number, what a client likes. */
const keyPattern = /^[\x21-\x7e]{1,200}$/;

const markIn = (request: FastifyRequest, caller: string): IdempotencyMark | null => {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !keyPattern.test(key)) {
    throw new RequestInvalid([faultOf('Idempotency-Key', 'header.malformed')]);
  }
  return markOf({ caller, key, route: `${request.method} ${request.url}`, body: request.body });
};

/** What the request says about an act besides its body: who (token), which request, which precondition. */
export class ActRequest {
  readonly context: ActContext;
  readonly #mark: IdempotencyMark | null;
  readonly #seen: number | 'any' | null;

  constructor(
    request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {
    const { actor, subject } = callerOf(request);
    this.context = { actor, correlationId: request.id };
    this.#mark = markIn(request, subject);
    this.#seen = readIfMatch(request.headers['if-match']);
  }

  /** For an act on something that has an id already. */
  onExisting(id: string): { readonly id: string; readonly options: ActOptions } {
    return { id, options: { mark: this.#mark, seen: this.#seen } };
  }

  /** For an act that brings something into being, under the id given or a new one (the same one when repeated). */
  onNew(given: string | null | undefined): { readonly id: string; readonly options: ActOptions } {
    if (given !== null && given !== undefined) return this.onExisting(given);
    if (this.#mark !== null) return this.onExisting(markedSubjectId(this.#mark));
    return { id: uuidv7(), options: { seen: this.#seen, fresh: true } };
  }

  /** Sends the receipt's revision and position as headers too. */
  answer(receipt: Receipt): Receipt {
    this.reply.header('ETag', etagOf(receipt.revision)).header('Ledger-Position', receipt.position);
    return receipt;
  }
}

export const FromAct = createParamDecorator((_data: undefined, context: ExecutionContext): ActRequest => {
  const http = context.switchToHttp();
  return new ActRequest(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});
