import type { Policy } from '#evidence/bundle/policy.ts';
import { fromBase64, toBase64 } from '#evidence/note/base64.ts';
import { formatCheckpoint } from '#evidence/note/checkpoint.ts';
import { sha256 } from '#evidence/sha256.ts';
import { verifyTimestamp } from '#evidence/time/timestamp.ts';
import { sameBytes } from '#evidence/tree/node.ts';
import { numbersIn, readIfThere } from '../signer/files.ts';
import type { SeenEvent } from './check-bytes.ts';
import type { Findings } from './findings.ts';
import type { SealedLog } from './sealed-logs.ts';

type TokenEvent = {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Uint8Array;
  readonly token: string;
  readonly stampedAt: string;
};

const tokenEventOf = ({ data }: SeenEvent): TokenEvent | null => {
  const { origin, size, root, token, stampedAt } = data;
  const bytes = typeof root === 'string' ? fromBase64(root) : null;
  if (typeof origin !== 'string' || typeof token !== 'string' || typeof stampedAt !== 'string') return null;
  if (typeof size !== 'string' || !/^(?:0|[1-9]\d{0,18})$/.test(size) || bytes === null) return null;
  return { origin, size: BigInt(size), root: bytes, token, stampedAt };
};

const hashOf = (token: Uint8Array): string => toBase64(sha256(token));

/** Time stamps: on which tree each is, whether its file is the one named, and what later events say of it. */
export class TokenAudit {
  tokens = 0;
  /** Of those, how many an authority of the policy has signed. */
  accepted = 0;
  anchored = 0;
  readonly #known = new Map<string, number>();
  readonly #roots = new Map<bigint, Uint8Array>();
  #newest = -1;
  #onDisk: Set<string> | null = null;

  constructor(
    private readonly findings: Findings,
    private readonly logs: readonly SealedLog[],
    private readonly policy: Policy | null,
  ) {}

  /** The root over the first `size` events, for the token that is on it. */
  remember(size: bigint, root: Uint8Array): void {
    this.#roots.set(size, root);
  }

  async take(event: SeenEvent): Promise<void> {
    await this.#anchor(event);
    if (event.raw.type !== 'checkpoint.time-stamped') return;
    const { position, id } = event.raw;
    const stated = tokenEventOf(event);
    if (stated === null) return this.findings.add('token-differs', { position, id });
    this.tokens += 1;
    this.#known.set(stated.token, this.#known.size);
    const root = this.#roots.get(stated.size);
    if (root === undefined || !sameBytes(root, stated.root)) {
      const wanted = root === undefined ? {} : { wanted: toBase64(root) };
      return this.findings.add('token-root-differs', { position, id, found: toBase64(stated.root), ...wanted });
    }
    await this.#file(stated, { position, id });
  }

  async #anchor({ raw: { position, id }, envelope }: SeenEvent): Promise<void> {
    if (envelope['anchor'] === undefined) return;
    const anchor = typeof envelope['anchor'] === 'string' ? envelope['anchor'] : '';
    const place = this.#known.get(anchor);
    if (place === undefined) {
      const isLost = (await this.#saved()).has(anchor);
      return this.findings.add(isLost ? 'anchor-of-lost-token' : 'anchor-unknown', {
        position,
        id,
        found: anchor,
      });
    }
    this.anchored += 1;
    if (place < this.#newest) this.findings.add('anchor-went-back', { position, id });
    this.#newest = Math.max(this.#newest, place);
  }

  async #file(stated: TokenEvent, event: { readonly position: bigint; readonly id: string }): Promise<void> {
    const log = this.logs.find(({ origin }) => origin === stated.origin);
    const path = `${log?.folder ?? stated.origin}/tokens/${stated.size}`;
    const token = log === undefined ? null : await readIfThere(path);
    if (token === null) return this.findings.add('token-missing', { ...event, path });
    if (hashOf(token) !== stated.token)
      return this.findings.add('token-differs', { ...event, path, found: hashOf(token), wanted: stated.token });
    if (this.policy === null || this.policy.timestampRoots.length === 0) return;
    const { origin, size, root } = stated;
    const stamped = new TextEncoder().encode(formatCheckpoint({ origin, size, root, extensions: [] }));
    const checked = verifyTimestamp({ token, stamped, roots: this.policy.timestampRoots });
    if (!checked.ok) return this.findings.add('token-not-accepted', { ...event, path, found: checked.reason });
    this.accepted += 1;
    const time = checked.timestamp.time.toISOString();
    if (time !== stated.stampedAt)
      this.findings.add('token-time-differs', { ...event, found: stated.stampedAt, wanted: time });
  }

  /** Of every token on disk, made only when an event names one that the ledger does not. */
  async #saved(): Promise<ReadonlySet<string>> {
    if (this.#onDisk !== null) return this.#onDisk;
    const hashes = new Set<string>();
    for (const { folder } of this.logs)
      for (const size of await numbersIn(`${folder}/tokens`)) {
        const token = await readIfThere(`${folder}/tokens/${size}`);
        if (token !== null) hashes.add(hashOf(token));
      }
    this.#onDisk = hashes;
    return hashes;
  }

  finish(): void {
    if (this.policy === null || this.policy.timestampRoots.length === 0) this.findings.add('times-not-judged');
    else if (this.policy.timestampRequired && this.accepted === 0) this.findings.add('stamp-required');
  }
}
