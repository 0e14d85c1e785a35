import { readFile } from 'node:fs/promises';
import { parsePolicy, type Policy } from '#evidence/bundle/policy.ts';
import { verdicts } from '#evidence/bundle/verdict.ts';
import type { FullVerdict } from '#sealing/full/verify-full.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import type { CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { AlreadySaid, CliFailure, explain, interrupted } from '../frame/failure.ts';
import type { Progress } from '../frame/progress.ts';
import { fullJson, fullLines, type Language } from './say-full.ts';

export type FullOptions = CommonOptions & {
  readonly policy?: string;
  readonly lang?: Language;
  readonly skipViews?: true;
};

const policyIn = async (path: string | undefined): Promise<Policy | null> => {
  if (path === undefined) return null;
  const parsed = await readFile(path).then(parsePolicy, (error: unknown) => ({
    ok: false as const,
    reason: explain(error),
  }));
  if (parsed.ok) return parsed.policy;
  throw new CliFailure(
    {
      vi: `Chính sách ${path} không dùng được: ${parsed.reason}.`,
      en: `The policy ${path} cannot be used: ${parsed.reason}.`,
    },
    2,
  );
};

const stopped = {
  vi: 'Chưa kiểm xong, không có kết quả; chạy lại để kiểm từ đầu.',
  en: 'The check is not complete and has no verdict; run it again from the beginning.',
};

/** The whole ledger against its evidence, with the exit codes of a verdict: 0 intact, 1 tampered, 2 unverifiable. */
export const verifyWholeLedger = async (context: CliContext, options: FullOptions): Promise<void> => {
  const policy = await policyIn(options.policy);
  const verdict = await verdictOn(context, options, policy);
  if (options.json) context.output.json(fullJson(verdict));
  else for (const line of fullLines(verdict, options.lang ?? 'both')) context.output.line(line);
  const exitCode = verdicts.indexOf(verdict.verdict);
  if (exitCode !== 0) throw new AlreadySaid(exitCode === 1 ? 1 : 2);
};

const verdictOn = async (context: CliContext, options: FullOptions, policy: Policy | null): Promise<FullVerdict> => {
  const config = configOf(context.env, options);
  let ledger: OpenLedger;
  try {
    ledger = await openLedger(config);
  } catch (error) {
    const { notOpened } = await import('#sealing/full/verify-full.ts');
    return notOpened(error instanceof CliFailure ? error.text.en : explain(error));
  }
  try {
    return await verify(context, ledger, { policy, skipViews: options.skipViews === true });
  } finally {
    // A database that went away while it was looked at may not even close; the verdict stands.
    await ledger.close().catch(() => undefined);
  }
};

type Asked = { readonly policy: Policy | null; readonly skipViews: boolean };

const verify = async (context: CliContext, ledger: OpenLedger, { policy, skipViews }: Asked): Promise<FullVerdict> => {
  const { verifyFull } = await import('#sealing/full/verify-full.ts');
  const { checkViews } = await import('./check-views.ts');
  let progress: Progress | null = null;
  try {
    return await verifyFull({
      store: ledger.store,
      appUrl: ledger.connection.appUrl,
      folder: ledger.evidence.settings.folder,
      policy,
      signal: context.stop,
      onProgress: (events, of) => {
        progress ??= context.output.progress('Kiểm chứng toàn bộ sổ / verifying the whole ledger', Number(of));
        progress.advance(Number(events));
      },
      views: skipViews ? null : (findings) => checkViews(ledger, context, findings),
    });
  } catch (error) {
    if (context.stop.aborted) throw interrupted(stopped);
    throw error;
  } finally {
    (progress as Progress | null)?.end();
  }
};
