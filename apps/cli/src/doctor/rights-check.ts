import type pg from 'pg';
import type { PostgresConnection } from '#platform/postgres-connection.ts';
import { codeOf } from '../frame/failure.ts';
import { check, type Check } from './check.ts';
import { withSession } from './session.ts';

/** Each is tried for real, on no row at all, in a transaction that is rolled back. */
const changes = [
  'update ledger.event set type = type where false',
  'delete from ledger.event where false',
  'truncate ledger.event',
  // Values of sealed fields go only through the erasure that the ledger records.
  'update ledger.sealed_value set path = path where false',
  'delete from ledger.sealed_value where false',
  'truncate ledger.sealed_value',
] as const;

/** 42501: no such right. LG002: the ledger's own trigger. */
const refusals = new Set(['42501', 'LG002']);

/** Neither the application's role nor the owner can change or remove an event, or the value of a sealed field. */
export const rightsChecks = async ({ appUrl, ownerUrl }: PostgresConnection): Promise<Check[]> => {
  const app = await allowedChanges(appUrl);
  const owner = await allowedChanges(ownerUrl);
  return [verdict('application-rights', app), verdict('owner-rights', owner), await separationCheck(appUrl)];
};

const allowedChanges = (url: string): Promise<string[]> =>
  withSession(url, async (session) => {
    const allowed: string[] = [];
    for (const change of changes) if (await isAllowed(session, change)) allowed.push(change);
    return allowed;
  });

const isAllowed = async (session: pg.Client, change: string): Promise<boolean> => {
  await session.query('begin');
  try {
    await session.query(change);
    return true;
  } catch (error) {
    if (!refusals.has(codeOf(error))) throw error;
    return false;
  } finally {
    await session.query('rollback');
  }
};

const verdict = (name: 'application-rights' | 'owner-rights', allowed: readonly string[]): Check => {
  const who = name === 'owner-rights' ? { vi: 'chủ sở hữu', en: 'owner' } : { vi: 'ứng dụng', en: 'application' };
  return allowed.length === 0
    ? check(name, 'ok', {
        vi: `Vai trò ${who.vi} không sửa, không xóa được sự kiện và nội dung niêm phong`,
        en: `The ${who.en} role cannot change or remove events or sealed values`,
      })
    : check(name, 'failed', {
        vi: `Vai trò ${who.vi} được phép: ${allowed.join('; ')}`,
        en: `The ${who.en} role is allowed to: ${allowed.join('; ')}`,
      });
};

/** A login of its own is stronger than a role that the session can leave again. */
const separationCheck = (appUrl: string): Promise<Check> =>
  withSession(appUrl, async (session) => {
    const { rows } = await session.query<{ separate: boolean }>(
      `select session_user = current_user
          and not pg_has_role(session_user, (select nspowner from pg_namespace where nspname = 'ledger'), 'member')
          as separate`,
    );
    return rows[0]?.separate === true
      ? check('role-separation', 'ok', {
          vi: 'Ứng dụng đăng nhập bằng tài khoản riêng',
          en: 'The application logs in as a role of its own',
        })
      : check('role-separation', 'warning', {
          vi: 'Ứng dụng đăng nhập bằng tài khoản chủ sở hữu; nên đặt LEDGER_APP_DATABASE_URL',
          en: 'The application logs in as the owner; set LEDGER_APP_DATABASE_URL',
        });
  });
