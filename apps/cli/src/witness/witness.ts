import { parseCheckpoint, type Checkpoint } from '#evidence/note/checkpoint.ts';
import { verifierOf, type PublicKey } from '#evidence/note/ed25519.ts';
import { formatSignature, openNote, parseNote, type NoteSigner, type NoteVerifier } from '#evidence/note/note.ts';
import { verifyConsistency } from '#evidence/tree/consistency.ts';
import { emptyRoot, sameBytes } from '#evidence/tree/node.ts';
import { parseAddCheckpoint, type AddCheckpoint } from './add-checkpoint.ts';
import { CheckpointRecord, recordDisk, type RecordDisk, type Seen } from './checkpoint-record.ts';

/** An answer as it goes over the wire. */
export type Answer = { readonly status: number; readonly contentType: string; readonly body: string };

const plain = 'text/plain; charset=utf-8';
const say = (status: number, sentence: string): Answer => ({ status, contentType: plain, body: `${sentence}\n` });

type Log = {
  readonly verifiers: readonly NoteVerifier[];
  readonly record: CheckpointRecord;
  /** Ends when the submission before this one has been answered. */
  turn: Promise<unknown>;
};

type Submission = AddCheckpoint & { readonly checkpoint: Checkpoint; readonly text: string };

const conflict = (size: bigint): Answer => ({ status: 409, contentType: 'text/x.tlog.size', body: `${size}\n` });

/** What is known of a log nothing was seen of: a tree without leaves, which every tree extends. */
const nothing = { size: 0n, root: emptyRoot };

/** Why the submission is not cosigned over what was seen, in the order of C2SP tlog-witness; null: nothing is against it. */
const objectionTo = ({ oldSize, proof, checkpoint }: Submission, { checkpoint: seen }: Seen): Answer | null => {
  const known = seen ?? nothing;
  if (oldSize > checkpoint.size) return say(400, 'the old size is larger than the checkpoint');
  if (oldSize !== known.size) return conflict(known.size);
  if (oldSize === 0n || oldSize === checkpoint.size) {
    if (proof.length > 0) return say(422, 'nothing is to be proved here, the proof must be empty');
    const moved = oldSize === checkpoint.size && !sameBytes(known.root, checkpoint.root);
    return moved ? conflict(known.size) : null;
  }
  const sizes = { size1: oldSize, size2: checkpoint.size };
  const grown = verifyConsistency({ ...sizes, root1: known.root, root2: checkpoint.root, proof });
  return grown.ok ? null : say(422, grown.reason);
};

export type WitnessParts = {
  /** Keys by origin, which is their name; several keys of one name are one log. */
  readonly logs: readonly PublicKey[];
  readonly signer: NoteSigner;
  readonly files?: RecordDisk;
};

/**
 * Cosigns checkpoints of configured logs, each only when it extends what was cosigned before (C2SP tlog-witness).
 * What it has cosigned is durable before the cosignature leaves it.
 */
export class Witness {
  private constructor(
    private readonly logs: ReadonlyMap<string, Log>,
    private readonly signer: NoteSigner,
  ) {}

  /** `folder` holds the records. */
  static async open(folder: string, { logs, signer, files = recordDisk }: WitnessParts): Promise<Witness> {
    const byOrigin = new Map<string, Log>();
    for (const origin of new Set(logs.map(({ name }) => name))) {
      const verifiers = logs.filter(({ name }) => name === origin).map(verifierOf);
      const record = await CheckpointRecord.open(folder, origin, files);
      byOrigin.set(origin, { verifiers, record, turn: Promise.resolve() });
    }
    return new Witness(byOrigin, signer);
  }

  /** What was cosigned last of each log; null: nothing yet. Throws RecordDamaged. */
  async seen(): Promise<readonly { readonly origin: string; readonly size: bigint | null }[]> {
    return Promise.all(
      [...this.logs].map(async ([origin, { record }]) => {
        const { checkpoint } = await record.newest();
        return { origin, size: checkpoint?.size ?? null };
      }),
    );
  }

  /** Answers one `add-checkpoint`. Throws only when the disk fails or the record is damaged: then nothing is signed. */
  async submit(body: Uint8Array): Promise<Answer> {
    const asked = parseAddCheckpoint(body);
    if (!asked.ok) return say(400, asked.reason);
    const parsed = parseNote(asked.note);
    const read = parsed.ok ? parseCheckpoint(parsed.note.text) : parsed;
    if (!read.ok) return say(400, read.reason);
    const { checkpoint } = read;
    const log = this.logs.get(checkpoint.origin);
    if (log === undefined) return say(404, 'this witness does not know the log');
    const opened = openNote(asked.note, log.verifiers);
    if (!opened.ok) return say(403, opened.reason);
    return this.inTurn(log, { ...asked, checkpoint, text: opened.text });
  }

  /** One submission of a log after the other. */
  private inTurn(log: Log, submission: Submission): Promise<Answer> {
    const answer = log.turn.then(() => this.compareAndRecord(log, submission));
    log.turn = answer.catch(() => undefined);
    return answer;
  }

  private async compareAndRecord({ record }: Log, submission: Submission): Promise<Answer> {
    // Ends: each further look means that another process has recorded a checkpoint in between.
    for (;;) {
      const seen = await record.newest();
      const objection = objectionTo(submission, seen);
      if (objection !== null) return objection;
      if (await record.follow(seen, submission.note)) return this.cosign(submission.text);
    }
  }

  private cosign(text: string): Answer {
    const { name, keyId } = this.signer;
    const body = formatSignature({ name, keyId, signature: this.signer.sign(text) });
    return { status: 200, contentType: plain, body };
  }
}
