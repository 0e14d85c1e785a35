import { join, resolve } from 'node:path';

/** Everything the environment decides; command-line options override it (docs: README, "Cấu hình"). */
export type LedgerConfig = {
  /** Where the embedded PostgreSQL, keys and import progress live. */
  readonly dataDir: string;
  /** Owner connection to a PostgreSQL of the operator's own; null: embedded. */
  readonly databaseUrl: string | null;
  /** Connection of the restricted application role; null: derived from `databaseUrl`. */
  readonly appDatabaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Keys of the identity provider; null: the development issuer is started. */
  readonly jwksUrl: string | null;
  readonly issuer: string;
  readonly audience: string;
  readonly logLevel: LogLevel;
  readonly evidence: EvidenceConfig;
};

/** As the environment spells it; `settingsOf` of the sealing library reads and checks it. */
export type EvidenceConfig = {
  /** Absolute. Must not lie in the database's own folder: it is what a restored database is compared with. */
  readonly dir: string;
  readonly origin: string;
  /** Never logged, shown or served. */
  readonly signingKey: string | null;
  /** null: `signing-key` in `dir`. */
  readonly signingKeyFile: string | null;
  readonly witnesses: string;
  /** Empty: more than half of the witnesses. */
  readonly witnessQuorum: string;
  readonly tsaUrl: string | null;
  /** File of the authority's root certificates, PEM; null: who signs a token is asked by its readers alone. */
  readonly tsaRootsFile: string | null;
  readonly tsaInterval: string;
  readonly checkpointInterval: string;
};

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Lists every fault of the environment, not only the first. */
export class InvalidConfig extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Cấu hình sai / invalid configuration:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const isUrl = (text: string, protocols: readonly string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const readUrl = (
  env: NodeJS.ProcessEnv,
  name: string,
  { protocols, faults }: { protocols: readonly string[]; faults: string[] },
): string | null => {
  const value = env[name];
  if (value === undefined || value === '') return null;
  if (!isUrl(value, protocols)) faults.push(`${name}: cần URL / expected a URL (${protocols.join(', ')})`);
  return value;
};

const readPort = (env: NodeJS.ProcessEnv, faults: string[]): number => {
  const port = Number(env['LEDGER_PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('LEDGER_PORT: 0–65535');
  return port;
};

const readLogLevel = (env: NodeJS.ProcessEnv, faults: string[]): LogLevel => {
  const name = env['LEDGER_LOG_LEVEL'] ?? 'info';
  const level = logLevels.find((known) => known === name);
  if (level === undefined) faults.push(`LEDGER_LOG_LEVEL: ${logLevels.join(' | ')}`);
  return level ?? 'info';
};

const given = (env: NodeJS.ProcessEnv, name: string): string | null => env[name] || null;

const readEvidence = (env: NodeJS.ProcessEnv, dataDir: string): EvidenceConfig => ({
  dir: resolve(given(env, 'LEDGER_EVIDENCE_DIR') ?? join(dataDir, 'evidence')),
  origin: given(env, 'LEDGER_ORIGIN') ?? 'so-cai.localhost/ledger',
  signingKey: given(env, 'LEDGER_SIGNING_KEY'),
  signingKeyFile: given(env, 'LEDGER_SIGNING_KEY_FILE'),
  witnesses: env['LEDGER_WITNESSES'] ?? '',
  witnessQuorum: env['LEDGER_WITNESS_QUORUM'] ?? '',
  tsaUrl: given(env, 'LEDGER_TSA_URL'),
  tsaRootsFile: given(env, 'LEDGER_TSA_ROOTS'),
  tsaInterval: given(env, 'LEDGER_TSA_INTERVAL') ?? '1h',
  checkpointInterval: given(env, 'LEDGER_CHECKPOINT_INTERVAL') ?? '10s',
});

/** Throws InvalidConfig naming every fault, but for those of evidence, which are named where it is opened. */
export const readConfig = (env: NodeJS.ProcessEnv): LedgerConfig => {
  const faults: string[] = [];
  const postgres = { protocols: ['postgres:', 'postgresql:'], faults };
  const dataDir = resolve(env['LEDGER_DATA_DIR'] ?? './var');
  const config: LedgerConfig = {
    dataDir,
    databaseUrl: readUrl(env, 'DATABASE_URL', postgres),
    appDatabaseUrl: readUrl(env, 'LEDGER_APP_DATABASE_URL', postgres),
    jwksUrl: readUrl(env, 'LEDGER_JWKS_URL', { protocols: ['http:', 'https:'], faults }),
    host: env['LEDGER_HOST'] ?? '127.0.0.1',
    port: readPort(env, faults),
    issuer: env['LEDGER_ISSUER'] ?? 'https://ledger.localhost/dev',
    audience: env['LEDGER_AUDIENCE'] ?? 'accountability-ledger',
    logLevel: readLogLevel(env, faults),
    evidence: readEvidence(env, dataDir),
  };
  if (config.appDatabaseUrl !== null && config.databaseUrl === null) {
    faults.push('LEDGER_APP_DATABASE_URL: cần / needs DATABASE_URL');
  }
  if (faults.length > 0) throw new InvalidConfig(faults);
  return config;
};
