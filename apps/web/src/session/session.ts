export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-in'; readonly token: string; readonly from: 'issuer' | 'reader' }
  | { readonly kind: 'signed-out'; readonly because: 'no-issuer' | 'unreachable' | 'refused' | 'left' };

export type Session = {
  readonly current: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Finds a token: the one of this tab, else one from the development issuer where there is one. */
  readonly start: () => Promise<void>;
  readonly signIn: (token: string) => void;
  readonly signOut: () => void;
  /** The server refused `token`: an issued one is replaced once and answered, a pasted one is dropped (null). */
  readonly replaceRefused: (token: string) => Promise<string | null>;
};

export type SessionSurroundings = {
  readonly fetch: typeof globalThis.fetch;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
};

const storageKey = 'ledger.token';

/** What the page asks of the development issuer: to read, as a machine account, never as a person. */
const readerRequest = { sub: 'web-reader', kind: 'account', unit: null, capacity: 'system', roles: ['reader'] };

/** Pasted tokens live in the storage of one browser tab and end with it; issued ones are not stored at all. */
export function createSession({ fetch, storage }: SessionSurroundings): Session {
  let state: SessionState = { kind: 'starting' };
  let issuing: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: SessionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  // Several requests may be refused at once; they share one new token.
  const issue = (): Promise<void> => {
    issuing ??= askIssuer(fetch)
      .then(become)
      .finally(() => {
        issuing = null;
      });
    return issuing;
  };

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: async () => {
      const stored = storage.getItem(storageKey);
      if (stored === null) await issue();
      else become({ kind: 'signed-in', token: stored, from: 'reader' });
    },
    signIn: (token) => {
      storage.setItem(storageKey, token);
      become({ kind: 'signed-in', token, from: 'reader' });
    },
    signOut: () => {
      storage.removeItem(storageKey);
      become({ kind: 'signed-out', because: 'left' });
    },
    replaceRefused: async (token) => {
      if (state.kind === 'signed-in' && state.token !== token) return state.token;
      if (state.kind === 'signed-in' && state.from === 'reader') {
        storage.removeItem(storageKey);
        become({ kind: 'signed-out', because: 'refused' });
        return null;
      }
      await issue();
      return tokenOf(state);
    },
  };
}

async function askIssuer(fetch: typeof globalThis.fetch): Promise<SessionState> {
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(readerRequest),
  }).catch(() => null);
  if (response === null) return { kind: 'signed-out', because: 'unreachable' };
  if (!response.ok) return { kind: 'signed-out', because: response.status === 404 ? 'no-issuer' : 'unreachable' };
  const issued = (await response.json().catch(() => null)) as { readonly token: string } | null;
  if (issued === null) return { kind: 'signed-out', because: 'unreachable' };
  return { kind: 'signed-in', token: issued.token, from: 'issuer' };
}

function tokenOf(state: SessionState): string | null {
  return state.kind === 'signed-in' ? state.token : null;
}
