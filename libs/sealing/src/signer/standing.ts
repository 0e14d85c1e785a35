import { parseCheckpoint } from '#evidence/note/checkpoint.ts';
import { formatPublicKey, parsePublicKey, verifierOf, type PublicKey } from '#evidence/note/ed25519.ts';
import { parseNote, type NoteSigner, type NoteVerifier } from '#evidence/note/note.ts';
import type { EventStore } from '#store/event-store.ts';
import { evidencePaths, type EvidenceSettings } from '../evidence-folder.ts';
import { openTileLog, TileFault, type TileLog } from '../tile-log.ts';
import { compareWithTiles } from './agreement.ts';
import type { EvidenceLog } from './evidence-log.ts';
import { readIfThere } from './files.ts';
import { readLastSigned, type LastSigned } from './last-signed.ts';
import { currentLog, type CurrentLog } from './log-folder.ts';
import { SealingRefused } from './sealing-refused.ts';
import type { SigningKey } from './signing-key.ts';

export type StandingParts = {
  readonly store: EventStore;
  readonly settings: EvidenceSettings;
  /** Read anew every time: a rotation changes it under a running signer. */
  readonly openKey: () => Promise<SigningKey>;
  readonly log: EvidenceLog;
  readonly openTiles?: (folder: string) => Promise<TileLog>;
};

/** Where log, key, tiles and database stand to each other, once nothing speaks against signing. */
export type Standing = {
  readonly current: CurrentLog;
  readonly signer: NoteSigner & { readonly publicKey: PublicKey };
  readonly tiles: TileLog;
  /** Of this log; null before its first checkpoint. */
  readonly last: LastSigned | null;
  /** What `signer/last-signed` held, of whichever log. */
  readonly lastNote: Uint8Array | null;
  /** The ledger does not name a key of this log yet. */
  readonly unnamed: boolean;
  /** The key before this one: its signature on the same tree is kept beside the new one. */
  readonly formerKey: PublicKey | null;
};

const lost = (vi: string, en: string): SealingRefused => new SealingRefused('evidence-lost', { vi, en });

const keyIn = (key: string | null | undefined): readonly PublicKey[] => {
  const parsed = parsePublicKey(key ?? '');
  return parsed.ok ? [parsed.key] : [];
};

const originIn = (note: Uint8Array): string | null => {
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.note.text) : parsed;
  return checkpoint.ok ? checkpoint.checkpoint.origin : null;
};

/** Reads and compares only; nothing is recorded, written or signed by it. */
class StandingCheck {
  constructor(
    private readonly parts: StandingParts,
    private readonly current: CurrentLog,
    private readonly key: SigningKey,
  ) {}

  /** Of this log: the last note of the log before it counts as none, once the ledger says that the log is new. */
  async last(): Promise<LastSigned | null> {
    const { folder } = this.parts.settings;
    const { origin, incarnation } = this.current;
    const begun = this.parts.log.incarnationOf(origin);
    if (incarnation > 1 && begun === null)
      throw new SealingRefused('unrecorded-incarnation', {
        vi: `Thư mục chứng cứ đã sang đời thứ ${incarnation}, nhưng sổ không ghi việc đó`,
        en: `The evidence folder is at incarnation ${incarnation}, but the ledger does not say so`,
      });
    const note = await readIfThere(evidencePaths.lastSigned(folder));
    if (note === null || begun === null) return readLastSigned(folder, this.verifiersOf(origin));
    if (new TextDecoder().decode(note) === begun.data.formerCheckpoint) return null;
    const { formerOrigin } = begun.data;
    if (originIn(note) !== formerOrigin) return readLastSigned(folder, this.verifiersOf(origin));
    await readLastSigned(folder, this.verifiersOf(formerOrigin));
    return null;
  }

  /** The key in hand, and the one before it: a rotation may have happened since. */
  private verifiersOf(origin: string): readonly NoteVerifier[] {
    const named = this.parts.log.keyOf(origin)?.data;
    return [
      verifierOf(this.key.signerFor(origin).publicKey),
      ...[...keyIn(named?.formerKey), ...keyIn(named?.key)].map(verifierOf),
    ];
  }

  /** Something was signed once, and is not here. */
  async refuseLoss(last: LastSigned | null): Promise<void> {
    const { log, settings } = this.parts;
    const { origin, incarnation, begun } = this.current;
    if (last !== null) return;
    if (!begun && log.keyOf(origin) !== null)
      throw lost(
        `Sổ "${origin}" đã có khóa và chứng cứ, nhưng thư mục chứng cứ trống`,
        `The log "${origin}" has a key and evidence already, but the evidence folder is empty`,
      );
    const published = await readIfThere(evidencePaths.checkpoint(settings.folder, incarnation));
    if (published !== null || log.tokenOf(origin) !== null)
      throw lost(
        'Đã có điểm kiểm được công bố, nhưng không còn điểm kiểm ký lần cuối (signer/last-signed)',
        'A checkpoint was published, but the one signed last (signer/last-signed) is gone',
      );
  }

  refuseOtherKey(last: LastSigned | null): void {
    const named = this.parts.log.keyOf(this.current.origin)?.data ?? null;
    const own = this.key.signerFor(this.current.origin);
    const mine = formatPublicKey(own.publicKey);
    if (named === null && last === null) return;
    // Until the new key has signed: the last checkpoint of the old one is to cover its introduction.
    const unsucceeded = (last?.by ?? own).keyId === own.keyId;
    if (maySign(named, mine, unsucceeded)) return;
    const known = named?.key ?? '(–)';
    throw new SealingRefused('other-key', {
      vi: `Khóa ký là ${mine}, trong khi sổ ghi ${known}`,
      en: `The signing key is ${mine}, but the ledger names ${known}`,
    });
  }
}

type NamedKey = { readonly key: string; readonly formerKey: string | null };

const maySign = (named: NamedKey | null, mine: string, unsucceeded: boolean): boolean =>
  named?.key === mine || (named?.formerKey === mine && unsucceeded);

const asRefusal = (error: unknown): unknown =>
  error instanceof TileFault
    ? new SealingRefused('tiles-damaged', {
        vi: `Tệp cây băm không khớp nhau: ${error.message}`,
        en: `The tiles do not fit together: ${error.message}`,
      })
    : error;

/** Runs a step on the tiles. A TileFault becomes SealingRefused `tiles-damaged`. */
export const onTiles = async <Answer>(step: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await step();
  } catch (error) {
    throw asRefusal(error);
  }
};

/** `depth`: how many leaves at the right edge are compared at least. Throws SealingRefused, UnusableKey. */
export const takeStanding = async (parts: StandingParts, depth: number): Promise<Standing> => {
  const { store, settings, log, openTiles = openTileLog } = parts;
  const current = await currentLog(settings);
  await log.refresh();
  const key = await parts.openKey();
  const check = new StandingCheck(parts, current, key);
  const lastNote = await readIfThere(evidencePaths.lastSigned(settings.folder));
  const last = await check.last();
  await check.refuseLoss(last);
  const tiles = await onTiles(async () => {
    const opened = await openTiles(evidencePaths.log(settings.folder, current.incarnation));
    await compareWithTiles(store, opened, { last: last?.checkpoint ?? null, depth });
    return opened;
  });
  check.refuseOtherKey(last);
  const named = log.keyOf(current.origin)?.data;
  const [formerKey = null] = keyIn(named?.formerKey);
  const signer = key.signerFor(current.origin);
  return { current, signer, tiles, last, lastNote, unnamed: named === undefined, formerKey };
};
