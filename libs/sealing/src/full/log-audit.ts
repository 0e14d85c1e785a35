import { toBase64 } from '#evidence/note/base64.ts';
import { sameBytes } from '#evidence/tree/node.ts';
import { tileHeight } from '../tiles/tile-nodes.ts';
import type { TileBytes } from '../tiles/growth.ts';
import type { Findings } from './findings.ts';
import type { GrowingTree } from './growing-tree.ts';
import type { KeyHistory, PolicyJudge } from './key-history.ts';
import { readCheckpoint, type Published, type ReadCheckpoint, type SealedLog } from './sealed-logs.ts';
import type { Facts } from './sentence.ts';
import type { FullCode } from './sentences.ts';
import { TileAudit, type Split } from './tile-audit.ts';

export type LogParts = {
  readonly findings: Findings;
  readonly keys: KeyHistory;
  readonly policy: PolicyJudge | null;
};

export type Ending = {
  /** Over all events that the database holds. */
  readonly tree: GrowingTree;
  readonly isUnbroken: boolean;
  /** The ledger says that another log took this one's place. */
  readonly hasSuccessor: boolean;
  /** The id of the event there now. */
  readonly idAt: (position: bigint) => Promise<string | null>;
};

const departure = ({ position, there, tiled }: Split): { readonly code: FullCode; readonly facts: Facts } => ({
  code: 'event-changed',
  facts: { position, found: toBase64(there), wanted: toBase64(tiled) },
});

/** Holds one log, its checkpoints and its tiles, against the events as they pass. */
export class LogAudit {
  checkpoints = 0;
  /** Size of the newest checkpoint whose signature and root are right; 0: of none. */
  good = 0n;
  /** Of the newest that also satisfies the policy. */
  #accepted = 0n;
  /** Why the newest good one does not. */
  #refused: FullCode | null = null;
  #at = 0;
  /** The tree of the events is not the one that was signed: from here on none of them can be. */
  #departed: { readonly code: FullCode; readonly facts: Facts } | null = null;
  readonly #tiles: TileAudit;

  constructor(
    readonly log: SealedLog,
    private readonly parts: LogParts,
  ) {
    this.#tiles = new TileAudit(log.folder, parts.findings);
  }

  /** Tiles are promised up to here. */
  get limit(): bigint {
    return this.log.published.at(-1)?.size ?? 0n;
  }

  /** The events are not those that this log has signed. */
  get isDeparted(): boolean {
    return this.#departed !== null;
  }

  get tiles(): number {
    return this.#tiles.compared;
  }

  /** A tile that has just become full. */
  async tile(made: TileBytes, tree: GrowingTree): Promise<void> {
    const end = (made.tile.index + 1n) << BigInt(tileHeight * (made.tile.level + 1));
    if (this.#departed === null && end <= this.limit) await this.#tiles.compare(made, tree);
  }

  /** After every event: checkpoints of this size are opened and compared. */
  async grown(tree: GrowingTree): Promise<void> {
    const due = this.#due(tree.size);
    if (due.length === 0) return;
    if (tree.size === this.limit && this.#departed === null)
      for (const made of tree.partials()) await this.#tiles.compare(made, tree);
    for (const published of due) await this.#checkpoint(published, tree);
  }

  #due(size: bigint): readonly Published[] {
    const from = this.#at;
    while (this.log.published[this.#at]?.size === size) this.#at += 1;
    return this.log.published.slice(from, this.#at);
  }

  async #checkpoint({ size, path }: Published, tree: GrowingTree): Promise<void> {
    const { findings, keys } = this.parts;
    const read = await readCheckpoint(path);
    if (read === 'missing') return findings.add('checkpoint-missing', { name: path });
    if (read === null) return findings.add('checkpoint-malformed', { name: path });
    this.checkpoints += 1;
    const { origin, size: stated } = read.checkpoint;
    const [found, wanted] = [`${origin} ${stated}`, `${this.log.origin} ${size}`];
    if (found !== wanted) return findings.add('checkpoint-differs', { name: path, found, wanted });
    const fault = keys.faultIn(read.note, origin, size);
    if (fault !== null) findings.add(fault, { name: path });
    if (this.#departed === null) await this.#root(read, { path, isSigned: fault === null }, tree);
  }

  async #root(
    { note, checkpoint }: ReadCheckpoint,
    { path, isSigned }: { readonly path: string; readonly isSigned: boolean },
    tree: GrowingTree,
  ): Promise<void> {
    const root = tree.root();
    if (sameBytes(checkpoint.root, root)) {
      this.#tiles.eventsAreRight();
      if (isSigned) this.#judge(note, tree.size, path);
      return;
    }
    const [signed, there] = [toBase64(checkpoint.root), toBase64(root)];
    const split = await this.#tiles.splitAt(tree);
    const tiled = split?.tree ?? null;
    if (split !== null && tiled?.size === tree.size && sameBytes(tiled.root(), checkpoint.root)) {
      this.#departed = departure(split);
    } else if (isSigned) {
      this.#departed = { code: 'tree-differs', facts: { position: this.good, found: there, wanted: signed } };
    } else {
      // Nobody has signed this one, and the tiles do not say so either: it is the checkpoint that was changed.
      this.parts.findings.add('checkpoint-differs', { name: path, found: signed, wanted: there });
    }
  }

  #judge(note: ReadCheckpoint['note'], size: bigint, path: string): void {
    const { policy, findings } = this.parts;
    this.good = size;
    const refused = policy?.faultIn(note, this.log.origin) ?? null;
    if (refused === 'signature-wrong') findings.add(refused, { name: path });
    this.#refused = refused;
    if (refused === null) this.#accepted = size;
  }

  /** When all events have passed. */
  async finish({ tree, isUnbroken, hasSuccessor, idAt }: Ending): Promise<void> {
    if (this.#departed === null && isUnbroken) await this.#beyond(tree);
    if (this.#departed === null) return;
    const { code, facts } = this.#departed;
    const id = facts.position === undefined ? null : await idAt(facts.position);
    const named = { ...facts, name: this.log.origin, ...(id === null ? {} : { id }) };
    this.parts.findings.add(hasSuccessor ? 'former-log-differs' : code, named);
  }

  /** Checkpoints over more events than there are. */
  async #beyond(tree: GrowingTree): Promise<void> {
    for (const { size, path } of this.log.published.slice(this.#at)) {
      const read = await readCheckpoint(path);
      if (read === null || read === 'missing' || this.#isForeign(read, size)) {
        this.parts.findings.add('checkpoint-other-key', { name: path });
        continue;
      }
      this.#departed = await this.#lost(read, tree);
      return;
    }
  }

  /** What is missing may not be the first that is wrong: the tiles tell what was signed where events still are. */
  async #lost({ checkpoint }: ReadCheckpoint, tree: GrowingTree): Promise<{ code: FullCode; facts: Facts }> {
    const split = await this.#tiles.splitAt(tree);
    const tiled = split === null ? null : await this.#tiles.rootBeyond(split, checkpoint.size);
    if (split !== null && tiled !== null && sameBytes(tiled, checkpoint.root)) return departure(split);
    return { code: 'events-missing', facts: { position: tree.size, found: tree.size, wanted: this.limit } };
  }

  /** A checkpoint that the log did not sign says nothing about what is missing; unless its keys are missing, too. */
  #isForeign({ note }: ReadCheckpoint, size: bigint): boolean {
    const { keys } = this.parts;
    return keys.knows(this.log.origin) && keys.faultIn(note, this.log.origin, size) !== null;
  }

  /** What the reader's policy makes of the log that grows now. */
  judged(): void {
    const { findings, policy } = this.parts;
    if (policy === null || this.good === 0n) return;
    if (this.#accepted === 0n) findings.add(this.#refused ?? 'policy-key-unknown', { name: this.log.origin });
    else if (this.#accepted < this.good)
      findings.add('not-yet-witnessed', { position: this.#accepted, found: this.good, wanted: this.#accepted });
  }
}
