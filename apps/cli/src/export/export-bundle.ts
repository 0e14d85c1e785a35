import { writeBundle, type BundleParts } from '#evidence/bundle/bundle.ts';
import { parseCheckpoint } from '#evidence/note/checkpoint.ts';
import { verifierOf } from '#evidence/note/ed25519.ts';
import { openNote, parseNote } from '#evidence/note/note.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import { systemClock } from '#platform/clock.ts';
import { writeAllDurably } from '#sealing/durable-file.ts';
import { openSigningKey } from '#sealing/signer/signing-key.ts';
import { openLedger, type OpenLedger } from '../compose.ts';
import { orSayWhyRefused } from '../evidence/evidence-acts.ts';
import type { CommonOptions } from '../frame/command.ts';
import { configOf } from '../frame/config.ts';
import type { CliContext } from '../frame/context.ts';
import { CliFailure, explain, interrupted } from '../frame/failure.ts';
import { facts } from '../frame/table.ts';
import { refuseUnknown } from '../views.ts';
import { mattersIn } from './matters.ts';
import { ownPolicy } from './own-policy.ts';
import { provable, type AssembledParts } from './provable.ts';
import { bundleReport } from './report.ts';

export type BundleOptions = CommonOptions & {
  readonly bundle: string;
  readonly policyOut?: string;
  readonly matters?: true;
  readonly officer?: string;
  readonly unit?: string;
  readonly dossier?: readonly string[];
};

/** Writes a bundle that proves itself, and says how to verify it. */
export const exportBundle = async (context: CliContext, options: BundleOptions): Promise<void> => {
  const ledger = await openLedger(configOf(context.env, options));
  try {
    await refuseAbsent(ledger, options);
    const parts = await partsFor(context, ledger, options);
    const written = await write(context, ledger, { parts, options });
    report(context, written, options);
  } finally {
    await ledger.close();
  }
};

const subjectsIn = ({ officer, unit, dossier = [] }: BundleOptions): readonly string[] => [
  ...(officer === undefined ? [] : [`officer:${officer}`]),
  ...(unit === undefined ? [] : [`unit:${unit}`]),
  ...dossier.map((id) => `dossier:${id}`),
];

/** Somebody mistyped is told so; a bundle without events would look like a clean record. */
const refuseAbsent = async ({ store }: OpenLedger, { officer, unit, dossier = [] }: BundleOptions): Promise<void> => {
  refuseUnknown({ officer, unit }, await new LedgerReference(store).current());
  for (const id of dossier) {
    if ((await store.streamHead(`dossier-${id}`)) !== null) continue;
    throw new CliFailure({ vi: `Sổ cái không có hồ sơ "${id}".`, en: `The ledger has no dossier "${id}".` });
  }
};

const partsFor = async (context: CliContext, ledger: OpenLedger, options: BundleOptions): Promise<AssembledParts> => {
  const subjects = subjectsIn(options);
  const parts = await provable(context, ledger, subjects);
  if (options.matters !== true) return parts;
  return provable(context, ledger, [...new Set([...subjects, ...mattersIn(parts.events, subjects)])]);
};

type Written = {
  readonly parts: BundleParts;
  readonly bytes: number;
  readonly origin: string;
  readonly size: bigint;
  /** Names of the configured witnesses whose cosignature the checkpoint bears. */
  readonly witnesses: readonly string[];
};

type Job = { readonly parts: AssembledParts; readonly options: BundleOptions };

const write = async (context: CliContext, ledger: OpenLedger, { parts, options }: Job): Promise<Written> => {
  const note = new TextEncoder().encode(parts.checkpoint);
  const parsed = parseNote(note);
  const read = parsed.ok ? parseCheckpoint(parsed.note.text) : parsed;
  if (!read.ok) throw new Error(`the checkpoint cannot be read: ${read.reason}`);
  const { origin, size } = read.checkpoint;
  const key = await orSayWhyRefused(() => openSigningKey(ledger.config.evidence));
  const signer = key.signerFor(origin);
  const made = { ...parts, madeAt: systemClock.now() };
  const whole = { ...made, report: bundleReport(made) };
  const opened = openNote(
    note,
    ledger.evidence.settings.witnesses.map((witness) => verifierOf(witness.key)),
  );
  const witnesses = opened.ok ? opened.verified.map(({ name }) => name) : [];
  try {
    const bytes = writeBundle(whole, signer);
    if (context.stop.aborted) throw interrupted({ vi: 'Không có tệp nào được ghi.', en: 'No file was written.' });
    const policy = options.policyOut === undefined ? null : await ownPolicy(ledger, signer.publicKey);
    await writeAllDurably([
      { path: options.bundle, bytes },
      ...(policy === null ? [] : [{ path: options.policyOut ?? '', bytes: new TextEncoder().encode(policy) }]),
    ]);
    return { parts: whole, bytes: bytes.length, origin, size, witnesses };
  } catch (error) {
    if (error instanceof CliFailure) throw error;
    throw new CliFailure({ vi: `Không xuất được: ${explain(error)}`, en: `Export failed: ${explain(error)}` }, 1, {
      cause: error,
    });
  }
};

const ownPolicyWarning =
  'Chính sách này do chính sổ viết về mình, chỉ để thử: người thanh tra tự viết chính sách của mình, với khóa lấy từ nơi khác. / ' +
  'The ledger wrote this policy about itself, for trying things out: a real inspector writes their own, from keys obtained elsewhere.';

const namedSubjects = 5;

/** With `--matters` there may be a thousand; the verifier lists them all. */
const subjectText = (subjects: readonly { readonly name: string; readonly events: string }[]): string => {
  const named = subjects.slice(0, namedSubjects).map(({ name, events }) => `${name} (${events})`);
  const more = subjects.length - named.length;
  return [...named, ...(more > 0 ? [`… và ${more} đối tượng nữa / and ${more} more`] : [])].join(', ');
};

const report = ({ output }: CliContext, written: Written, options: BundleOptions): void => {
  const { parts, origin, size, witnesses, bytes } = written;
  const verify = `ledger verify ${options.bundle} --policy ${options.policyOut ?? 'POLICY'}`;
  const subjects = parts.subjects.map(({ name, chain }) => ({ name, events: String(chain.count) }));
  if (options.json) {
    const { bundle: file, policyOut: policy = null } = options;
    const checkpoint = { origin, size: String(size) };
    output.json({ file, policy, events: parts.events.length, subjects, checkpoint, witnesses, bytes, verify });
    return;
  }
  const lines = facts([
    ['Gói / bundle', options.bundle],
    ['Số việc / events', String(parts.events.length)],
    ['Trọn vẹn về / complete about', subjectText(subjects)],
    ['Điểm kiểm / checkpoint', `${origin}, ${size}`],
    ['Nhân chứng / witnesses', witnesses.length === 0 ? 'không có / none' : witnesses.join(', ')],
    ['Cỡ tệp / size', `${bytes} byte`],
    ['Kiểm chứng / verify', verify],
  ]);
  for (const line of lines) output.line(line);
  if (options.policyOut !== undefined) output.note(ownPolicyWarning);
};
