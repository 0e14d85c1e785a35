import type { SealingHealth } from '#contracts/evidence-views.ts';
import type { Clock } from '#platform/clock.ts';
import { evidenceStatus, type EvidenceStatus } from '#sealing/signer/evidence-status.ts';
import type { SealingSettings } from '#sealing/signer/settings.ts';

type Verdict = Pick<SealingHealth, 'status' | 'message' | 'messageEn'>;

/** A sealer that runs shows itself every heartbeat; so many rounds more are granted. */
const grantedRounds = 10;

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

const verdictOn = (status: EvidenceStatus, settings: SealingSettings, now: string): Verdict => {
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
  if (checkpoint === null) return { status: 'not-begun', message: null, messageEn: null };
  if (!isSilent(checkpoint.publishedAt, settings, now)) return { status: 'sealing', message: null, messageEn: null };
  return {
    status: 'silent',
    message: 'Không có tiến trình nào đang niêm phong sổ: chạy "ledger start" hoặc "ledger start --only worker"',
    messageEn: 'No process is sealing the ledger: run "ledger start" or "ledger start --only worker"',
  };
};

type Seen = { readonly settings: SealingSettings; readonly now: string; readonly head: bigint };

/** From the files of the evidence, and how far the ledger has come by now. */
export const sealingHealth = (status: EvidenceStatus, { settings, now, head }: Seen): SealingHealth => {
  const sealed = BigInt(status.checkpoint?.size ?? 0);
  const uncovered = head + 1n - sealed;
  return {
    ...verdictOn(status, settings, now),
    sealed: String(sealed),
    uncovered: String(uncovered > 0n ? uncovered : 0n),
    publishedAt: status.checkpoint?.publishedAt ?? null,
  };
};

export class SealingWatch {
  constructor(
    private readonly settings: SealingSettings,
    private readonly clock: Clock,
  ) {}

  async look(head: bigint): Promise<SealingHealth> {
    const status = await evidenceStatus(this.settings);
    return sealingHealth(status, { settings: this.settings, now: this.clock.now(), head });
  }
}
