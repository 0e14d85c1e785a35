import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform/logging.ts';
import { translate } from './framework-errors.ts';
import { EdgeProblem } from './problem-errors.ts';
import { sendProblem } from './send-problem.ts';
import type { RouteBook } from './route-book.ts';

/** The one place where an error becomes an answer (RFC 9457). Causes go to the log, never out. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: RouteBook,
    private readonly logger: Logger,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const error = this.orWrongMethod(translate(thrown), request);
    void sendProblem(error, { request, reply: http.getResponse<FastifyReply>(), logger: this.logger });
  }

  private orWrongMethod(error: unknown, request: FastifyRequest): unknown {
    if (!(error instanceof EdgeProblem) || error.code !== 'not-found') return error;
    const allowed = this.routes.methodsOf(request.url);
    if (allowed.length === 0 || allowed.includes(request.method)) return error;
    return new EdgeProblem('method.not-allowed', {
      facts: { method: request.method, allowed },
      headers: { Allow: allowed.join(', ') },
    });
  }
}
