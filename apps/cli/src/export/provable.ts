import { streamOf } from '#domain/events.ts';
import { assembleBundle, NotYetProvable } from '#sealing/assemble-bundle.ts';
import { evidenceStatus } from '#sealing/signer/evidence-status.ts';
import { pause } from '#worker/pause.ts';
import type { OpenLedger } from '../compose.ts';
import { orSayWhyRefused, sealUpTo } from '../evidence/evidence-acts.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure, interrupted } from '../frame/failure.ts';
import type { ReportParts } from './report.ts';

export type AssembledParts = Omit<ReportParts, 'madeAt'>;

/** Rounds of another process that may bring nothing: one under way, which missed the last act, and the next. */
const attempts = 4;

/** Does a map of this size take in every act up to the position? What evidence says about itself needs no map. */
const isMapped = async ({ store }: OpenLedger, size: bigint, head: bigint): Promise<boolean> => {
  for await (const { stream, position } of store.readAll({ fromPosition: size })) {
    if (position > head) break;
    if (stream !== streamOf.evidence()) return false;
  }
  return true;
};

/** The map comes piece by piece after many acts at once. While it comes, there is reason to wait. */
class MapWait {
  #size = -1n;
  #left = attempts;

  constructor(
    private readonly context: CliContext,
    private readonly ledger: OpenLedger,
    private readonly head: bigint,
  ) {}

  /** Whether to look once more; before that, waits for a round of whoever seals, unless the map has just grown. */
  async goesOn(): Promise<boolean> {
    const { context, ledger } = this;
    if (this.#left < attempts) await pause(ledger.evidence.settings.checkpointIntervalMs, context.stop);
    if (context.stop.aborted) throw interrupted({ vi: 'Không có tệp nào được ghi.', en: 'No file was written.' });
    this.#left -= 1;
    return this.#left >= 0;
  }

  /** Whether the map covers what is to be exported. Says how much it lacks. */
  async isOver(): Promise<boolean> {
    const { size } = await (await this.ledger.evidence.index()).state();
    if (size > this.#size) this.#left = attempts;
    this.#size = size;
    if (await isMapped(this.ledger, size, this.head)) return true;
    const left = this.head + 1n - size;
    this.context.output.note(
      `Chờ bản đồ đối tượng: còn ${left} việc… / waiting for the subject map: ${left} events to go…`,
    );
    return false;
  }
}

const assembled = async (
  { store, evidence }: OpenLedger,
  subjects: readonly string[],
): Promise<AssembledParts | NotYetProvable> => {
  try {
    return await assembleBundle({ store, index: await evidence.index(), settings: evidence.settings, subjects });
  } catch (error) {
    if (error instanceof NotYetProvable && error.why !== 'unknown-subject') return error;
    throw error;
  }
};

const notYet = (missing: NotYetProvable | null): CliFailure => {
  const detail = missing === null ? 'map-not-covered' : missing.message;
  return new CliFailure(
    {
      vi: `Chưa chứng minh được: điểm kiểm chưa phủ hết các việc cần xuất (${detail}). Thử lại sau ít phút; xem: ledger evidence`,
      en: `Not provable yet: no checkpoint covers everything that is to be exported (${detail}). Try again shortly; see: ledger evidence`,
    },
    1,
    { cause: missing },
  );
};

const unknownSubject = (error: NotYetProvable): CliFailure =>
  new CliFailure(
    {
      vi: `Không việc nào trong sổ nói về đối tượng này (${error.message}).`,
      en: `No entry concerns it: ${error.message}.`,
    },
    1,
    { cause: error },
  );

/** Seals what is not sealed yet, or waits for the process that does; says so beforehand. */
const sealed = async (context: CliContext, ledger: OpenLedger): Promise<void> => {
  const size = (await ledger.store.headPosition()) + 1n;
  const { checkpoint } = await evidenceStatus(ledger.evidence.settings);
  const left = size - BigInt(checkpoint?.size ?? 0);
  if (left > 0n) context.output.note(`Niêm phong ${left} việc còn lại… / sealing ${left} more events…`);
  await orSayWhyRefused(() => sealUpTo(context, ledger, size));
};

/**
 * The parts of a bundle that holds every event of these subjects up to now, under a checkpoint. Throws CliFailure
 * when it cannot be proved, saying what is missing.
 */
export const provable = async (
  context: CliContext,
  ledger: OpenLedger,
  subjects: readonly string[],
): Promise<AssembledParts> => {
  const wait = new MapWait(context, ledger, await ledger.store.headPosition());
  let missing: NotYetProvable | null = null;
  while (await wait.goesOn()) {
    await sealed(context, ledger);
    if (!(await wait.isOver())) continue;
    const outcome = await assembled(ledger, subjects).catch((error: unknown) => {
      throw error instanceof NotYetProvable ? unknownSubject(error) : error;
    });
    if (!(outcome instanceof NotYetProvable)) return outcome;
    missing = outcome;
  }
  throw notYet(missing);
};
