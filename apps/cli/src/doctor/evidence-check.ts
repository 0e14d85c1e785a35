import { stat } from 'node:fs/promises';
import { evidenceStatus, type EvidenceStatus } from '#sealing/signer/evidence-status.ts';
import { SealingRefused } from '#sealing/signer/sealing-refused.ts';
import { keyFileOf, UnusableKey } from '#sealing/signer/signing-key.ts';
import type { OpenLedger } from '../compose.ts';
import { examineEvidence, refusalText } from '../evidence/evidence-acts.ts';
import { explain, type Bilingual } from '../frame/failure.ts';
import { moment } from '../frame/moment.ts';
import { check, type Check } from './check.ts';

/** Leaves of the database held against the tiles; `--all` compares every one. */
const comparedLeaves = 10_000;

/** Does the database still hold what was signed, and is the signing in order? Nothing is written. */
export const evidenceChecks = async (ledger: OpenLedger, all: boolean): Promise<Check[]> => {
  const status = await evidenceStatus(ledger.evidence.settings);
  if (status.checkpoint === null && status.refused === null) return [notBegun];
  return [await agreementCheck(ledger, status, all), ...(await keyChecks(ledger))];
};

const notBegun = check('evidence', 'warning', {
  vi: 'Sổ chưa được niêm phong lần nào; "ledger start" hoặc "ledger evidence seal" sẽ làm',
  en: 'The ledger has never been sealed; "ledger start" or "ledger evidence seal" will',
});

const agreementCheck = async (ledger: OpenLedger, status: EvidenceStatus, all: boolean): Promise<Check> => {
  try {
    await examineEvidence(ledger, all ? Number.MAX_SAFE_INTEGER : comparedLeaves);
  } catch (error) {
    const text = wrong(error);
    if (text === null) throw error;
    return check('evidence', 'failed', text);
  }
  return inOrder(status, (await ledger.store.headPosition()) + 1n);
};

const wrong = (error: unknown): Bilingual | null => {
  if (error instanceof SealingRefused) return refusalText(error);
  if (!(error instanceof UnusableKey)) return null;
  return { vi: `Không dùng được khóa ký: ${explain(error)}`, en: `The signing key cannot be used: ${explain(error)}` };
};

const inOrder = ({ checkpoint, failing, witnesses, witnessed }: EvidenceStatus, events: bigint): Check => {
  const size = checkpoint?.size ?? '0';
  const at = checkpoint === null ? '–' : moment(checkpoint.publishedAt);
  const left = String(events - BigInt(size));
  if (failing !== null) {
    return check('evidence', 'warning', {
      vi: `Niêm phong gặp lỗi từ ${moment(failing.since)}, đang thử lại; điểm kiểm cuối ${at}, còn ${left} sự kiện chưa niêm phong`,
      en: `Sealing has gone wrong since ${failing.since} and is tried again; ${left} events are not covered`,
    });
  }
  if (witnesses.length > 0 && !witnessed) {
    return check('evidence', 'warning', {
      vi: `Điểm kiểm cuối (${at}) chưa đủ nhân chứng ký; xem: ledger evidence`,
      en: `Fewer witnesses than the quorum cosigned the last checkpoint; see: ledger evidence`,
    });
  }
  return check('evidence', 'ok', {
    vi: `Cơ sở dữ liệu khớp với điểm kiểm ${size} sự kiện, ${at}; ${left} sự kiện chưa niêm phong`,
    en: `The database agrees with the checkpoint over ${size} events; ${left} are not covered yet`,
  });
};

const keyChecks = async ({ config }: OpenLedger): Promise<Check[]> => {
  const file = keyFileOf(config.evidence);
  // A key that is gone is said above.
  const mode =
    file === null
      ? 0
      : await stat(file).then(
          (found) => found.mode,
          () => 0,
        );
  if ((mode & 0o077) === 0) return [];
  const text = {
    vi: `Người khác đọc được khóa ký ${file}: chmod 600`,
    en: `Others can read the signing key ${file}: chmod 600`,
  };
  return [check('signing-key', 'failed', text)];
};
