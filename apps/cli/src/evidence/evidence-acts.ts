import { systemClock } from '#platform/clock.ts';
import { createLogger } from '#platform/logging.ts';
import { evidencePaths } from '#sealing/evidence-folder.ts';
import { comparedLeaves, refuseFork } from '#sealing/signer/agreement.ts';
import { EvidenceLog } from '#sealing/signer/evidence-log.ts';
import { evidenceStatus } from '#sealing/signer/evidence-status.ts';
import { startIncarnation } from '#sealing/signer/incarnation.ts';
import type { CurrentLog } from '#sealing/signer/log-folder.ts';
import { introduceKey, nextKeyFile, putKeyInPlace, type IntroducedKey } from '#sealing/signer/rotation.ts';
import { remedyOf, SealingRefused } from '#sealing/signer/sealing-refused.ts';
import { keyFileOf, openSigningKey, replaceLostKey, UnusableKey } from '#sealing/signer/signing-key.ts';
import { takeStanding, type Standing } from '#sealing/signer/standing.ts';
import { openTileLog } from '#sealing/tile-log.ts';
import { pause } from '#worker/pause.ts';
import type { OpenLedger } from '../compose.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure, interrupted } from '../frame/failure.ts';
import { sealNow } from './sealing.ts';

const lookMs = 250;
/** The sealer of another process has so many of its intervals, and half a minute for slow witnesses. */
const patienceIntervals = 3;
const patienceMs = 30_000;

/** A refusal in both languages, with what to do. */
export const refusalText = ({ code, sentence }: SealingRefused) => ({
  vi: `${sentence.vi}. ${remedyOf(code).vi}`,
  en: `${sentence.en}. ${remedyOf(code).en}`,
});

/** Answers what the work answers. A refusal to sign becomes a CliFailure with what to do about it. */
export const orSayWhyRefused = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SealingRefused) throw new CliFailure(refusalText(error), 1, { cause: error });
    if (!(error instanceof UnusableKey)) throw error;
    throw new CliFailure({ vi: `Không dùng được khóa ký: ${error.message}`, en: error.message }, 1, { cause: error });
  }
};

/**
 * Seals until a checkpoint covers so many events, signed by the key if one is named: by a round of our own, or by
 * waiting for the process that seals.
 */
export const sealUpTo = async (
  context: CliContext,
  ledger: OpenLedger,
  size: bigint,
  signedBy: string | null = null,
): Promise<void> => {
  const { settings } = ledger.evidence;
  const looks = (settings.checkpointIntervalMs * patienceIntervals + patienceMs) / lookMs;
  // What goes wrong is said once, by the command itself.
  const logger = createLogger('silent');
  for (let look = 0; look < looks; look += 1) {
    if (context.stop.aborted) throw interrupted({ vi: 'Chưa niêm phong xong.', en: 'Sealing is not complete.' });
    await sealNow(ledger, logger, context.stop);
    const { checkpoint, key, refused } = await evidenceStatus(settings);
    const signed = signedBy === null || key === signedBy;
    if (signed && checkpoint !== null && BigInt(checkpoint.size) >= size) return;
    if (refused !== null) throw new SealingRefused(refused.code, refused.sentence);
    await pause(lookMs, context.stop);
  }
  throw new CliFailure({
    vi: 'Tiến trình đang niêm phong chưa tạo điểm kiểm mới. Xem: ledger evidence, ledger doctor',
    en: 'The process that seals has not made a new checkpoint. See: ledger evidence, ledger doctor',
  });
};

/** What a signer would find now; nothing is written. Throws SealingRefused, UnusableKey. */
export const examineEvidence = async ({ store, config, evidence }: OpenLedger, depth: number): Promise<Standing> => {
  const standing = await takeStanding(
    {
      store,
      settings: evidence.settings,
      openKey: () => openSigningKey(config.evidence),
      log: new EvidenceLog(store),
      openTiles: (folder) => openTileLog(folder, { readOnly: true }),
    },
    depth,
  );
  const last = standing.last?.checkpoint ?? null;
  // Shorter tiles are fed from the database before the next signature, and judged then.
  if (last !== null && standing.tiles.size >= last.size) await refuseFork(standing.tiles, last);
  return standing;
};

/** null: nothing is wrong. */
const whatIsWrong = async (ledger: OpenLedger): Promise<SealingRefused | UnusableKey | null> => {
  try {
    await examineEvidence(ledger, comparedLeaves);
    return null;
  } catch (error) {
    if (error instanceof SealingRefused || error instanceof UnusableKey) return error;
    throw error;
  }
};

export type Incarnation = { readonly reason: string; readonly anyway: boolean };

/** Throws CliFailure when nothing speaks for a new log. */
export const beginIncarnation = async (
  context: CliContext,
  ledger: OpenLedger,
  { reason, anyway }: Incarnation,
): Promise<CurrentLog> => {
  const wrong = await whatIsWrong(ledger);
  if (wrong === null && !anyway) {
    throw new CliFailure(
      {
        vi: 'Cơ sở dữ liệu nối tiếp đúng những gì đã ký: không cần đời mới. Nếu vẫn muốn: thêm --anyway',
        en: 'The database extends what was signed: no new incarnation is needed. To begin one all the same: --anyway',
      },
      2,
    );
  }
  const { store, evidence, config } = ledger;
  const begun = await startIncarnation({ store, settings: evidence.settings, clock: systemClock }, reason);
  if (wrong instanceof UnusableKey) await replaceLostKey(config.evidence);
  await untilSealed(context, ledger, begun.incarnation);
  return begun;
};

const untilSealed = async (context: CliContext, ledger: OpenLedger, incarnation: number): Promise<void> => {
  const { settings } = ledger.evidence;
  const size = (await ledger.store.headPosition()) + 1n;
  await sealUpTo(context, ledger, size);
  const status = await evidenceStatus(settings);
  if (status.incarnation !== incarnation) throw new Error(`the log is at incarnation ${String(status.incarnation)}`);
};

export type Rotated = IntroducedKey & {
  /** Where the operator finds the key that is to be put into the environment; null: it signs already. */
  readonly waitingIn: string | null;
};

const nothingSealed = {
  vi: 'Chưa niêm phong lần nào, chưa có khóa nào để đổi: ledger evidence seal',
  en: 'Nothing has been sealed yet, so there is no key to change: ledger evidence seal',
};

/** Names the next key, lets the former one seal that, puts the next one in its place. */
export const rotateKey = async (context: CliContext, ledger: OpenLedger, reason: string): Promise<Rotated> => {
  const { store, config } = ledger;
  const { current, last } = await examineEvidence(ledger, comparedLeaves);
  // A key that has signed nothing has nothing to hand over; the folder of its log has not begun.
  if (last === null) throw new CliFailure(nothingSealed, 2);
  const keyFile = keyFileOf(config.evidence);
  const nextFile = nextKeyFile(keyFile ?? evidencePaths.key(config.evidence.dir));
  const former = await openSigningKey(config.evidence);
  const introduced = await introduceKey(
    { store, clock: systemClock, origin: current.origin, former, nextFile },
    reason,
  );
  await sealUpTo(context, ledger, introduced.position + 1n);
  if (keyFile === null) return { ...introduced, waitingIn: nextFile };
  await putKeyInPlace(nextFile, keyFile);
  await sealUpTo(context, ledger, introduced.position + 1n, introduced.key);
  return { ...introduced, waitingIn: null };
};
