import type { Command } from 'commander';
import type { SealedFieldsView } from '#contracts/erasure-views.ts';
import type { DocumentReference } from '#domain/dossier/events.ts';
import { capacities, type Capacity } from '#domain/kernel/event.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { recordErasure, sealedFieldsOf } from '../erasure/record-erasure.ts';
import { ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { eventText } from '../frame/wording.ts';
import { cleanViews } from './rebuild.ts';

type Options = CommonOptions & {
  readonly event: string;
  readonly field: readonly string[];
  readonly ground: string;
  readonly clause: string;
  readonly document?: string;
  readonly officer: string;
  readonly unit: string;
  readonly capacity: Capacity;
  readonly dryRun?: true;
  readonly yes?: true;
};

export const eraseCommand = (context: CliContext): Command =>
  ledgerCommand('erase', {
    vi: 'Xóa hợp pháp nội dung niêm phong của một sự kiện; sự kiện, người làm và thời điểm vẫn còn nguyên',
    en: 'Lawfully erase sealed fields of one event; the event, who acted and when stay as they are',
  })
    .addOption(option('--event <id>', { vi: 'mã sự kiện', en: 'event id' }).makeOptionMandatory())
    .addOption(
      option('--field <pointer...>', {
        vi: 'nội dung cần xóa, ví dụ /data/reason',
        en: 'fields to erase, for example /data/reason',
      }).makeOptionMandatory(),
    )
    .addOption(option('--ground <text>', { vi: 'căn cứ, bằng lời', en: 'ground, in words' }).makeOptionMandatory())
    .addOption(option('--clause <text>', { vi: 'điều, khoản của căn cứ', en: 'clause' }).makeOptionMandatory())
    .addOption(
      option('--document <number/symbol>', {
        vi: 'văn bản quyết định, ví dụ 12/QĐ-UBND',
        en: 'deciding document, for example 12/QĐ-UBND',
      }),
    )
    .addOption(option('--officer <id>', { vi: 'cán bộ quyết định', en: 'officer who decides' }).makeOptionMandatory())
    .addOption(option('--unit <id>', { vi: 'đơn vị của cán bộ', en: 'unit of the officer' }).makeOptionMandatory())
    .addOption(
      option('--capacity <capacity>', { vi: 'với tư cách', en: 'in the capacity' }).choices(capacities).default('own'),
    )
    .addOption(option('--dry-run', { vi: 'chỉ liệt kê, không xóa', en: 'list what would go, erase nothing' }))
    .addOption(option('--yes', { vi: 'không hỏi lại', en: 'do not ask again' }))
    .action(async (options: Options) => {
      const ledger = await openLedger(configOf(context.env, options));
      try {
        await erase(context, ledger, options);
      } finally {
        await ledger.close();
      }
    });

const erase = async (context: CliContext, ledger: OpenLedger, options: Options): Promise<void> => {
  const found = await sealedFieldsOf(ledger.store, options.event);
  if (options.dryRun) return showPlan(context, found, options);
  if (!options.yes && !(await confirmed(context, found, options))) throw notConfirmed;
  const { event: eventId, field: paths, ground, clause, officer, unit, capacity } = options;
  const document = options.document === undefined ? null : documentNamed(options.document);
  const receipt = await recordErasure(ledger.store, {
    actor: { party: { kind: 'officer', id: officer }, unit, capacity },
    said: { eventId, paths, ground: { text: ground, clause }, document },
  });
  const views = await cleanViews(context, ledger);
  if (options.json) return context.output.json({ ...receipt, views });
  context.output.line(
    `Đã xóa, ghi tại sự kiện số ${receipt.position}. / Erased; recorded as event ${receipt.position}.`,
  );
  if (views === 'cleaning') context.output.line(stillCleaning);
};

/** `12/QĐ-UBND` as number and symbol; anything else is a title. */
const documentNamed = (text: string): DocumentReference => {
  const [, number = null, symbol = null] = /^(\d+)\/(\S+)$/u.exec(text.trim()) ?? [];
  return { number, symbol, issuedOn: null, title: number === null ? text : null };
};

const plan = ({ type, stream, fields }: SealedFieldsView, { field }: Options): readonly string[] => {
  const states = new Map(fields.map(({ path, state }) => [path, state]));
  return [
    `${eventText(type)} (${stream})`,
    ...field.map((path) => {
      const state = states.get(path);
      if (state === undefined) return `  ${path}: không niêm phong, không xóa được / not sealed, cannot be erased`;
      return state === 'kept' ? `  ${path}: sẽ xóa / would go` : `  ${path}: đã xóa / erased before`;
    }),
  ];
};

const showPlan = ({ output }: CliContext, found: SealedFieldsView, options: Options): void => {
  if (options.json) {
    const asked = options.field.map((path) => ({
      path,
      state: found.fields.find((sealed) => sealed.path === path)?.state ?? 'not-sealed',
    }));
    return output.json({ ...found, asked });
  }
  for (const line of plan(found, options)) output.line(line);
  output.line('Chưa xóa gì. / Nothing was erased.');
};

const confirmed = async ({ ask, output }: CliContext, found: SealedFieldsView, options: Options): Promise<boolean> => {
  if (ask === undefined) throw nobodyToAsk;
  for (const line of plan(found, options)) output.note(line);
  const answer = await ask('Xóa rồi không lấy lại được. Gõ "xoa" để xóa / Cannot be undone. Type "xoa" to erase: ');
  return /^(xoa|xóa)$/iu.test(answer.trim().normalize('NFC'));
};

const stillCleaning =
  'Đang dọn khung nhìn: tiến trình khác đang dựng lại. Nếu không có máy chủ nào chạy: ledger rebuild / ' +
  'The views are being cleaned by another process; without a running server: ledger rebuild';

const notConfirmed = new CliFailure({ vi: 'Không xóa gì.', en: 'Nothing was erased.' }, 2);
const nobodyToAsk = new CliFailure(
  { vi: 'Không có ai để hỏi lại: thêm --yes.', en: 'Nobody is there to be asked: add --yes.' },
  2,
);
