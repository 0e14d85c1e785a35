import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DevelopmentIssuer } from '#api/auth/development-issuer.ts';
import type { LedgerClaims } from '#api/auth/claims.ts';
import { createApi, type ApiDependencies } from '#api/create-api.ts';
import type { Problem } from '#contracts/problem.ts';
import type { Receipt } from '#contracts/views.ts';
import { systemClock } from '#platform/clock.ts';
import { createLogger } from '#platform/logging.ts';
import { ReadModels } from '#read-models/read-models.ts';
import { migrateLedger } from '#store/postgres/migrate.ts';
import { openPostgresStore } from '#store/postgres/postgres-event-store.ts';
import { productClock } from '#worker/clock/product-clock.ts';
import { startWorker } from '#worker/worker.ts';
import { freshDatabase, type FreshDatabase } from '../support/postgres.ts';

export type Answer<T> = { readonly status: number; readonly headers: Headers; readonly body: T };
type Sent = { readonly token?: string | null; readonly headers?: Record<string, string>; readonly body?: unknown };

const requestOf = ({ token, headers = {}, body }: Sent, own: string) => {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token ?? own}` };
  if (body === undefined) return { headers: { ...authorization, ...headers } };
  return {
    headers: { ...authorization, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
};

/** A caller of the API over a real socket; `token: null` sends none. */
export class Caller {
  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  async send<T = Problem>(method: string, path: string, sent: Sent = {}): Promise<Answer<T>> {
    const response = await fetch(this.url + path, { method, ...requestOf(sent, this.token) });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const body: unknown = isJson ? await response.json() : await response.text();
    return { status: response.status, headers: response.headers, body: body as T };
  }

  get<T>(path: string, sent: Sent = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, sent);
  }

  post<T = Receipt>(path: string, body: unknown, sent: Sent = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, { ...sent, body });
  }
}

export type RunningApi = {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly deps: ApiDependencies;
  /** For other programs on the same ledger. */
  readonly database: FreshDatabase;
  as(claims: LedgerClaims): Promise<Caller>;
  /** The deadline clock looks once, at the moment that `deps.clock` shows; what it recorded is readable afterwards. */
  letTimePass(): Promise<void>;
  stop(): Promise<void>;
};

const names = { issuer: 'https://issuer.test', audience: 'ledger-test' };

/**
 * API and worker over a database of their own, as `ledger start` composes them. `clockRuns`: the deadline
 * clock works by itself, as in the product; otherwise it waits for `letTimePass`.
 */
export const runApi = async (
  changes: Partial<ApiDependencies> = {},
  { clockRuns = false }: { readonly clockRuns?: boolean } = {},
): Promise<RunningApi> => {
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'ledger-api-'));
  await migrateLedger(database.ownerUrl);
  const store = openPostgresStore({ appUrl: database.appUrl });
  const readModels = await ReadModels.open({ appUrl: database.appUrl, ...(changes.clock && { clock: changes.clock }) });
  const issuer = await DevelopmentIssuer.open(dataDir, names);
  const logger = createLogger('error');
  const base = { store, readModels, clock: systemClock, tokens: issuer.verifier(), logger, issuer };
  const deps: ApiDependencies = { ...base, ...changes };
  const { clock } = deps;
  const worker = await startWorker({ store, readModels, logger, cleansViews: true, ...(clockRuns && { clock }) });
  const deadlines = productClock({ store, readModels, logger, clock });
  const caughtUp = async (): Promise<void> => worker.caughtUp(await store.headPosition());
  const api = await createApi(deps);
  await api.listen(0, '127.0.0.1');
  const { port } = api.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}`;
  return {
    url,
    app: api,
    deps,
    database,
    as: async (claims) => new Caller(url, await issuer.issue(claims)),
    letTimePass: async () => {
      await caughtUp();
      await deadlines.pass();
      await caughtUp();
    },
    stop: async () => {
      await api.close();
      await worker.stop();
      await readModels.close();
      await store.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
