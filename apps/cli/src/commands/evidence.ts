import type { Command } from 'commander';
import { evidenceStatus } from '#sealing/signer/evidence-status.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { beginIncarnation, orSayWhyRefused, rotateKey, sealUpTo } from '../evidence/evidence-acts.ts';
import { sayStatus, type StatusAnswer } from '../evidence/say-status.ts';
import { ledgerCommand, option, type CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';

const summary = {
  vi: 'Chứng cứ của sổ: khóa, điểm kiểm, nhân chứng, dấu thời gian, phần chưa niêm phong',
  en: 'Evidence of the ledger: key, checkpoint, witnesses, time stamp, what is not sealed yet',
};

export const evidenceCommand = (context: CliContext): Command =>
  ledgerCommand('evidence', summary)
    .addCommand(ledgerCommand('status', summary).action((options: CommonOptions) => showStatus(context, options)))
    .addCommand(sealCommand(context))
    .addCommand(incarnationCommand(context))
    .addCommand(rotateKeyCommand(context))
    .action((options: CommonOptions) => showStatus(context, options));

const sealCommand = (context: CliContext): Command =>
  ledgerCommand('seal', {
    vi: 'Niêm phong ngay mọi sự kiện đang có; nếu sổ đang chạy thì chờ nó làm',
    en: 'Seal every event there is now; where the ledger is running, wait until it has',
  }).action((options: CommonOptions) =>
    withEvidence(context, options, async (ledger) => {
      await sealUpTo(context, ledger, (await ledger.store.headPosition()) + 1n);
      await say(context, ledger, options);
    }),
  );

type ReasonOptions = CommonOptions & { readonly reason: string; readonly anyway?: true };

const withReason = (command: Command): Command =>
  command.addOption(
    option('--reason <text>', {
      vi: 'vì sao; được ghi vào sổ, ai cũng đọc được',
      en: 'why; recorded in the ledger for everybody to read',
    }).makeOptionMandatory(),
  );

const incarnationCommand = (context: CliContext): Command =>
  withReason(
    ledgerCommand('incarnation', {
      vi: 'Bắt đầu đời mới của sổ chứng cứ khi cơ sở dữ liệu không nối tiếp những gì đã ký; việc này được ghi lại',
      en: 'Begin a new incarnation of the log where the database does not extend what was signed; this is recorded',
    }),
  )
    .addOption(option('--anyway', { vi: 'cả khi không có gì sai', en: 'also when nothing is wrong' }))
    .action((options: ReasonOptions) =>
      withEvidence(context, options, async (ledger) => {
        await beginIncarnation(context, ledger, { reason: options.reason, anyway: options.anyway === true });
        tellOthers(context);
        await say(context, ledger, options);
      }),
    );

const rotateKeyCommand = (context: CliContext): Command =>
  withReason(
    ledgerCommand('rotate-key', {
      vi: 'Đổi khóa ký: khóa mới được ghi vào sổ, khóa cũ niêm phong việc đó, rồi khóa mới ký',
      en: 'Change the signing key: the ledger names the new one, the old one seals that, then the new one signs',
    }),
  ).action((options: ReasonOptions) =>
    withEvidence(context, options, async (ledger) => {
      const { key, formerKey, waitingIn } = await rotateKey(context, ledger, options.reason);
      tellOthers(context);
      if (options.json) return context.output.json({ key, formerKey, waitingIn });
      context.output.line(`Khóa mới / new key:    ${key}`);
      context.output.line(`Khóa cũ / former key:  ${formerKey}`);
      if (waitingIn === null) return;
      context.output.line(
        `Khóa bí mật mới ở ${waitingIn}: đặt vào LEDGER_SIGNING_KEY rồi khởi động lại. / The new secret key is in that file: put it into LEDGER_SIGNING_KEY and restart.`,
      );
    }),
  );

/** Neither a witness nor a reader learns of a key by itself: trust is never taken from the ledger. */
const tellOthers = ({ output }: CliContext): void =>
  output.note(
    'Báo khóa mới cho nhân chứng (ledger witness --log KHÓA) và cho người đọc, để họ thêm vào chính sách. / Give the new key to the witnesses (ledger witness --log KEY) and to readers, for their policies.',
  );

const withEvidence = async (
  context: CliContext,
  options: CommonOptions,
  work: (ledger: OpenLedger) => Promise<void>,
): Promise<void> => {
  const ledger = await openLedger(configOf(context.env, options));
  try {
    await orSayWhyRefused(() => work(ledger));
  } finally {
    await ledger.close();
  }
};

const showStatus = (context: CliContext, options: CommonOptions): Promise<void> =>
  withEvidence(context, options, (ledger) => say(context, ledger, options));

const say = async ({ output }: CliContext, { store, evidence }: OpenLedger, options: CommonOptions): Promise<void> => {
  const status = await evidenceStatus(evidence.settings);
  const uncovered = (await store.headPosition()) + 1n - BigInt(status.checkpoint?.size ?? 0);
  // A database that was set back has fewer events than the checkpoint: `refused` says so.
  const answer: StatusAnswer = { ...status, uncovered: String(uncovered > 0n ? uncovered : 0n) };
  if (options.json) output.json(answer);
  else sayStatus(output, answer);
};
