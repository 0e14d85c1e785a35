import type { Problem } from '#contracts/problem.ts';

/** A request that was not answered as hoped: the server's problem document, or why there is none. */
export class RequestFailure extends Error {
  constructor(
    readonly kind: 'problem' | 'network' | 'unreadable',
    readonly problem: Problem | null,
    options?: ErrorOptions,
  ) {
    super(problem?.titleEn ?? kind, options);
    this.name = 'RequestFailure';
  }
}

/** The problem document of a refused response; an answer of another kind (a proxy's page) is `unreadable`. */
export async function failureOf(response: Response): Promise<RequestFailure> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(problem\+)?json\b/.test(type)) return new RequestFailure('unreadable', null);
  try {
    return new RequestFailure('problem', (await response.json()) as Problem);
  } catch (cause) {
    return new RequestFailure('unreadable', null, { cause });
  }
}
