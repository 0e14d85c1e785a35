import type { LoggerService } from '@nestjs/common';
import type { Logger } from '#platform/logging.ts';

/** The framework's own lines in the one log; its start-up chatter only when debugging. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => {
    logger.debug({ context }, String(message));
  },
  warn: (message: unknown, context?: unknown) => {
    logger.warn({ context }, String(message));
  },
  error: (message: unknown, stack?: unknown, context?: unknown) => {
    logger.error({ context, stack, ...(message instanceof Error ? { err: message } : {}) }, String(message));
  },
});
