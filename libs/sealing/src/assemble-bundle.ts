import type { SubjectMapRecorded } from '#domain/evidence/events.ts';
import { streamOf } from '#domain/events.ts';
import type { BundleEvent, BundleParts, BundleSubject } from '#evidence/bundle/bundle.ts';
import { toBase64 } from '#evidence/note/base64.ts';
import { strangerRanges } from '#evidence/tree/joint-inclusion.ts';
import type { EventStore } from '#store/event-store.ts';
import { chooseCheckpoint, publishedSizes, type Log, type Published } from './bundle/choose-checkpoint.ts';
import { collectTokens } from './bundle/collect-tokens.ts';
import { fetchEvents } from './bundle/fetch-events.ts';
import { withErasures } from './bundle/find-erasures.ts';
import { evidencePaths, type EvidenceSettings } from './evidence-folder.ts';
import { logInFolder } from './signer/log-folder.ts';
import type { SubjectIndex } from './subject-index.ts';
import { openTileLog, TileFault, type TileLog } from './tile-log.ts';

/** What is missing before these subjects can be exported; nothing is wrong with the ledger. */
export class NotYetProvable extends Error {
  constructor(
    readonly why: 'no-checkpoint' | 'map-not-covered' | 'erasure-not-covered' | 'unknown-subject',
    detail: string,
  ) {
    super(`${why}: ${detail}`);
  }
}

export type Assembly = {
  readonly store: EventStore;
  readonly index: SubjectIndex;
  readonly settings: EvidenceSettings;
  readonly subjects: readonly string[];
};

type Trails = {
  readonly size: bigint;
  readonly root: Uint8Array;
  readonly subjects: readonly BundleSubject[];
  readonly positions: ReadonlySet<bigint>;
};

/** What the newest map says about the subjects, and where their events are: one moment of the index. */
const trailsOf = ({ index, subjects: asked }: Assembly): Promise<Trails> =>
  index.look(async (snapshot) => {
    const subjects: BundleSubject[] = [];
    const positions = new Set<bigint>();
    for (const name of [...new Set(asked)].sort()) {
      const found = await snapshot.proofOf(name);
      if (found === null) throw new NotYetProvable('unknown-subject', name);
      subjects.push({ name, ...found });
      for (const position of await snapshot.positionsOf(name)) positions.add(position);
    }
    return { size: snapshot.size, root: snapshot.root, subjects, positions };
  });

/** Position of the event that recorded this map. */
const recordOf = async (store: EventStore, origin: string, { size, root }: Trails): Promise<bigint> => {
  for await (const event of store.readStream(streamOf.evidence(), { direction: 'backward' })) {
    if (event.type !== 'subject-map.recorded') continue;
    const { data, position } = event as typeof event & SubjectMapRecorded;
    if (BigInt(data.size) < size) break;
    if (data.origin === origin && data.size === String(size) && data.root === toBase64(root)) return position;
  }
  throw new NotYetProvable('map-not-covered', `no event of ${origin} records the map over ${size} events`);
};

const lastOf = (events: readonly BundleEvent[]): bigint => events.at(-1)?.position ?? -1n;

const checkpointOver = async (log: Log, events: readonly BundleEvent[], record: bigint): Promise<Published> => {
  const published = await chooseCheckpoint(log, lastOf(events));
  if (published !== null) return published;
  throw new NotYetProvable(
    lastOf(events) > record ? 'erasure-not-covered' : 'map-not-covered',
    `no checkpoint is over the event ${lastOf(events)} yet`,
  );
};

const tilesOver = async ({ settings, incarnation }: Log, size: bigint): Promise<TileLog> => {
  const folder = evidencePaths.log(settings.folder, incarnation);
  let tiles = await openTileLog(folder, { readOnly: true });
  // Listed while the log grew past them, the last tiles may have been missed: once more, before that is a fault.
  if (tiles.size < size) tiles = await openTileLog(folder, { readOnly: true });
  if (tiles.size >= size) return tiles;
  throw new TileFault(folder, `the tiles have ${tiles.size} leaves, a checkpoint of ${size} is published`);
};

/**
 * Everything a bundle about these subjects holds, but for the report: their events below the map's size, the
 * proofs, the newest checkpoint over the map that enough witnesses cosigned (else the newest), the tokens. Nothing
 * is judged here: what does not fit together comes out as it is, for the verifier to name. Throws NotYetProvable.
 */
export const assembleBundle = async (assembly: Assembly): Promise<Omit<BundleParts, 'report' | 'madeAt'>> => {
  const { store, settings } = assembly;
  const { incarnation, origin } = await logInFolder(settings);
  const log: Log = { settings, incarnation };
  if ((await publishedSizes(log)).length === 0) throw new NotYetProvable('no-checkpoint', `none of ${origin} yet`);
  const trails = await trailsOf(assembly);
  const record = await recordOf(store, origin, trails);
  const positions = [...trails.positions, record].sort((a, b) => (a < b ? -1 : 1));
  const events = await withErasures(store, await fetchEvents(store, positions));
  const { note, checkpoint } = await checkpointOver(log, events, record);
  const { size } = checkpoint;
  const tiles = await tilesOver(log, size);
  const places = events.map(({ position }) => position);
  return {
    subjects: trails.subjects,
    events,
    inclusion: await tiles.rangeRoots(strangerRanges(places, size)),
    checkpoint: note,
    tokens: await collectTokens(log, events, { tiles, size }),
  };
};
