import type { Stats } from '#contracts/views.ts';
import type { Command } from 'commander';
import { ledgerCommand, type CommonOptions } from '../frame/command.ts';
import type { CliContext } from '../frame/context.ts';
import { facts } from '../frame/table.ts';
import { withViews } from '../views.ts';

export const statsCommand = (context: CliContext): Command =>
  ledgerCommand('stats', {
    vi: 'Số liệu toàn sổ cái, cùng tên với báo cáo nhập',
    en: "Figures of the whole ledger, under the names of an import's report",
  }).action(async (options: CommonOptions) => {
    const stats = await withViews(context, options, ({ readModels }) => readModels.queries.stats());
    if (options.json) return context.output.json(stats);
    for (const line of facts(figures(stats))) context.output.line(line);
  });

/** The figures as a person reads them, each with its name in JSON. */
export const figures = (stats: Stats): (readonly [string, string])[] => [
  ['Hồ sơ (cases)', String(stats.cases)],
  ['Sự kiện (events)', String(stats.events)],
  ['Bước nối tiếp trực tiếp (directSuccessions)', String(stats.directSuccessions)],
  ['Lần chuyển giao (handoffs)', String(stats.handoffs)],
  ['Cặp chuyển giao (handoffPairs)', String(stats.handoffPairs)],
  ['Cặp lớn nhất (largestPair)', largestPair(stats)],
  ['Lần chuyển qua lại A→B→A (bounces)', String(stats.bounces)],
  ['Hồ sơ bị chuyển qua lại (bouncedCases)', String(stats.bouncedCases)],
  ['Kết thúc trễ hạn (lateClosed)', String(stats.lateClosed)],
  ['Chưa kết thúc (unclosed)', String(stats.unclosed)],
  ['Người phụ trách không thao tác (responsibleNeverActed)', String(stats.responsibleNeverActed)],
  ['Tài khoản không phải người (nonPersonAccounts)', stats.nonPersonAccounts.join(', ') || '–'],
];

const largestPair = ({ largestPair: pair }: Stats): string =>
  pair === null ? '–' : `${pair.from} → ${pair.to}: ${String(pair.handoffs)}`;
