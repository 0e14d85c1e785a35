import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { initdb, pgCtl, serverAccount, type ServerAccount } from './server-binaries.ts';

/** One embedded PostgreSQL in one directory, shared by every process that works on it. */
export type Cluster = {
  /** Superuser connection to the maintenance database. */
  readonly adminUrl: string;
  readonly urlOf: (role: string, database: string) => string;
  /** Lets go; the last user of the directory stops the server. */
  release(): Promise<void>;
};

type Secrets = { readonly postgres: string; readonly ledger_owner: string; readonly ledger_app: string };

/** Held in shared mode by every user of the cluster; who gets it alone is the last one. */
const usersLock = 7_315_001;
/** Held by whoever creates a database in the cluster. */
const creationLock = 7_315_002;
const startAttempts = 40;

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'));
        else resolve(address.port);
      });
    });
  });

/** Creates the cluster beside its place and moves it there in one step, so that a crash leaves none half made. */
const createCluster = async (root: string, account: ServerAccount | null): Promise<void> => {
  const building = await mkdtemp(join(root, 'postgres.new-'));
  const data = join(building, 'data');
  const passwordFile = join(building, 'password');
  const secrets: Secrets = {
    postgres: randomBytes(24).toString('hex'),
    ledger_owner: randomBytes(24).toString('hex'),
    ledger_app: randomBytes(24).toString('hex'),
  };
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, `${secrets.postgres}\n`, { mode: 0o600 });
  await writeFile(join(building, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 });
  if (account !== null) {
    for (const path of [building, data, passwordFile]) await chown(path, account.uid, account.gid);
  }
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
  await initdb(['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale], account);
  await rm(passwordFile);
  try {
    await rename(building, join(root, 'postgres'));
  } catch (error) {
    // Another process made it first: theirs is used.
    if (!(await exists(join(root, 'postgres', 'secrets.json')))) throw error;
    await rm(building, { recursive: true, force: true });
  }
};

/** Port of the server that the directory says is running; null when it says none. */
const recordedPort = async (data: string): Promise<number | null> => {
  if (!(await exists(join(data, 'postmaster.pid')))) return null;
  const line = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[3];
  return line === undefined || line === '' ? null : Number(line);
};

const startServer = async (data: string, account: ServerAccount | null): Promise<void> => {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(await freePort()),
    max_connections: '200',
    max_wal_size: '4GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`);
  const log = join(data, '..', 'server.log');
  await (await open(log, 'a', 0o600)).close();
  if (account !== null) await chown(log, account.uid, account.gid);
  await pgCtl(['start', '-D', data, '-l', log, '-w', '-t', '120', '-s', '-o', options.join(' ')], account);
};

/**
 * A server that is not up, going down or starting answers with no SQLSTATE at all, or with
 * 57P01 (shutting down), 57P03 (starting up). Anything else is a real refusal.
 */
const isPassing = (error: unknown): boolean => {
  const code = (error as { code?: string }).code;
  return code === undefined || !/^[0-9A-Z]{5}$/.test(code) || code === '57P01' || code === '57P03';
};

type Session = { readonly client: pg.Client; readonly port: number };

const connect = async (data: string, password: string): Promise<Session | null> => {
  const port = await recordedPort(data);
  if (port === null) return null;
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  client.on('error', () => {
    // The server went away under this session; whoever uses the database next is told by its own query.
  });
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [usersLock]);
    return { client, port };
  } catch (error) {
    await client.end();
    if (isPassing(error)) return null;
    throw error;
  }
};

const connectOrStart = async (data: string, password: string, account: ServerAccount | null): Promise<Session> => {
  let cause: unknown = null;
  for (let attempt = 0; attempt < startAttempts; attempt += 1) {
    const session = await connect(data, password);
    if (session !== null) return session;
    try {
      await startServer(data, account);
    } catch (error) {
      // Another process may be starting or stopping the same server: look again shortly.
      cause = error;
      await pause(100 + attempt * 25);
    }
  }
  const log = join(data, '..', 'server.log');
  throw new Error(`PostgreSQL không khởi động được, xem / did not start, see ${log}`, { cause });
};

/**
 * Joins the cluster in `root`, creating and starting it when it is not there or not up.
 * Safe to call from several processes at once, as root and as an ordinary user.
 */
export const joinCluster = async (root: string): Promise<Cluster> => {
  const account = serverAccount();
  const home = join(root, 'postgres');
  const data = join(home, 'data');
  await mkdir(root, { recursive: true });
  if (!(await exists(join(home, 'secrets.json')))) await createCluster(root, account);
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as Secrets;
  const { client, port } = await connectOrStart(data, secrets.postgres, account);
  const urlOf = (role: string, database: string): string =>
    `postgres://${role}:${secrets[role as keyof Secrets]}@127.0.0.1:${port}/${database}`;
  for (const role of ['ledger_owner', 'ledger_app'] as const) await ensureRole(client, role, secrets[role]);
  const release = async (): Promise<void> => {
    try {
      await client.query('select pg_advisory_unlock_shared($1)', [usersLock]);
      const alone = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [usersLock]);
      if (alone.rows[0]?.alone === true) await pgCtl(['stop', '-D', data, '-m', 'fast', '-w', '-s'], account);
    } finally {
      await client.end();
    }
  };
  return { adminUrl: urlOf('postgres', 'postgres'), urlOf, release };
};

/** The names are ours and the passwords hexadecimal, so neither can break the statement. */
const ensureRole = async (client: pg.Client, role: string, password: string): Promise<void> => {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount !== 0) return;
  try {
    await client.query(`create role ${role} login password '${password}'`);
  } catch (error) {
    // 42710, 23505: another process created it between the question and the statement.
    const code = (error as { code?: string }).code;
    if (code !== '42710' && code !== '23505') throw error;
  }
};

/** Creates `database`, owned by `ledger_owner`; an existing one is left as it is. Safe from several processes at once. */
export const ensureDatabase = async (cluster: Cluster, database: string): Promise<void> => {
  const client = new pg.Client({ connectionString: cluster.adminUrl });
  await client.connect();
  try {
    // One at a time: two grants on one database would meet in its catalogue row. The lock ends with the session.
    await client.query('select pg_advisory_lock($1)', [creationLock]);
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${database} owner ledger_owner`);
    await client.query(`grant create, connect, temporary on database ${database} to ledger_app`);
  } finally {
    await client.end();
  }
};
