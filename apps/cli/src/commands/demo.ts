import type { Command } from 'commander';
import { createLogger, type Logger } from '#platform/logging.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import type { Built } from '../demo/build-sample.ts';
import { exampleRequests, readerToken } from '../demo/example-requests.ts';
import { highlightsOf, type Highlights } from '../demo/highlights.ts';
import { defaultSample } from '../demo/province.ts';
import { boundBy, notShown, situations, type Situation } from '../demo/stories/situations.ts';
import { sealNow } from '../evidence/sealing.ts';
import { ledgerCommand, option, wholeNumber } from '../frame/command.ts';
import type { CliContext, Output } from '../frame/context.ts';
import { table } from '../frame/table.ts';
import { servingConfigOf, withServing, type ServingOptions } from '../frame/serving.ts';
import { apiOver, listen, refuseTakenPort, untilStopped } from '../serve.ts';
import { following, keeping, untilCurrent } from '../views.ts';
import { cleanViews } from './rebuild.ts';
import { allowDemoWitness, demoWitnessWarning } from '../witness/demo-witness.ts';

type Options = ServingOptions & { readonly serve: boolean; readonly seed: number; readonly dossiers: number };

export const demoCommand = (context: CliContext): Command =>
  withServing(
    ledgerCommand('demo', {
      vi: 'Dựng một tỉnh mẫu (tỉnh Sơn Hà, hư cấu) rồi chạy sổ cái trên đó',
      en: 'Build a sample province (fictional) and run the ledger on it',
    })
      .addOption(option('--no-serve', { vi: 'chỉ dựng, không chạy', en: 'only build, do not serve' }))
      .addOption(
        option('--seed <n>', { vi: 'hạt giống: cùng số, cùng tỉnh', en: 'same number, same province' })
          .argParser(wholeNumber(0, 4_294_967_295))
          .default(defaultSample.seed),
      )
      .addOption(
        option('--dossiers <n>', { vi: 'số hồ sơ', en: 'number of dossiers' })
          .argParser(wholeNumber(1, 20_000))
          .default(defaultSample.dossiers),
      ),
  ).action(async (options: Options) => {
    const config = servingConfigOf(context.env, options);
    if (options.serve) await refuseTakenPort(config);
    await allowDemoWitness(config);
    const ledger = await openLedger(config);
    try {
      await run(context, ledger, options);
    } finally {
      await ledger.close();
    }
  });

const run = async (context: CliContext, ledger: OpenLedger, options: Options): Promise<void> => {
  // A demonstration shows what the person asked for, not a log line per request, unless they want it.
  const logger = createLogger(context.env['LEDGER_LOG_LEVEL'] ? ledger.config.logLevel : 'warn', process.stderr);
  const api = await apiOver(ledger, logger);
  try {
    const { seed, dossiers } = options;
    const { buildSample } = await import('../demo/build-sample.ts');
    const built = await buildSample(context, ledger, { options: { seed, dossiers }, api });
    // The views' first filling is a rebuild, which notes that they hold nothing of what the sample erased.
    if (built.added > 0) await cleanViews(context, ledger);
    // Only now: following every small commit of the build would cost far more than catching up once.
    const keep = options.serve ? keeping : followingAndSealedOnce;
    await keep(ledger, logger, async () => {
      await untilCurrent(ledger, context);
      const url = options.serve ? await listen(api, ledger.config) : null;
      report(context.output, { built, url, json: options.json === true });
      if (url !== null) await untilStopped(context.stop);
    });
  } finally {
    await api.close();
  }
};

/** A sample to be looked at offline is sealed, too: its trails can be exported and verified. */
const followingAndSealedOnce = (ledger: OpenLedger, logger: Logger, work: () => Promise<void>): Promise<void> =>
  following(ledger, { logger }, async () => {
    await sealNow(ledger, logger);
    await work();
  });

type Report = { readonly built: Built; readonly url: string | null; readonly json: boolean };

const report = (output: Output, { built, url, json }: Report): void => {
  const { sample, storyDossiers, erasedOf, played, added, reference } = built;
  const events = played.total + reference;
  const highlights = highlightsOf(sample);
  if (json) {
    output.json({
      seed: sample.options.seed,
      officers: sample.names.size,
      dossiers: sample.dossiers.length,
      storyDossiers,
      events,
      added,
      url,
      highlights,
      erasedOf,
      situations,
    });
    return;
  }
  const all = `${String(sample.dossiers.length)} hồ sơ và ${String(storyDossiers)} hồ sơ tình huống`;
  const figures = `${String(sample.names.size)} cán bộ, ${all}, ${String(events)} sự kiện`;
  output.line(
    added === 0 ? `Tỉnh mẫu đã có sẵn: ${figures}. / The sample was there already.` : `Đã dựng tỉnh mẫu: ${figures}.`,
  );
  saySituations(output);
  sayEvidence(output, { highlights, erasedOf, url });
  sayHighlights(output, highlights);
  if (url !== null) sayServed(output, url, highlights);
};

const sayServed = (output: Output, url: string, highlights: Highlights): void => {
  output.line(`\nMã truy cập thử / a token to try with:\n  ${readerToken(url)}`);
  output.line('\nThử dán vào một cửa sổ lệnh khác / paste into another shell:');
  for (const request of exampleRequests(url, highlights)) output.line(`  ${request}`);
  output.line(`\nMàn hình / screens:  ${url}`);
  output.line(`Mô tả API / API:     ${url}/docs`);
  output.line('Dừng / stop:         Ctrl-C');
};

type Shown = { readonly highlights: Highlights; readonly erasedOf: string; readonly url: string | null };

const sayEvidence = (output: Output, { highlights, erasedOf, url }: Shown): void => {
  const [{ id, name } = { id: 'ID', name: '' }] = highlights.officers;
  const served = url ?? 'http://127.0.0.1:3000';
  output.line('\n# Bằng chứng mang đi kiểm ngoại tuyến / evidence to verify offline');
  output.line(`# ${name}`);
  output.line(`npx ledger export --officer ${id} --bundle vet.trail --policy-out chinh-sach.json`);
  output.line('node dist/verify.mjs vet.trail --policy chinh-sach.json');
  output.line('# vết có nội dung đã xóa hợp pháp / a trail with a lawfully erased field');
  output.line(`npx ledger export --officer ${erasedOf} --bundle xoa.trail`);
  output.line('node dist/verify.mjs xoa.trail --policy chinh-sach.json');
  output.line('# trong trình duyệt, không cần mạng: mở tệp dist/verify.html / in a browser, without network');
  output.line(`# khi sổ đang chạy / while it serves: ${served}/verify.html, ${served}/evidence`);
  output.line(`${demoWitnessWarning.vi} / ${demoWitnessWarning.en}`);
};

const saySituations = (output: Output): void => {
  const columns = [
    { heading: 'Tình huống / situation', value: ({ vi, en }: Situation) => `${vi} / ${en}` },
    { heading: 'Ở đâu', value: ({ shows }: Situation) => shows },
    { heading: 'Lệnh', value: ({ command }: Situation) => command },
    { heading: 'API', value: ({ path }: Situation) => path },
  ];
  const [headings = '', , ...rows] = table(columns, situations);
  output.line(`\n${boundBy.vi} / ${boundBy.en}\n${headings}`);
  for (const [index, row] of rows.entries()) {
    const group = situations[index]?.group ?? '';
    if (group !== situations[index - 1]?.group) output.line(`# ${group}`);
    output.line(row);
  }
  output.line(`${notShown.vi} / ${notShown.en}`);
};

const sayHighlights = (output: Output, { officers, dossiers }: Highlights): void => {
  output.line('\nĐáng xem / worth looking at (ledger trail ID, ledger dossier ID):');
  for (const { id, name, why, whyEn } of officers) {
    output.line(`\n# ${name}: ${why} / ${whyEn}`);
    output.line(`officer: ${id}`);
  }
  for (const { id, why, whyEn } of dossiers) {
    output.line(`\n# ${why} / ${whyEn}`);
    output.line(`dossier: ${id}`);
  }
};
