import type { Policy } from '#evidence/bundle/policy.ts';
import { keyTypes, parsePublicKey, verifierOf } from '#evidence/note/ed25519.ts';
import type { Note, NoteVerifier } from '#evidence/note/note.ts';
import type { SeenEvent } from './check-bytes.ts';
import type { FullCode } from './sentences.ts';

type Introduced = { readonly position: bigint; readonly verifier: NoteVerifier };
type Signed = 'fits' | 'absent' | 'wrong';

const signedBy = ({ text, signatures }: Note, verifier: NoteVerifier): Signed => {
  const { name, keyId } = verifier;
  const own = signatures.filter((signature) => signature.name === name && signature.keyId === keyId);
  if (own.length === 0) return 'absent';
  return own.every(({ signature }) => verifier.verify(text, signature)) ? 'fits' : 'wrong';
};

/** What the ledger says of its own keys: which sign for which log, in their order. */
export class KeyHistory {
  readonly #keys = new Map<string, Introduced[]>();
  /** By origin the newest key that a checkpoint was signed with. */
  readonly #reached = new Map<string, number>();

  take({ raw, data }: SeenEvent): void {
    if (raw.type !== 'signing-key.introduced') return;
    const { origin, key } = data;
    const parsed = parsePublicKey(String(key));
    // A key may sign only for the log it is named after (C2SP tlog-checkpoint).
    if (!parsed.ok || parsed.key.name !== origin || parsed.key.type !== keyTypes.ed25519) return;
    const keys = this.#keys.get(origin) ?? [];
    keys.push({ position: raw.position, verifier: verifierOf(parsed.key) });
    this.#keys.set(origin, keys);
  }

  knows(origin: string): boolean {
    return this.#keys.has(origin);
  }

  get origins(): readonly string[] {
    return [...this.#keys.keys()];
  }

  /**
   * What is wrong with the log's own signature under a checkpoint of this size; null: nothing. Asked in the order of
   * sizes: once a newer key has signed, an older one alone does not count any more.
   */
  faultIn(note: Note, origin: string, size: bigint): FullCode | null {
    const known = (this.#keys.get(origin) ?? []).filter(({ position }) => position < size);
    const signed = known.map(({ verifier }) => signedBy(note, verifier));
    if (signed.includes('wrong')) return 'signature-wrong';
    const newest = signed.lastIndexOf('fits');
    if (newest < 0) return 'checkpoint-other-key';
    if (newest < (this.#reached.get(origin) ?? 0)) return 'checkpoint-former-key';
    this.#reached.set(origin, newest);
    return null;
  }
}

/** What the reader's own policy says of a checkpoint; null: it satisfies the policy. */
export class PolicyJudge {
  readonly #logs: readonly NoteVerifier[];
  readonly #witnesses: readonly NoteVerifier[];
  readonly #quorum: number;

  constructor({ logs, witnesses, quorum }: Policy) {
    this.#logs = logs.map(verifierOf);
    this.#witnesses = witnesses.map(({ key }) => verifierOf(key));
    this.#quorum = quorum;
  }

  faultIn(note: Note, origin: string): 'signature-wrong' | 'policy-key-unknown' | 'witness-missing' | null {
    const own = this.#logs.filter(({ name }) => name === origin).map((verifier) => signedBy(note, verifier));
    const witnessed = this.#witnesses.map((verifier) => signedBy(note, verifier));
    if ([...own, ...witnessed].includes('wrong')) return 'signature-wrong';
    if (!own.includes('fits')) return 'policy-key-unknown';
    return witnessed.filter((signed) => signed === 'fits').length < this.#quorum ? 'witness-missing' : null;
  }
}
