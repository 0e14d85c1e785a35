import type { Reference } from '#domain/reference.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { namesSomebody, unknownNames, type UnknownName } from '#ledger/unknown-names.ts';
import { ReadModelLagging } from '#read-models/apply/wait-for.ts';
import { InvalidCursor } from '#read-models/page/cursor.ts';
import { systemClock, type Clock } from '#platform/clock.ts';
import { createLogger, type Logger } from '#platform/logging.ts';
import { startWorker } from '#worker/worker.ts';
import { openLedger, type OpenLedger } from './compose.ts';
import { sealing } from './evidence/sealing.ts';
import type { CommonOptions } from './frame/command.ts';
import { configOf } from './frame/config.ts';
import type { CliContext } from './frame/context.ts';
import { CliFailure, interrupted } from './frame/failure.ts';

const lookMs = 1_000;
/** The views stand still for so many looks: something other than much work is wrong. */
const patienceLooks = 30;

/**
 * Opens the ledger, brings its views up to the last event, asks. The follower in this process stands by
 * where another one (a running `start`) already leads.
 */
export const withViews = async <Answer>(
  context: CliContext,
  options: CommonOptions,
  ask: (ledger: OpenLedger) => Promise<Answer>,
): Promise<Answer> => {
  const ledger = await openLedger(configOf(context.env, options));
  try {
    await following(ledger, { logger: quietLogger() }, () => untilCurrent(ledger, context));
    await known(ledger, options);
    return await ask(ledger);
  } catch (error) {
    if (error instanceof InvalidCursor) throw invalidCursor(error);
    throw error;
  } finally {
    await ledger.close();
  }
};

const known = async ({ store }: OpenLedger, asked: object): Promise<void> => {
  if (namesSomebody(asked)) refuseUnknown(asked, await new LedgerReference(store).current());
};

/** An empty answer about a unit or officer that does not exist would look like a clean record. Throws CliFailure. */
export const refuseUnknown = (asked: object, reference: Reference): void => {
  const [first] = unknownNames(asked, reference);
  if (first !== undefined) throw unknownName(first);
};

/**
 * Runs a follower for as long as the work takes. With a clock it also records what falls due: only who
 * serves does that, a question never writes, and who serves makes the views anew after an erasure.
 */
export const following = async <Answer>(
  { store, readModels }: OpenLedger,
  { logger, clock }: { readonly logger: Logger; readonly clock?: Clock },
  work: () => Promise<Answer>,
): Promise<Answer> => {
  const worker = await startWorker({ store, readModels, logger, ...(clock && { clock, cleansViews: true }) });
  try {
    return await work();
  } finally {
    await worker.stop();
  }
};

/**
 * Follows, records what falls due and seals, for as long as the work takes: what a process does that serves.
 */
export const keeping = async <Answer>(
  ledger: OpenLedger,
  logger: Logger,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  await ledger.anchors.follow();
  return following(ledger, { logger, clock: systemClock }, () => sealing(ledger, logger, work));
};

/** Warnings only, and on stderr: stdout belongs to the answer. */
export const quietLogger = (): Logger => createLogger('warn', process.stderr);

/** Resolves when the views have reached what is the last event now. */
export const untilCurrent = async ({ store, readModels }: OpenLedger, context: CliContext): Promise<void> => {
  const head = await store.headPosition();
  if (head < 0n) return;
  const start = await slowest(readModels);
  const progress = Number(head - start) > 5_000 ? context.output.progress(catchingUp, Number(head - start)) : null;
  try {
    for (let reached = start, still = 0; !(await arrived(readModels, head));) {
      if (context.stop.aborted) throw interrupted(resumeCatchUp);
      const now = await slowest(readModels);
      still = now > reached ? 0 : still + 1;
      reached = now;
      progress?.advance(Number(reached - start));
      if (still >= patienceLooks) throw stuck(head, reached);
    }
    progress?.advance(Number(head - start));
  } finally {
    progress?.end();
  }
};

type Views = OpenLedger['readModels'];

const arrived = async (readModels: Views, head: bigint): Promise<boolean> => {
  try {
    await readModels.waitFor(head, lookMs);
    return true;
  } catch (error) {
    if (!(error instanceof ReadModelLagging)) throw error;
    const parked = error.reached.find((checkpoint) => checkpoint.parked !== null);
    if (parked?.parked) throw parkedAt(parked.projection, parked.parked.position, error);
    return false;
  }
};

const slowest = async (readModels: Views): Promise<bigint> =>
  (await readModels.positions()).reduce<bigint>(
    (least, { position }) => (position < least ? position : least),
    2n ** 62n,
  );

const catchingUp = 'Cập nhật bảng tra cứu / updating the views';
const resumeCatchUp = {
  vi: 'Chạy lại lệnh để tiếp tục cập nhật bảng tra cứu.',
  en: 'Run the command again to go on updating the views.',
};

const unknownName = ({ kind, id }: UnknownName): CliFailure =>
  new CliFailure({
    vi: `Sổ cái không có ${kind === 'unit' ? 'đơn vị' : 'cán bộ'} mã "${id}".`,
    en: `The ledger has no ${kind} with id "${id}".`,
  });

const parkedAt = (projection: string, position: bigint, cause: Error): CliFailure =>
  new CliFailure(
    {
      vi: `Bảng tra cứu "${projection}" dừng ở sự kiện số ${String(position)}. Xem: ledger doctor`,
      en: `View "${projection}" is parked at event ${String(position)}. See: ledger doctor`,
    },
    1,
    { cause },
  );

const stuck = (head: bigint, reached: bigint): CliFailure =>
  new CliFailure({
    vi: `Bảng tra cứu đứng ở sự kiện số ${String(reached)}, sổ cái đã đến ${String(head)}. Xem: ledger doctor`,
    en: `The views stand at event ${String(reached)}, the ledger is at ${String(head)}. See: ledger doctor`,
  });

const invalidCursor = (cause: InvalidCursor): CliFailure =>
  new CliFailure(
    {
      vi: `Con trỏ không do lệnh này đưa ra: ${cause.cursor}`,
      en: `The cursor was not given out by this command: ${cause.cursor}`,
    },
    2,
    { cause },
  );
