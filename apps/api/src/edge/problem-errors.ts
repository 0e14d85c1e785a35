import type { RefusalFacts } from '#domain/kernel/decision.ts';
import type { RefusalCode } from '#domain/refusals.ts';
import type { EdgeCode } from './edge-problems.ts';
import type { Fault } from './faults.ts';

/** A request the edge refuses; `headers` go out with the problem (`WWW-Authenticate`, `Allow`, `Retry-After`). */
export class EdgeProblem extends Error {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: EdgeCode,
    options: ErrorOptions & {
      readonly facts?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(code, options);
    this.facts = options.facts ?? {};
    this.headers = options.headers ?? {};
  }
}

/** Refused whole, with every fault; nothing of the request was stored. */
export class RequestInvalid extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`request with ${String(faults.length)} faults`);
  }
}

/** A rule of the domain said no. */
export class ActRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts,
  ) {
    super(code);
  }
}
