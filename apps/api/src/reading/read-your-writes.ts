import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { ReadModels } from '#read-models/read-models.ts';
import { READ_MODELS } from '../dependencies.ts';
import { faultOf } from '../edge/faults.ts';
import { RequestInvalid } from '../edge/problem-errors.ts';

/** Longer than the read models need while they are alive; a caller that waits longer had better ask again. */
const timeoutMs = 5_000;
const decimal = /^\d{1,18}$/;

const wantedPosition = (request: FastifyRequest): bigint | null => {
  const { waitFor } = request.query as { readonly waitFor?: unknown };
  const header = request.headers['wait-for-position'];
  const wanted = header ?? waitFor;
  if (wanted === undefined) return null;
  if (typeof wanted === 'string' && decimal.test(wanted)) return BigInt(wanted);
  const path = header === undefined ? 'waitFor' : 'Wait-For-Position';
  throw new RequestInvalid([faultOf(path, 'position.malformed')]);
};

/** Holds a question back until the read models have taken in what the caller has written. */
@Injectable()
export class ReadYourWrites implements NestInterceptor {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const position = wantedPosition(context.switchToHttp().getRequest<FastifyRequest>());
    if (position !== null) await this.readModels.waitFor(position, timeoutMs);
    return next.handle();
  }
}
