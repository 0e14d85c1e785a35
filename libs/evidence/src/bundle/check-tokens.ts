import { createHash } from 'node:crypto';
import { toBase64 } from '../note/base64.ts';
import { parseCheckpoint, type Checkpoint } from '../note/checkpoint.ts';
import { verifyTimestamp } from '../time/timestamp.ts';
import { verifyConsistency } from '../tree/consistency.ts';
import type { BundleToken } from './bundle.ts';
import type { EventFacts } from './event-facts.ts';
import type { Policy } from './policy.ts';
import type { ReadBundle } from './read-bundle.ts';
import type { Finding } from './verdict.ts';
import { finding } from './wording.ts';

/** A token that was checked: the first `size` events existed at `time`, give or take `accuracyMs`. */
type Stamp = { readonly size: bigint; readonly time: Date; readonly accuracyMs: number };

/** By the clock of somebody else; null where no token that the policy trusts says anything. */
export type Bounds = { readonly before: Stamp | null; readonly after: Stamp | null };

const encoder = new TextEncoder();

/** The first and the last moment that a stamp can mean. */
const earliestOf = ({ time, accuracyMs }: Stamp): number => time.getTime() - accuracyMs;
const latestOf = ({ time, accuracyMs }: Stamp): number => time.getTime() + accuracyMs;

/** The token's checkpoint, when it is an earlier state of the very tree of the bundle. */
const stampedCheckpoint = ({ checkpoint: text, consistency }: BundleToken, whole: Checkpoint): Checkpoint | null => {
  const read = parseCheckpoint(text);
  if (!read.ok || read.checkpoint.origin !== whole.origin) return null;
  const { size, root } = read.checkpoint;
  const grown = verifyConsistency({
    size1: size,
    size2: whole.size,
    root1: root,
    root2: whole.root,
    proof: consistency,
  });
  return grown.ok ? read.checkpoint : null;
};

/** The stamps of a bundle, for asking between which of them an event lies. */
export class Stamps {
  readonly #byToken = new Map<string, Stamp>();
  /** By ascending size; each with the time of the one, of itself and those after it, that was certainly given first. */
  readonly #over: Stamp[] = [];

  /** `given`: hashes of all tokens in the bundle, also of those that the policy does not trust. */
  constructor(
    stamps: readonly (readonly [token: string, stamp: Stamp])[],
    private readonly given: ReadonlySet<string> = new Set(),
  ) {
    for (const [token, stamp] of stamps) this.#byToken.set(token, stamp);
    let first: Stamp | null = null;
    for (const [, stamp] of [...stamps].reverse()) {
      if (first === null || latestOf(stamp) < latestOf(first)) first = stamp;
      this.#over.push({ ...first, size: stamp.size });
    }
    this.#over.reverse();
  }

  get isEmpty(): boolean {
    return this.#over.length === 0;
  }

  covers(position: bigint): boolean {
    return (this.#over.at(-1)?.size ?? 0n) > position;
  }

  /** The event cites a token that was left out of the bundle. */
  isWithout({ anchor }: Pick<EventFacts, 'anchor'>): boolean {
    return anchor !== null && !this.given.has(anchor);
  }

  /**
   * For events by ascending position, each asked once. An event stands in every tree after those before it, so
   * what they were recorded after, it was, too: nobody sets it back by citing an older token, or none.
   */
  inOrder(): (facts: Pick<EventFacts, 'anchor'>, position: bigint) => Bounds {
    let before: Stamp | null = null;
    return ({ anchor }, position) => {
      const cited = anchor === null ? undefined : this.#byToken.get(anchor);
      if (cited !== undefined && (before === null || earliestOf(cited) > earliestOf(before))) before = cited;
      return { before, after: this.#firstOver(position) };
    };
  }

  #firstOver(position: bigint): Stamp | null {
    let [low, high] = [0, this.#over.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#over[middle]?.size ?? 0n) > position) high = middle;
      else low = middle + 1;
    }
    return this.#over[low] ?? null;
  }
}

export type TokenCheck = {
  readonly findings: readonly Finding[];
  readonly remarks: readonly Finding[];
  readonly stamps: Stamps;
};

/** What the authority says of the token, or null when it is none that the policy trusts. */
const stampOf = ({ token, checkpoint: text }: BundleToken, size: bigint, policy: Policy): Stamp | null => {
  const checked = verifyTimestamp({ token, stamped: encoder.encode(text), roots: policy.timestampRoots });
  return checked.ok ? { size, ...checked.timestamp } : null;
};

class TokenJudge {
  readonly findings: Finding[] = [];
  readonly remarks: Finding[] = [];
  readonly stamps: (readonly [token: string, stamp: Stamp])[] = [];
  readonly given = new Set<string>();
  #before = 0n;

  constructor(
    private readonly whole: Checkpoint,
    private readonly policy: Policy,
  ) {}

  token(entry: BundleToken, line: number): void {
    const checkpoint = stampedCheckpoint(entry, this.whole);
    if (checkpoint === null || checkpoint.size <= this.#before) {
      this.findings.push(finding('token-contradicts', { line }));
      return;
    }
    this.#before = checkpoint.size;
    if (this.policy.timestampRoots.length === 0) return;
    const hash = toBase64(createHash('sha256').update(entry.token).digest());
    this.given.add(hash);
    const stamp = stampOf(entry, checkpoint.size, this.policy);
    if (stamp === null) this.remarks.push(finding('token-not-accepted', { line }));
    else this.stamps.push([hash, stamp]);
  }
}

/** What the policy has to say where the tokens do not reach. */
const uncovered = (
  { timestampRoots, timestampRequired }: Policy,
  covered: boolean,
): Pick<TokenCheck, 'findings' | 'remarks'> => {
  if (timestampRoots.length === 0) return { findings: [], remarks: [finding('times-not-judged')] };
  if (covered) return { findings: [], remarks: [] };
  return timestampRequired
    ? { findings: [finding('token-missing')], remarks: [] }
    : { findings: [], remarks: [finding('times-not-covered')] };
};

/** Which tokens count: over an earlier state of this tree, by ascending size, from an authority under the policy's roots. */
export const checkTokens = (bundle: ReadBundle, policy: Policy, whole: Checkpoint): TokenCheck => {
  const judge = new TokenJudge(whole, policy);
  for (const [index, entry] of bundle.tokens.entries()) judge.token(entry, bundle.lines.tokens + index);
  const stamps = new Stamps(judge.stamps, judge.given);
  const last = bundle.events.at(-1);
  const missing = uncovered(policy, last === undefined || stamps.covers(last.position));
  return {
    findings: [...judge.findings, ...missing.findings],
    remarks: [...judge.remarks, ...missing.remarks],
    stamps,
  };
};
