import '@mantine/core/styles.css';
import '@mantine/charts/styles.css';
import './styles.css';

import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createApiClient } from './api/client.ts';
import { ApiContext } from './api/queries.ts';
import { LanguageProvider } from './language/language-provider.tsx';
import { Screens } from './screens.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { createSession } from './session/session.ts';
import { Shell } from './shell/shell.tsx';
import { theme } from './theme.ts';

const browserFetch: typeof fetch = (input, init) => fetch(input, init);
const session = createSession({ fetch: browserFetch, storage: sessionStorage });
const api = createApiClient(session, browserFetch);
// A refused request is shown at once with a way to try again; repeating it unseen would only hide the delay.
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 15_000 } } });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light">
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <ApiContext value={api}>
            {/* A filter in the address must show at once, or its checkbox would jump back until the list is there. */}
            <BrowserRouter useTransitions={false}>
              <Shell session={session}>
                <SessionGate session={session}>
                  <Screens />
                </SessionGate>
              </Shell>
            </BrowserRouter>
          </ApiContext>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
