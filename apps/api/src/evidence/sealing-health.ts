import type { SealingHealth } from '#contracts/evidence-views.ts';
import type { Clock } from '#platform/clock.ts';
import { evidenceStatus, type EvidenceStatus } from '#sealing/signer/evidence-status.ts';
import type { SealingSettings } from '#sealing/signer/settings.ts';
import type { WaitingActs } from './waiting-acts.ts';

type Verdict = Pick<SealingHealth, 'status' | 'message' | 'messageEn'>;

/** A sealer that runs shows itself every heartbeat; so many rounds more are granted. */
const grantedRounds = 10;
/** Slow witnesses and long rounds come on top, in milliseconds. */
const grantedMs = 60_000;

const isSilent = (publishedAt: string, { heartbeatMs, checkpointIntervalMs }: SealingSettings, now: string): boolean =>
  Date.parse(now) - Date.parse(publishedAt) > heartbeatMs + grantedRounds * checkpointIntervalMs;

const failingTexts = {
  round: [
    'Vòng niêm phong gặp lỗi, đang thử lại (xem nhật ký)',
    'A sealing round failed and is tried again (see the log)',
  ],
  'time-stamp': [
    'Chưa lấy được dấu thời gian, đang thử lại (xem nhật ký)',
    'No time stamp could be had; it is tried again (see the log)',
  ],
  'subject-map': [
    'Vẫn niêm phong, nhưng bản đồ đối tượng chưa làm tiếp được nên chưa xuất được; đang thử lại (xem nhật ký)',
    'Sealing goes on, but the subject map could not be brought further, so exports must wait; it is tried again (see the log)',
  ],
} as const;

type Seen = {
  readonly settings: SealingSettings;
  readonly now: string;
  readonly head: bigint;
  /** Since when acts wait for a checkpoint; null: none does. */
  readonly waitingSince: string | null;
};

const isOverdue = ({ settings, now, waitingSince }: Seen): boolean =>
  waitingSince !== null &&
  Date.parse(now) - Date.parse(waitingSince) > grantedRounds * settings.checkpointIntervalMs + grantedMs;

const overdueTexts = {
  message:
    'Có việc chờ niêm phong quá lâu: xem nhật ký của tiến trình niêm phong (đĩa đầy, thư mục chứng cứ không ghi được?), hoặc chạy "ledger start"',
  messageEn:
    'Acts have waited too long to be sealed: see the log of the process that seals (disk full, evidence folder not writable?), or run "ledger start"',
};

const verdictOn = (status: EvidenceStatus, seen: Seen): Verdict => {
  const { refused, failing, checkpoint } = status;
  if (refused !== null) {
    const { sentence, remedy } = refused;
    const [message, messageEn] = [`${sentence.vi}. ${remedy.vi}`, `${sentence.en}. ${remedy.en}`];
    return { status: 'refused', message, messageEn };
  }
  if (failing !== null) {
    const [message, messageEn] = failingTexts[failing.step];
    return { status: 'failing', message, messageEn };
  }
  if (isOverdue(seen)) return { status: checkpoint === null ? 'not-begun' : 'silent', ...overdueTexts };
  if (checkpoint === null) return { status: 'not-begun', message: null, messageEn: null };
  if (!isSilent(checkpoint.publishedAt, seen.settings, seen.now))
    return { status: 'sealing', message: null, messageEn: null };
  return {
    status: 'silent',
    message: 'Không có tiến trình nào đang niêm phong sổ: chạy "ledger start" hoặc "ledger start --only worker"',
    messageEn: 'No process is sealing the ledger: run "ledger start" or "ledger start --only worker"',
  };
};

/** From the files of the evidence, and how far the ledger has come by now. */
export const sealingHealth = (status: EvidenceStatus, seen: Seen): SealingHealth => {
  const sealed = BigInt(status.checkpoint?.size ?? 0);
  const uncovered = seen.head + 1n - sealed;
  return {
    ...verdictOn(status, seen),
    sealed: String(sealed),
    uncovered: String(uncovered > 0n ? uncovered : 0n),
    publishedAt: status.checkpoint?.publishedAt ?? null,
  };
};

export class SealingWatch {
  constructor(
    private readonly settings: SealingSettings,
    private readonly clock: Clock,
    private readonly waiting: WaitingActs,
  ) {}

  async look(head: bigint): Promise<SealingHealth> {
    const { settings, clock, waiting } = this;
    const status = await evidenceStatus(settings);
    const waitingSince = await waiting.since(BigInt(status.checkpoint?.size ?? 0));
    return sealingHealth(status, { settings, now: clock.now(), head, waitingSince });
  }
}
