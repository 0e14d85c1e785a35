import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { LoadingPanel } from '../common/loading-panel.tsx';
import type { Session } from './session.ts';
import { SignInPanel } from './sign-in-panel.tsx';

/** Shows the screens only with a token; what another token was allowed to read is forgotten with it. */
export function SessionGate({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const state = useSyncExternalStore(session.subscribe, session.current);
  const queries = useQueryClient();
  useEffect(() => void session.start(), [session]);
  useEffect(() => {
    if (state.kind === 'signed-out') queries.clear();
  }, [state, queries]);
  if (state.kind === 'starting') return <LoadingPanel rows={4} />;
  if (state.kind === 'signed-out') return <SignInPanel because={state.because} onToken={session.signIn} />;
  return children;
}
