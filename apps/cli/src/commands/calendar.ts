import { Command, InvalidArgumentError } from 'commander';
import { calendarSummary, calendarView, dueView } from '#api/calendars/calendar-views.ts';
import type {
  CalendarSummary,
  CalendarView,
  DueView,
  ExceptionalDayView,
  TermDayView,
} from '#contracts/calendar-views.ts';
import type { Term } from '#domain/calendar/term.ts';
import type { Reference } from '#domain/reference.ts';
import { isDay } from '#domain/time/instant.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { systemClock } from '#platform/clock.ts';
import { calendarFile, packagedCalendars } from '../calendars/packaged-calendars.ts';
import { publishCalendars } from '../calendars/publish-calendars.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { asOfMoment, both, ledgerCommand, option, wholeNumber, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { CliFailure } from '../frame/failure.ts';
import { moment } from '../frame/moment.ts';
import { facts, table, type Column } from '../frame/table.ts';
import { speakVietnamese } from '../frame/usage.ts';

export const calendarCommand = (context: CliContext): Command => {
  const parent = speakVietnamese(new Command('calendar'), context.output).description(
    both({ vi: 'Lịch làm việc: xem, công bố, tính hạn', en: 'Office calendar: show, publish, compute a due moment' }),
  );
  for (const command of [showCommand(context), publishCommand(context), dueCommand(context)]) {
    parent.addCommand(command.copyInheritedSettings(parent));
  }
  return parent;
};

const withLedger = async <Answer>(
  context: CliContext,
  options: CommonOptions,
  work: (ledger: OpenLedger) => Promise<Answer>,
): Promise<Answer> => {
  const ledger = await openLedger(configOf(context.env, options));
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
};

const referenceIn = (context: CliContext, options: CommonOptions): Promise<Reference> =>
  withLedger(context, options, ({ store }) => new LedgerReference(store).current());

type ShowOptions = CommonOptions & { readonly edition?: number };

const showCommand = (context: CliContext): Command =>
  ledgerCommand('show', {
    vi: 'Các lịch, hoặc một lịch với mọi ngày nghỉ và ngày làm bù',
    en: 'The calendars, or one with its days off and make-up days',
  })
    .argument('[id]', both({ vi: 'mã lịch', en: 'calendar id' }))
    .addOption(
      option('--edition <n>', { vi: 'bản số (mặc định: mới nhất)', en: 'version (default: the newest)' }).argParser(
        wholeNumber(1, 100_000),
      ),
    )
    .action(async (id: string | undefined, options: ShowOptions) => {
      const { calendars } = await referenceIn(context, options);
      if (id === undefined) return sayCalendars(context.output, calendars.newest().map(calendarSummary), options);
      const versions = calendars.versionsOf(id);
      const found = options.edition === undefined ? versions.at(-1) : versions[options.edition - 1];
      if (found === undefined)
        throw new CliFailure({ vi: `Không có lịch này: ${id}`, en: `No such calendar: ${id}` }, 2);
      sayCalendar(context.output, calendarView(found.version), options);
    });

const sayCalendars = (output: Output, found: readonly CalendarSummary[], { json }: CommonOptions): void => {
  if (json) return output.json(found);
  if (found.length === 0) return output.line('Chưa có lịch nào; công bố: ledger calendar publish / No calendar yet.');
  for (const line of table(summaryColumns, found)) output.line(line);
};

const sayCalendar = (output: Output, found: CalendarView, { json }: CommonOptions): void => {
  if (json) return output.json(found);
  const hours = found.officeHours.map(({ from, to }) => `${from}–${to}`).join(', ');
  for (const line of facts([
    ['Lịch / calendar', `${found.calendar}, bản ${String(found.version)}`],
    ['Thông báo / announced', moment(found.announcedAt)],
    ['Nguồn / source', found.source],
    ['Ngày làm việc / weekdays', found.weekdays.map(weekdayText).join(', ')],
    ['Giờ làm việc / hours', hours],
    ['Biết đầy đủ / complete for', `${dayText(found.knownFrom)} – ${dayText(found.knownTo)}`],
    ['Đơn vị / units', found.units.join(', ') || 'mọi đơn vị / everyone'],
  ])) {
    output.line(line);
  }
  output.line();
  for (const line of table(dayColumns, found.days)) output.line(line);
};

type PublishOptions = CommonOptions & { readonly file?: string };

const publishCommand = (context: CliContext): Command =>
  ledgerCommand('publish', {
    vi: 'Công bố các bản lịch mà sổ cái chưa có; sai một chỗ thì không công bố gì',
    en: 'Publish the versions the ledger lacks; with any fault nothing is published',
  })
    .addOption(
      option('--file <path>', {
        vi: 'tệp lịch (mặc định: các lịch đi kèm)',
        en: 'calendar file (default: the packaged ones)',
      }),
    )
    .action(async (options: PublishOptions) => {
      const { file } = options;
      const versions = file === undefined ? await packagedCalendars() : await calendarFile(file);
      const { added } = await withLedger(context, options, ({ store }) =>
        publishCalendars({ store, clock: systemClock }, versions, file ?? 'config/calendar'),
      );
      if (options.json) return context.output.json({ versions: versions.length, added });
      context.output.line(
        `Đã công bố ${String(added)} bản lịch mới, ${String(versions.length - added)} bản đã có sẵn. / ${String(added)} versions published.`,
      );
    });

type DueOptions = CommonOptions & {
  readonly from?: string;
  readonly unit?: string;
  readonly knownAt?: string;
  readonly days?: number;
  readonly hours?: number;
  readonly on?: string;
  readonly before?: string;
  readonly rollOver?: boolean;
};

const existingDay = (text: string): string => {
  if (isDay(text)) return text;
  throw new InvalidArgumentError(both({ vi: 'Phải là ngày yyyy-MM-dd.', en: 'Must be a day yyyy-MM-dd.' }));
};

const dueCommand = (context: CliContext): Command =>
  ledgerCommand('due', {
    vi: 'Tính hạn: theo số ngày, số giờ làm việc, đến hết ngày hoặc trước ngày',
    en: 'Compute a due moment: in working days or hours, by the end of a day, or before a day',
  })
    .addOption(option('--days <n>', { vi: 'số ngày làm việc', en: 'working days' }).argParser(wholeNumber(0, 1_000)))
    .addOption(option('--hours <n>', { vi: 'số giờ làm việc', en: 'working hours' }).argParser(wholeNumber(0, 1_000)))
    .addOption(option('--on <day>', { vi: 'đến hết ngày', en: 'by the end of this day' }).argParser(existingDay))
    .addOption(option('--before <day>', { vi: 'trước ngày', en: 'before this day' }).argParser(existingDay))
    .addOption(
      option('--roll-over', { vi: 'rơi vào ngày nghỉ thì lùi lại', en: 'a day off moves to the next working day' }),
    )
    .addOption(
      option('--from <moment>', { vi: 'tính từ (mặc định: bây giờ)', en: 'from (default: now)' }).argParser(asOfMoment),
    )
    .addOption(option('--unit <id>', { vi: 'theo lịch của đơn vị', en: 'on the calendar of this unit' }))
    .addOption(
      option('--known-at <moment>', { vi: 'lịch như đã biết lúc đó', en: 'as the calendar was known then' }).argParser(
        asOfMoment,
      ),
    )
    .action(async (options: DueOptions) => {
      const term = termOf(options);
      const now = systemClock.now();
      const { unit = null, from = now, knownAt = now } = options;
      sayDue(context.output, dueView(await referenceIn(context, options), { unit, term, from, knownAt }), options);
    });

const termOf = ({ days, hours, on, before, rollOver = false }: DueOptions): Term => {
  const terms: readonly (Term | null)[] = [
    days === undefined ? null : { kind: 'working-days', days },
    hours === undefined ? null : { kind: 'working-hours', hours },
    on === undefined ? null : { kind: 'day', day: on, rollOver },
    before === undefined ? null : { kind: 'before-day', day: before, rollOver },
  ];
  const [term, other] = terms.filter((said) => said !== null);
  if (term !== undefined && other === undefined) return term;
  throw new CliFailure(
    {
      vi: 'Hãy nêu đúng một trong: --days, --hours, --on, --before.',
      en: 'Say one of: --days, --hours, --on, --before.',
    },
    2,
  );
};

const sayDue = (output: Output, due: DueView, { json }: CommonOptions): void => {
  if (json) return output.json(due);
  for (const line of facts([
    ['Hạn / due', moment(due.dueAt)],
    ['Tính từ / from', moment(due.from)],
    ['Lịch / calendar', `${due.calendar.calendar}, bản ${String(due.calendar.version)} (${due.source})`],
    ['Chắc đến đâu / certainty', certaintyText(due.certainty)],
  ])) {
    output.line(line);
  }
  output.line();
  for (const line of table(termColumns, due.days)) output.line(line);
};

const dayText = (day: string): string => day.split('-').reverse().join('/');
const weekdayText = (day: number): string => (day === 7 ? 'Chủ nhật' : `thứ ${String(day + 1)}`);
const certaintyTexts = {
  V: 'V, đọc trong văn bản / read in a published text',
  S: 'S, nguồn thứ cấp / secondary source',
  M: 'M, theo trí nhớ / from memory',
} as const;
const certaintyText = (certainty: DueView['certainty']): string =>
  certainty === null ? 'ngoài các năm đã biết / outside the years known' : certaintyTexts[certainty];

const summaryColumns: readonly Column<CalendarSummary>[] = [
  { heading: 'Lịch', value: ({ calendar }) => calendar },
  { heading: 'Bản', value: ({ version }) => String(version), align: 'right' },
  { heading: 'Thông báo', value: ({ announcedAt }) => moment(announcedAt) },
  { heading: 'Biết đến hết', value: ({ knownTo }) => dayText(knownTo) },
  { heading: 'Đơn vị', value: ({ units }) => units.join(', ') || 'mọi đơn vị', maxWidth: 40 },
  { heading: 'Nguồn', value: ({ source }) => source, maxWidth: 60 },
];

const dayColumns: readonly Column<ExceptionalDayView>[] = [
  { heading: 'Ngày', value: ({ day }) => dayText(day) },
  { heading: 'Là', value: ({ off }) => (off ? 'nghỉ' : 'làm bù') },
  { heading: 'Tên', value: ({ name }) => name },
  { heading: 'Hoán đổi với', value: ({ swappedWith }) => (swappedWith === null ? '' : dayText(swappedWith)) },
  { heading: 'Chắc', value: ({ certainty }) => certainty },
];

const termColumns: readonly Column<TermDayView>[] = [
  { heading: 'Ngày', value: ({ day }) => dayText(day) },
  { heading: 'Là', value: ({ working }) => (working ? 'làm việc' : 'nghỉ') },
  { heading: 'Vì', value: ({ name }) => name ?? '' },
  { heading: 'Hoán đổi với', value: ({ swappedWith }) => (swappedWith === null ? '' : dayText(swappedWith)) },
  { heading: 'Chắc', value: ({ certainty }) => certainty ?? '?' },
];
