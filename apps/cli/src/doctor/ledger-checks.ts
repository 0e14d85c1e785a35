import type pg from 'pg';
import { canonicalize } from '#evidence/canonical-json.ts';
import { leafHash } from '#evidence/leaf.ts';
import type { PostgresConnection } from '#platform/postgres-connection.ts';
import type { EventStore, RawEvent } from '#store/event-store.ts';
import { check, type Check } from './check.ts';
import { withSession } from './session.ts';

/** Server and schema versions; each schema is its own role's to look into. */
export const serverCheck = async ({ ownerUrl, appUrl }: PostgresConnection): Promise<Check> => {
  const ledger = await valueOf(ownerUrl, 'select max(version) as value from ledger.schema_version');
  const views = await valueOf(appUrl, 'select count(*) as value from read_models.migrations');
  const server = await valueOf(appUrl, `select current_setting('server_version') as value`);
  const versions = `PostgreSQL ${server}, ledger v${ledger}, views v${views}`;
  return check('server', 'ok', { vi: `${versions}: đang chạy, đủ lược đồ`, en: `${versions}: up, schemas complete` });
};

const valueOf = (url: string, question: string): Promise<string> =>
  withSession(url, async (session) => {
    const { rows } = await session.query<{ value: unknown }>(question);
    return String(rows[0]?.value);
  });

type Places = { events: string; first: string | null; last: string | null; next: string; streams: string[] };

/** Positions and revisions run without a gap, and the counter stands right after the last event. */
export const placesCheck = async ({ appUrl }: PostgresConnection): Promise<Check> => {
  const places = await withSession(appUrl, findPlaces);
  const count = BigInt(places.events);
  const gapless = count === 0n || (places.first === '0' && BigInt(places.last ?? 0) + 1n === count);
  const counted = BigInt(places.next) === count;
  if (gapless && counted && places.streams.length === 0) {
    return check('positions', 'ok', {
      vi: `${places.events} sự kiện, vị trí liền mạch`,
      en: `${places.events} events, positions without gaps`,
    });
  }
  const found = `events ${places.events}, first ${String(places.first)}, last ${String(places.last)}, next ${places.next}, streams ${places.streams.join(', ') || '–'}`;
  return check('positions', 'failed', {
    vi: `Vị trí không liền mạch: ${found}`,
    en: `Positions are not gapless: ${found}`,
  });
};

const findPlaces = async (session: pg.Client): Promise<Places> => {
  const { rows } = await session.query<Places>(
    `select count(*) as events, min(position) as first, max(position) as last,
            (select next_position from ledger.counter) as next,
            array(select stream from ledger.event group by stream
                   having count(*) <> max(revision) + 1 or min(revision) <> 0 limit 5) as streams
       from ledger.event`,
  );
  const [places] = rows;
  if (places === undefined) throw new Error('an aggregate without a row');
  return places;
};

const blocks = 20;
const blockSize = 250;

/** The stored text is canonical, hashes to the stored leaf, and says what its columns say. */
export const textCheck = async (store: EventStore, all: boolean, stop: AbortSignal): Promise<Check> => {
  const head = await store.headPosition();
  let looked = 0;
  const wrong: string[] = [];
  for (const span of spansOf(head, all)) {
    for await (const raw of store.readRaw(span)) {
      looked += 1;
      const fault = faultOf(raw);
      if (fault !== null && wrong.length < 5) wrong.push(`${String(raw.position)} (${fault})`);
    }
    if (stop.aborted) break;
  }
  const share = `${String(looked)}/${String(head + 1n)}`;
  return wrong.length === 0
    ? check('canonical-text', 'ok', {
        vi: `${share} sự kiện khớp văn bản chuẩn và mã băm`,
        en: `${share} events match their canonical text and leaf hash`,
      })
    : check('canonical-text', 'failed', {
        vi: `Sự kiện không khớp mã băm hoặc văn bản chuẩn: ${wrong.join(', ')}`,
        en: `Events do not match their hash or canonical text: ${wrong.join(', ')}`,
      });
};

type Span = { readonly fromPosition: bigint; readonly limit?: number };

/** Everything, or blocks spread evenly over the ledger with its beginning and its end among them. */
const spansOf = (head: bigint, all: boolean): Span[] => {
  const last = head + 1n - BigInt(blockSize);
  if (all || last <= BigInt(blocks * blockSize)) return [{ fromPosition: 0n }];
  return Array.from({ length: blocks }, (_, index) => ({
    fromPosition: (last * BigInt(index)) / BigInt(blocks - 1),
    limit: blockSize,
  }));
};

const faultOf = ({ canonical, leaf, id, type, stream }: RawEvent): string | null => {
  if (Buffer.compare(leafHash(Buffer.from(canonical, 'utf8')), leaf) !== 0) return 'leaf';
  const envelope = JSON.parse(canonical) as Readonly<Record<string, unknown>>;
  if (canonicalize(envelope) !== canonical || canonical.normalize('NFC') !== canonical) return 'canonical';
  return envelope['id'] === id && envelope['type'] === type && envelope['stream'] === stream ? null : 'columns';
};
