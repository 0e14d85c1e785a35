import type { Trail, TrailInterval } from '#contracts/views.ts';
import { Option, type Command } from 'commander';
import { askCandidates, askDuties } from '../candidates/ask.ts';
import { sayCandidates, sayDuties } from '../candidates/say.ts';
import type { OpenLedger } from '../compose.ts';
import { asOfMoment, both, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { moment, workingTime } from '../frame/moment.ts';
import { sayNext, withPaging, type PagingOptions } from '../frame/paging.ts';
import { facts, table, type Column } from '../frame/table.ts';
import { eventText, outcomeText, subjectText, unitText } from '../frame/wording.ts';
import { withViews } from '../views.ts';

type Line = TrailInterval['line'];
type Options = CommonOptions & PagingOptions & { readonly line: Line; readonly asOf?: string; readonly all?: true };

const lines: readonly Line[] = ['performer', 'head'];

export const trailCommand = (context: CliContext): Command =>
  withPaging(
    ledgerCommand('trail', {
      vi: 'Vết trách nhiệm của một cán bộ: từng khoảng thời gian giữ hồ sơ',
      en: 'Responsibility trail of an officer: every interval of holding a dossier',
    })
      .argument('<officer>', both({ vi: 'mã cán bộ', en: 'officer id' }))
      .addOption(
        new Option(
          '--line <line>',
          both({
            vi: 'performer: chính người đó giữ; head: đơn vị giữ khi người đó đứng đầu',
            en: 'performer: held in person; head: held by a unit they were heading',
          }),
        )
          .choices(lines)
          .default('performer'),
      )
      .addOption(
        option('--as-of <moment>', {
          vi: 'tại ngày (hết ngày) hoặc thời điểm này',
          en: 'as of this day (its end) or moment',
        }).argParser(asOfMoment),
      )
      .addOption(option('--all', { vi: 'mọi trang', en: 'all pages' }).conflicts(['limit', 'cursor'])),
  ).action(async (officer: string, options: Options) => {
    const { asOf, all } = options;
    const { trail, duties, candidates } = await withViews(context, options, async (ledger) => {
      const found = await findTrail(ledger, officer, options);
      const pages = { asOf, all, limit: all ? undefined : options.limit };
      return {
        trail: found,
        duties: await askDuties(ledger, officer, pages),
        candidates: await askCandidates(ledger, { officer }, pages),
      };
    });
    if (options.json) return context.output.json({ ...trail, duties, candidates });
    sayTrail(context.output, trail, options.line);
    context.output.line();
    context.output.line('Ý kiến, nhiệm vụ, cam kết, lý do, vướng mắc (other duties)');
    sayDuties(context.output, duties.items);
    if (duties.next !== null) context.output.line('Còn nữa / more: --all');
    context.output.line();
    sayCandidates(context.output, candidates.items);
    if (candidates.next !== null) context.output.line(`Còn nữa / more: ledger candidates --officer ${officer} --all`);
  });

const pageOfAll = 200;

const findTrail = async (ledger: OpenLedger, officer: string, options: Options): Promise<Trail> => {
  const { line, asOf, all, cursor, limit = all ? pageOfAll : undefined } = options;
  const { queries } = ledger.readModels;
  const first = await queries.trail(officer, { line, asOf, limit, cursor });
  if (first === null) throw await noOfficer(ledger, officer, asOf);
  const items = [...first.items];
  let next = first.next;
  while (all && next !== null) {
    const page = await queries.trail(officer, { line, asOf, limit, cursor: next });
    items.push(...(page?.items ?? []));
    next = page?.next ?? null;
  }
  return { ...first, items, next };
};

/** Names are looked up, too: somebody who typed one is told the id. */
const noOfficer = async ({ readModels }: OpenLedger, typed: string, asOf: string | undefined): Promise<CliFailure> => {
  const alike = (await readModels.queries.officers({ q: typed, limit: 5 })).items;
  const names = alike.map(({ id, name }) => `${id}${name === null ? '' : ` (${name})`}`).join(', ');
  const hint = alike.length === 0 ? { vi: '', en: '' } : { vi: ` Có phải: ${names}?`, en: ` Did you mean: ${names}?` };
  const when = asOf === undefined ? { vi: '', en: '' } : { vi: ` đến ${moment(asOf)}`, en: ` as of ${asOf}` };
  return new CliFailure({
    vi: `Sổ cái không có cán bộ mã "${typed}"${when.vi}.${hint.vi}`,
    en: `The ledger has no officer with id "${typed}"${when.en}.${hint.en}`,
  });
};

const sayTrail = (output: Output, trail: Trail, line: Line): void => {
  for (const row of facts(summary(trail))) output.line(row);
  output.line();
  output.line(
    line === 'performer' ? 'Trực tiếp giữ hồ sơ (performer)' : 'Với tư cách người đứng đầu đơn vị (head in office)',
  );
  if (trail.items.length === 0) return output.line('Không có khoảng thời gian nào. / No intervals.');
  for (const row of table(columns, trail.items)) output.line(row);
  sayNext(output, trail);
};

const summary = ({ officer, asOf, performer, head }: Trail): (readonly [string, string])[] => [
  ['Cán bộ', officer.name === null ? officer.id : `${officer.name} (${officer.id})`],
  ...officer.appointments.map(({ title, role, unit, validFrom, validTo }): readonly [string, string] => [
    'Chức vụ',
    `${title ?? role}, ${unitText(unit)}, ${moment(validFrom).slice(0, 10)} – ${validTo === null ? 'nay' : moment(validTo).slice(0, 10)}`,
  ]),
  ['Tính đến', moment(asOf)],
  ['Trực tiếp giữ', totals(performer)],
  ['Số thao tác', String(performer.acts)],
  ['Khi là người đứng đầu', totals(head)],
];

const totals = (line: Trail['head']): string =>
  `${String(line.intervals)} khoảng, ${String(line.open)} đang mở, ${workingTime(line.workingMs)}`;

const columns: readonly Column<TrailInterval>[] = [
  { heading: 'Hồ sơ', value: ({ dossierId }) => dossierId },
  { heading: 'Đơn vị', value: ({ unit }) => unitText(unit), maxWidth: 34 },
  { heading: 'Từ', value: ({ beganAt }) => moment(beganAt) },
  { heading: 'Bắt đầu bằng', value: ({ beganBy, inferred }) => `${eventText(beganBy)}${inferred ? ' (suy ra)' : ''}` },
  { heading: 'Đến', value: ({ endedAt }) => moment(endedAt) },
  { heading: 'Kết quả', value: ({ outcome }) => outcomeText[outcome] },
  { heading: 'Thời gian giữ', value: ({ workingMs }) => workingTime(workingMs), align: 'right' },
  { heading: 'Hạn', value: ({ deadline }) => moment(deadline) },
  { heading: 'Quá hạn khi giữ', value: ({ deadlinePassedHere }) => (deadlinePassedHere ? 'có' : '') },
  { heading: 'Căn cứ', value: ({ basis, reason }) => basis ?? reason ?? '', maxWidth: 44 },
  { heading: 'Trích yếu', value: subjectText, maxWidth: 50 },
];
