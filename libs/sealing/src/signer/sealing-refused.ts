/** Why nothing more is signed, until a person decides. */
export type RefusalCode =
  /** The database holds fewer events than have been signed or written to the tiles. */
  | 'rolled-back'
  /** An event is another than the one that was signed or written to the tiles. */
  | 'forked'
  /** The tiles do not lead to what was signed: they were changed, or are of another log. */
  | 'tiles-damaged'
  /** The key is not the one that the ledger names. */
  | 'other-key'
  /** The log on disk has another origin than the settings. */
  | 'other-origin'
  /** The ledger has been sealed before, but what was signed is not in the folder or cannot be read. */
  | 'evidence-lost'
  /** The folder says that a new incarnation began, the ledger does not. */
  | 'unrecorded-incarnation';

export type Sentence = { readonly vi: string; readonly en: string };

/** Loud on purpose: the sentence goes to the log each round, to the health endpoint and to `ledger doctor`. */
export class SealingRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly sentence: Sentence,
    /** Position of the first event that differs or is missing; null where no event is to blame. */
    readonly position: bigint | null = null,
  ) {
    super(`${code}: ${sentence.en}`);
  }
}

/** What a person can do about each, whoever is right. */
export const remedyOf = (code: RefusalCode): Sentence => remedies[code];

const newIncarnation: Sentence = {
  vi: 'Khôi phục đúng cơ sở dữ liệu; nếu không thể, ghi nhận công khai: ledger evidence incarnation --reason "…"',
  en: 'Restore the right database; if that is impossible, go on openly: ledger evidence incarnation --reason "…"',
};
const remedies: Readonly<Record<RefusalCode, Sentence>> = {
  'rolled-back': newIncarnation,
  forked: newIncarnation,
  'tiles-damaged': {
    vi: 'Giữ lại thư mục log/<n>/tile làm chứng rồi dời đi nơi khác: cây được dựng lại từ cơ sở dữ liệu và đối chiếu với lần ký cuối',
    en: 'Keep the folder log/<n>/tile as evidence and move it away: it is rebuilt from the database and checked against what was signed last',
  },
  'other-key': {
    vi: 'Đặt lại khóa ký cũ; đổi khóa bằng: ledger evidence rotate-key --reason "…"; mất khóa: ledger evidence incarnation --reason "…"',
    en: 'Put the former key back; change keys by: ledger evidence rotate-key --reason "…"; a lost key: ledger evidence incarnation --reason "…"',
  },
  'other-origin': {
    vi: 'Đặt lại LEDGER_ORIGIN như cũ; muốn đổi tên sổ: ledger evidence incarnation --reason "…"',
    en: 'Set LEDGER_ORIGIN back; to rename the log: ledger evidence incarnation --reason "…"',
  },
  'evidence-lost': {
    vi: 'Khôi phục thư mục chứng cứ (LEDGER_EVIDENCE_DIR) từ bản sao; nếu không còn: ledger evidence incarnation --reason "…"',
    en: 'Restore the evidence folder (LEDGER_EVIDENCE_DIR) from a copy; if there is none: ledger evidence incarnation --reason "…"',
  },
  'unrecorded-incarnation': newIncarnation,
};
