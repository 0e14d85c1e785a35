import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import { ledgerAsOcel } from '#api/export/ledger-ocel.ts';
import { ledgerAsXes } from '#api/export/ledger-xes.ts';
import { LedgerSnapshot, type LedgerSelection } from '#api/export/selection.ts';
import { trailAs, trailFormats, type TrailFormat } from '#api/export/trail-formats.ts';
import { openTrail } from '#api/export/trail-source.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { systemClock } from '#platform/clock.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { asOfMoment, both, ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure, explain, interrupted } from '../frame/failure.ts';
import { exportBundle } from '../export/export-bundle.ts';
import { withViews } from '../views.ts';

const ledgerFormats = ['xes', 'ocel'] as const;
type Format = TrailFormat | (typeof ledgerFormats)[number];

type Options = CommonOptions &
  Omit<LedgerSelection, 'dossier'> & {
    readonly format?: Format;
    readonly bundle?: string;
    readonly policyOut?: string;
    readonly matters?: true;
    readonly officer?: string;
    readonly unit?: string;
    readonly dossier?: readonly string[];
    readonly all?: true;
    readonly asOf?: string;
    readonly bom?: true;
    readonly out?: string;
  };

export const exportCommand = (context: CliContext): Command =>
  withBundle(
    ledgerCommand('export', {
      vi: 'Xuất vết trách nhiệm của một người, hoặc sổ cái hay một phần của nó; --bundle: kèm bằng chứng',
      en: "Export a person's responsibility trail, or the ledger or a part of it; --bundle: with its proof",
    })
      .addOption(
        option('--officer <id>', {
          vi: 'vết của cán bộ này: json, csv, xes',
          en: "this officer's trail: json, csv, xes",
        }).conflicts(['all', 'unit', 'dossier', 'from', 'to']),
      )
      .addOption(option('--all', { vi: 'cả sổ cái: xes, ocel', en: 'the whole ledger: xes, ocel' }))
      .addOption(option('--unit <id>', { vi: 'hồ sơ đơn vị này từng giữ', en: 'dossiers this unit has held' }))
      .addOption(
        option('--dossier <id...>', {
          vi: 'một hồ sơ; với --bundle có thể nhiều',
          en: 'one dossier; several with --bundle',
        }),
      )
      .addOption(
        option('--from <moment>', { vi: 'hồ sơ có việc từ lúc này', en: 'dossiers with an entry since' }).argParser(
          beginning,
        ),
      )
      .addOption(
        option('--to <moment>', { vi: 'hồ sơ có việc đến lúc này', en: 'dossiers with an entry until' }).argParser(
          asOfMoment,
        ),
      )
      .addOption(
        new Option(
          '--format <format>',
          both({ vi: 'định dạng, trừ khi có --bundle', en: 'format, unless --bundle' }),
        ).choices([...trailFormats, 'ocel']),
      )
      .addOption(
        option('--as-of <moment>', {
          vi: 'với --officer: tại ngày (hết ngày) hoặc thời điểm này',
          en: 'with --officer: as of this day (its end) or moment',
        }).argParser(asOfMoment),
      )
      .addOption(option('--bom', { vi: 'CSV: thêm BOM cho Excel', en: 'CSV: byte order mark for Excel' }))
      .addOption(
        option('--out <file>', { vi: 'ghi ra tệp (mặc định: stdout)', en: 'write to a file (default: stdout)' }),
      ),
  ).action(async (options: Options) => {
    const { bundle, ...rest } = options;
    if (bundle !== undefined) {
      refuseUnfitBundle(rest);
      return exportBundle(context, { ...rest, bundle });
    }
    refuseUnfit(options);
    await (options.officer === undefined
      ? exportLedger(context, options)
      : exportTrail(context, options, options.officer));
    if (options.out !== undefined && options.json) context.output.json({ file: options.out, format: options.format });
    else if (options.out !== undefined) context.output.note(`→ ${options.out}`);
  });

const withBundle = (command: Command): Command =>
  command
    .addOption(
      option('--bundle <file>', {
        vi: 'gói tự chứng minh: mọi việc của cán bộ, đơn vị hoặc các hồ sơ, kiểm chứng được ngoại tuyến',
        en: 'a bundle that proves itself: every event of the officer, unit or dossiers, verifiable offline',
      }),
    )
    .addOption(
      option('--policy-out <file>', {
        vi: 'với --bundle: chính sách tin vào khóa của chính sổ này, để thử',
        en: "with --bundle: a policy that trusts this ledger's own keys, for trying things out",
      }),
    )
    .addOption(
      option('--matters', {
        vi: 'với --bundle: trọn vẹn cả các hồ sơ, nhiệm vụ, văn bản có việc của họ',
        en: 'with --bundle: complete also about every matter in which their events stand',
      }),
    );

/** A day as a lower bound is its first moment, in Vietnam. */
const beginning = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text)
    ? new Date(`${asOfMoment(text).slice(0, 10)}T00:00:00.000+07:00`).toISOString()
    : asOfMoment(text);

type Objections = readonly (readonly [broken: boolean, vi: string, en: string])[];

const refuse = (objections: Objections): void => {
  for (const [broken, vi, en] of objections) if (broken) throw new CliFailure({ vi, en }, 2);
};

function refuseUnfitBundle({ officer, unit, dossier, ...others }: Options): void {
  const kinds = [officer, unit, dossier].filter((condition) => condition !== undefined).length;
  const { all, from, to, format, asOf, bom, out } = others;
  const strange = [all, from, to, format, asOf, bom, out].some((given) => given !== undefined);
  refuse([
    [
      kinds !== 1,
      'Với --bundle, chọn một: --officer, --unit, --dossier.',
      'With --bundle choose one: --officer, --unit, --dossier.',
    ],
    [
      strange,
      '--bundle không đi với --all, --from, --to, --format, --as-of, --bom, --out: gói luôn trọn vẹn.',
      '--bundle does not go with --all, --from, --to, --format, --as-of, --bom, --out: a bundle is always whole.',
    ],
  ]);
}

function refuseUnfit(options: Options): void {
  const { officer, all, unit, dossier, from, to, format, asOf, bom, policyOut, matters } = options;
  const filtered = [unit, dossier, from, to].some((condition) => condition !== undefined);
  const ofLedger = officer === undefined;
  const fit: readonly Format[] = ofLedger ? ledgerFormats : trailFormats;
  const several = dossier !== undefined && dossier.length > 1;
  const forBundle = policyOut !== undefined || matters !== undefined;
  refuse([
    [forBundle, '--policy-out và --matters chỉ đi với --bundle.', '--policy-out and --matters go with --bundle.'],
    [format === undefined, 'Thiếu --format (hoặc --bundle).', 'Missing --format (or --bundle).'],
    [several, 'Nhiều hồ sơ chỉ đi với --bundle.', 'Several dossiers go with --bundle.'],
    [ofLedger && all !== true && !filtered, `Chọn ${choices} hoặc --to.`, `Choose ${choices} or --to.`],
    [all === true && filtered, '--all không đi với bộ lọc.', '--all does not go with a filter.'],
    [
      format !== undefined && !fit.includes(format),
      `Ở đây --format phải là: ${fit.join(', ')}.`,
      `Here --format must be: ${fit.join(', ')}.`,
    ],
    [ofLedger && asOf !== undefined, '--as-of chỉ đi với --officer.', '--as-of goes with --officer.'],
    [bom === true && format !== 'csv', '--bom chỉ dùng cho CSV.', '--bom is for CSV.'],
  ]);
}

const choices = '--officer, --all, --unit, --dossier, --from';

const exportTrail = (context: CliContext, options: Options, officer: string): Promise<void> =>
  withViews(context, options, async ({ store, readModels }) => {
    const reference = await new LedgerReference(store).current();
    const trail = await openTrail({ queries: readModels.queries, reference }, officer, options.asOf);
    if (!trail)
      throw new CliFailure({
        vi: `Sổ cái không có cán bộ mã "${officer}".`,
        en: `The ledger has no officer "${officer}".`,
      });
    const format = options.format as TrailFormat;
    await write(
      context,
      trailAs(trail, { format, bom: options.bom === true, exportedAt: systemClock.now() }),
      options.out,
    );
  });

async function exportLedger(context: CliContext, options: Options): Promise<void> {
  const ledger = await openLedger(configOf(context.env, options));
  try {
    await refuseUnknown(ledger, options);
    const { unit, from, to } = options;
    const [dossier] = options.dossier ?? [];
    const snapshot = await LedgerSnapshot.take(ledger.store, { dossier, unit, from, to });
    await write(context, options.format === 'ocel' ? ledgerAsOcel(snapshot) : ledgerAsXes(snapshot), options.out);
  } finally {
    await ledger.close();
  }
}

/** An empty file for a mistyped id would look like an answer. */
async function refuseUnknown({ store }: OpenLedger, { dossier: dossiers = [], unit }: Options): Promise<void> {
  const [dossier] = dossiers;
  if (dossier !== undefined && (await store.streamHead(`dossier-${dossier}`)) === null) {
    throw new CliFailure({ vi: `Sổ cái không có hồ sơ "${dossier}".`, en: `The ledger has no dossier "${dossier}".` });
  }
  if (unit !== undefined && (await store.streamHead(`unit-${unit}`)) === null) {
    throw new CliFailure({ vi: `Sổ cái không có đơn vị "${unit}".`, en: `The ledger has no unit "${unit}".` });
  }
}

/** A file appears under its name only when it is whole. */
async function write({ stop }: CliContext, text: AsyncIterable<string>, out: string | undefined): Promise<void> {
  const source = Readable.from(text, { objectMode: false });
  try {
    if (out === undefined) {
      await pipeline(source, process.stdout, { signal: stop, end: false });
      return;
    }
    const partial = `${out}.partial`;
    try {
      await pipeline(source, createWriteStream(partial), { signal: stop });
      await rename(partial, out);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  } catch (error) {
    if (stop.aborted) throw interrupted({ vi: 'Không có tệp nào được ghi.', en: 'No file was written.' });
    throw new CliFailure({ vi: `Không xuất được: ${explain(error)}`, en: `Export failed: ${explain(error)}` }, 1, {
      cause: error,
    });
  }
}
