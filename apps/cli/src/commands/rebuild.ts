import type { Command } from 'commander';
import { rebuild } from '#worker/rebuild.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { ledgerCommand, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { interrupted } from '../frame/failure.ts';
import type { Progress } from '../frame/progress.ts';

export const rebuildCommand = (context: CliContext): Command =>
  ledgerCommand('rebuild', {
    vi: 'Dựng lại mọi bảng tra cứu từ sổ cái; bảng cũ phục vụ đến khi xong',
    en: 'Rebuild all views from the ledger; the old ones serve until it is done',
  }).action(async (options: CommonOptions) => {
    const ledger = await openLedger(configOf(context.env, options));
    try {
      const started = performance.now();
      const position = await rebuildViews(context, ledger);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const events = String(position + 1n);
      if (options.json) context.output.json({ events, position: String(position), seconds });
      else context.output.line(`Đã dựng lại từ ${events} sự kiện trong ${String(seconds)} giây. / Rebuilt.`);
    } finally {
      await ledger.close();
    }
  });

/** With a bar for who watches. Throws CliFailure when the person stops it, and what `rebuild` throws. */
export const rebuildViews = async (context: CliContext, { store, readModels }: OpenLedger): Promise<bigint> => {
  let progress: Progress | null = null;
  try {
    return await rebuild({
      store,
      readModels,
      signal: context.stop,
      onProgress: ({ events, of }) => {
        progress ??= context.output.progress('Dựng lại bảng tra cứu / rebuilding the views', Number(of));
        progress.advance(Number(events));
      },
    });
  } catch (error) {
    if (!context.stop.aborted) throw error;
    throw interrupted({
      vi: 'Bảng tra cứu cũ còn nguyên; chạy lại "ledger rebuild" để dựng lại từ đầu.',
      en: 'The old views are untouched; run "ledger rebuild" again to start afresh.',
    });
  } finally {
    (progress as Progress | null)?.end();
  }
};

/** The views are made anew at once, without erased text; where another process is at it, whoever serves sees to it. */
export const cleanViews = async (context: CliContext, ledger: OpenLedger): Promise<'clean' | 'cleaning'> => {
  // Loaded only here: `--help` needs no database driver.
  const { RebuildRunning } = await import('#read-models/rebuild/rebuild.ts');
  try {
    await rebuildViews(context, ledger);
    return 'clean';
  } catch (error) {
    if (error instanceof RebuildRunning) return 'cleaning';
    throw error;
  }
};
