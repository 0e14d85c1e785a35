import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ActRefused } from '#api/edge/problem-errors.ts';
import type { OfficerId } from '#domain/kernel/event.ts';
import { ensureCalendars } from '../calendars/ensure-calendars.ts';
import type { OpenLedger } from '../compose.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure, interrupted } from '../frame/failure.ts';
import { publishRulebook } from '../rules/publish-rulebook.ts';
import { eventsOf, placedActs, play, standingOf, type Played } from './play.ts';
import { province, type Province, type SampleOptions } from './province.ts';
import { sampleBegins } from './sample-period.ts';
import { packaged } from './stories/packaged.ts';
import { storiesOf, type Stories } from './stories/stories.ts';
import { World } from './world.ts';

/** `reference`: events that are no part of the sample, but brought along by the product. */
export type Built = {
  readonly sample: Province;
  /** Dossiers of the stories, beside those of the sample. */
  readonly storyDossiers: number;
  /** In whose trail something was lawfully erased. */
  readonly erasedOf: OfficerId;
  readonly played: Played;
  readonly added: number;
  readonly reference: number;
};

/** Brings the ledger to hold this sample: all of it, the rest of it after an interruption, or nothing more. */
export const buildSample = async (
  context: CliContext,
  ledger: OpenLedger,
  made: { readonly options: SampleOptions; readonly api: NestFastifyApplication },
): Promise<Built> => {
  await refuseToMix(ledger, made.options);
  const reference = await bringAlong(ledger);
  const sample = province(made.options);
  await ledger.readModels.directory.setNames([...sample.names].map(([officerId, name]) => ({ officerId, name })));
  const stories = storiesOf(new World(made.options.seed), sample.organisation, await packaged());
  const placed = placedActs(sample, stories);
  const progress = context.output.progress('Dựng tỉnh mẫu / building the sample province', eventsOf(placed));
  const earlier: { told: number | null } = { told: null };
  try {
    const played = await play(
      placed,
      { bus: made.api.get(CommandBus), store: ledger.store },
      {
        stop: context.stop,
        onProgress: (told) => {
          earlier.told ??= told;
          progress.advance(told);
        },
      },
    );
    if (!played.finished) throw interrupted(resume(played));
    const storyDossiers = dossiersIn(stories);
    return {
      sample,
      storyDossiers,
      erasedOf: stories.erasure.officer,
      played,
      added: played.told - (earlier.told ?? 0),
      reference,
    };
  } catch (error) {
    if (error instanceof ActRefused) throw disturbed(error);
    throw error;
  } finally {
    progress.end();
  }
};

const dossiersIn = ({ acts }: Stories): number =>
  new Set(acts.flatMap(({ subject, stream }) => (subject.category === 'dossier' ? [stream] : []))).size;

/** What the product brings into every ledger, recorded at the sample's beginning; answers how many events that makes. */
const bringAlong = async (ledger: OpenLedger): Promise<number> => {
  const provenance = { kind: 'sample' } as const;
  const calendars = await ensureCalendars(ledger, provenance);
  const { version } = await publishRulebook({ store: ledger.store, clock: { now: () => sampleBegins }, provenance });
  return calendars + version;
};

/** A ledger cannot be cleaned, so sample and real entries never come together in one. */
const refuseToMix = async ({ store }: OpenLedger, options: SampleOptions): Promise<void> => {
  const standing = await standingOf(store, options);
  if (standing === 'real-entries') {
    throw new CliFailure({
      vi: 'Sổ cái này đã có dữ liệu không phải mẫu; không trộn dữ liệu mẫu vào. Dùng thư mục khác: ledger demo --data-dir ./var-demo',
      en: 'This ledger holds entries that are not sample data; the sample is not mixed in. Use another folder: ledger demo --data-dir ./var-demo',
    });
  }
  if (standing === 'another-sample') {
    throw new CliFailure({
      vi: 'Sổ cái này đã có dữ liệu mẫu dựng với --seed hoặc --dossiers khác. Dùng lại giá trị cũ, hoặc thư mục khác (--data-dir).',
      en: 'This ledger holds a sample made with another --seed or --dossiers. Use those again, or another folder (--data-dir).',
    });
  }
};

const resume = ({ told, total }: Played) => ({
  vi: `Đã ghi ${String(told)}/${String(total)} việc; chạy lại "ledger demo" để dựng tiếp.`,
  en: `${String(told)} of ${String(total)} acts are recorded; run "ledger demo" again to go on.`,
});

/** The sample breaks no rule by itself: somebody else has worked on its dossiers meanwhile. */
const disturbed = (cause: ActRefused): CliFailure =>
  new CliFailure(
    {
      vi: `Không dựng tiếp được: hồ sơ mẫu đã bị thay đổi (${cause.code}). Dùng thư mục dữ liệu mới (--data-dir).`,
      en: `Cannot go on: the sample's dossiers have been changed meanwhile (${cause.code}). Use a new data folder (--data-dir).`,
    },
    1,
    { cause },
  );
