import type { Session } from '../session/session.ts';
import { failureOf, RequestFailure } from './request-failure.ts';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type ApiClient = {
  /** GET as JSON. Throws RequestFailure; an aborted request throws the browser's AbortError. */
  readonly get: <T>(path: string, query?: Query, signal?: AbortSignal) => Promise<T>;
  /** GET as a file: its content and the name the server gives it. */
  readonly download: (path: string, query: Query) => Promise<{ readonly content: Blob; readonly name: string | null }>;
};

/** `/v1/custody?overdue=true`; values that are null, undefined or empty are left out. */
export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function createApiClient(session: Session, fetch: typeof globalThis.fetch): ApiClient {
  const send = async (address: string, token: string, signal?: AbortSignal): Promise<Response> => {
    try {
      return await fetch(address, {
        headers: { authorization: `Bearer ${token}` },
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      if (signal?.aborted === true) throw cause;
      throw new RequestFailure('network', null, { cause });
    }
  };

  const request = async (address: string, signal?: AbortSignal): Promise<Response> => {
    const state = session.current();
    const token = state.kind === 'signed-in' ? state.token : '';
    let response = await send(address, token, signal);
    if (response.status === 401) {
      const replacement = await session.replaceRefused(token);
      if (replacement !== null) response = await send(address, replacement, signal);
    }
    if (!response.ok) throw await failureOf(response);
    return response;
  };

  return {
    get: async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> => {
      const response = await request(addressOf(path, query), signal);
      try {
        return (await response.json()) as T;
      } catch (cause) {
        if (signal?.aborted === true) throw cause;
        throw new RequestFailure('unreadable', null, { cause });
      }
    },
    download: async (path, query) => {
      const response = await request(addressOf(path, query));
      const disposition = response.headers.get('content-disposition') ?? '';
      return { content: await response.blob(), name: /filename="?([^";]+)"?/.exec(disposition)?.[1] ?? null };
    },
  };
}
