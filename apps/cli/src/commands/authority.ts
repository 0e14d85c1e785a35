import type { Command } from 'commander';
import type { AuthorityView, DelegationView } from '#contracts/rulebook-views.ts';
import { delegationRegister } from '#domain/authority/delegation-register.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { systemClock } from '#platform/clock.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { asOfMoment, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { moment } from '../frame/moment.ts';
import { table, type Column } from '../frame/table.ts';
import { refuseUnknown } from '../views.ts';
import { partyText, unitText } from '../frame/wording.ts';

type Options = CommonOptions & { readonly matter?: string; readonly unit?: string; readonly at?: string };

export const authorityCommand = (context: CliContext): Command =>
  ledgerCommand('authority', {
    vi: 'Ma trận thẩm quyền và sổ ủy quyền',
    en: 'The authority matrix and the register of delegations',
  })
    .addOption(option('--matter <kind>', { vi: 'chỉ loại việc này', en: 'only this kind of matter' }))
    .addOption(option('--unit <id>', { vi: 'chỉ đơn vị này', en: 'only this unit' }))
    .addOption(
      option('--at <moment>', {
        vi: 'tại ngày (hết ngày) hoặc thời điểm này; mặc định bây giờ',
        en: 'at this day (its end) or moment; default now',
      }).argParser(asOfMoment),
    )
    .action(async (options: Options) => {
      const ledger = await openLedger(configOf(context.env, options));
      try {
        const { authorities, delegations } = await read(ledger, options);
        if (options.json) return context.output.json({ authorities, delegations });
        const { output } = context;
        if (authorities.length === 0) output.line('Ma trận không nói gì về điều đó. / The matrix is silent on that.');
        else for (const line of table(authorityColumns, authorities)) output.line(line);
        output.line('\nSổ ủy quyền / delegations');
        if (delegations.length === 0) output.line('Không có ủy quyền nào. / None.');
        else for (const line of table(delegationColumns, delegations)) output.line(line);
      } finally {
        await ledger.close();
      }
    });

const read = async ({ store, readModels }: OpenLedger, { matter, unit, at: asked }: Options) => {
  const { authorityViews, cellsInForce, delegationViews } = await import('#api/authorities/authority-reading.ts');
  const reference = await new LedgerReference(store).current();
  refuseUnknown({ unit }, reference);
  const at = asked ?? systemClock.now();
  const names = readModels.directory.namesOf.bind(readModels.directory);
  const register = delegationRegister(reference.organisation, unit ?? null, at);
  return {
    authorities: await authorityViews(reference, cellsInForce(reference, { matter, unit, at }), { at, names }),
    delegations: await delegationViews(reference, register, names),
  };
};

const powerText = { decide: 'quyết định', advise: 'tham mưu, xử lý' } as const;
const standingText = {
  'not-yet': 'chưa đến hạn',
  'in-force': 'đang hiệu lực',
  expired: 'đã hết hạn',
  revoked: 'đã thu hồi',
} as const;

const authorityColumns: readonly Column<AuthorityView>[] = [
  { heading: 'Loại việc', value: ({ matterKind }) => matterKind },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 40 },
  { heading: 'Quyền', value: ({ power }) => powerText[power] },
  { heading: 'Từ', value: ({ validFrom }) => moment(validFrom) },
  { heading: 'Đến', value: ({ validTo }) => moment(validTo) },
  { heading: 'Căn cứ', value: ({ basis }) => basis, maxWidth: 48 },
];
const delegationColumns: readonly Column<DelegationView>[] = [
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 40 },
  { heading: 'Người được ủy quyền', value: ({ delegate }) => partyText(delegate), maxWidth: 40 },
  { heading: 'Phạm vi', value: ({ scope }) => scope, maxWidth: 40 },
  { heading: 'Văn bản', value: ({ document }) => document },
  { heading: 'Từ', value: ({ validFrom }) => moment(validFrom) },
  { heading: 'Đến', value: ({ validTo }) => moment(validTo) },
  { heading: 'Tình trạng', value: ({ standing }) => standingText[standing] },
];
