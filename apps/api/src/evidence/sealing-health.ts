import type { SealingHealth } from '#contracts/evidence-views.ts';
import type { Clock } from '#platform/clock.ts';
import { evidenceStatus, type EvidenceStatus } from '#sealing/signer/evidence-status.ts';
import type { SealingSettings } from '#sealing/signer/settings.ts';

type Verdict = Pick<SealingHealth, 'status' | 'message' | 'messageEn'>;

/** A sealer that runs shows itself every heartbeat; so many rounds more are granted. */
const grantedRounds = 10;

const isSilent = (publishedAt: string, { heartbeatMs, checkpointIntervalMs }: SealingSettings, now: string): boolean =>
  Date.parse(now) - Date.parse(publishedAt) > heartbeatMs + grantedRounds * checkpointIntervalMs;

const verdictOn = (status: EvidenceStatus, settings: SealingSettings, now: string): Verdict => {
  const { refused, failing, checkpoint } = status;
  if (refused !== null) {
    const { sentence, remedy } = refused;
    const [message, messageEn] = [`${sentence.vi}. ${remedy.vi}`, `${sentence.en}. ${remedy.en}`];
    return { status: 'refused', message, messageEn };
  }
  if (failing !== null) {
    const [message, messageEn] =
      failing.step === 'round'
        ? [
            'Vòng niêm phong gặp lỗi, đang thử lại (xem nhật ký)',
            'A sealing round failed and is tried again (see the log)',
          ]
        : [
            'Chưa lấy được dấu thời gian, đang thử lại (xem nhật ký)',
            'No time stamp could be had; it is tried again (see the log)',
          ];
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

/** From the files of the evidence, and how far the ledger has come. */
export class SealingWatch {
  constructor(
    private readonly settings: SealingSettings,
    private readonly clock: Clock,
  ) {}

  async look(head: bigint): Promise<SealingHealth> {
    const status = await evidenceStatus(this.settings);
    const sealed = BigInt(status.checkpoint?.size ?? 0);
    const uncovered = head + 1n - sealed;
    return {
      ...verdictOn(status, this.settings, this.clock.now()),
      sealed: String(sealed),
      uncovered: String(uncovered > 0n ? uncovered : 0n),
      publishedAt: status.checkpoint?.publishedAt ?? null,
    };
  }
}
