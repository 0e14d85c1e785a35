import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { namesSomebody, unknownNames } from '#ledger/unknown-names.ts';
import { EdgeProblem } from '../edge/problem-errors.ts';

/** A list about a unit or officer that does not exist is no empty list: it is told apart, or a slip of the pen would look like a clean record. */
@Injectable()
export class KnownNames implements NestInterceptor {
  constructor(private readonly reference: LedgerReference) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const asked = query as object;
    if (method === 'GET' && namesSomebody(asked)) {
      const unknown = unknownNames(asked, await this.reference.current());
      const named = unknown.map(({ name, id }) => `${name}=${id}`).join(', ');
      if (named !== '') throw new EdgeProblem('name.unknown', { facts: { named } });
    }
    return next.handle();
  }
}
