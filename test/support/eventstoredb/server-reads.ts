import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { isBefore, type Place, type ServerLog, type ServerRecord } from './server-log.ts';

const limitOf = (options: ReadReq.Options): number => {
  const count = Number(options.getCount());
  return Number.isSafeInteger(count) ? count : Infinity;
};

const streamRange = (log: ServerLog, options: ReadReq.Options): readonly ServerRecord[] => {
  const from = options.getStream();
  const name = Buffer.from(from?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
  const records = log.stream(name);
  const backward = Number(options.getReadDirection()) === 1;
  const start = from?.hasRevision() ? Number(from.getRevision()) : from?.hasEnd() ? Infinity : 0;
  if (!backward) return records.filter(({ revision }) => revision >= start);
  return records.filter(({ revision }) => revision <= start).toReversed();
};

const placeOf = (options: ReadReq.Options): Place | null => {
  const position = options.getAll()?.getPosition();
  if (position === undefined) return null;
  return { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) };
};

/** Forward from a place includes it, backward leaves it out. */
const allRange = (log: ServerLog, options: ReadReq.Options): readonly ServerRecord[] => {
  const place = placeOf(options);
  if (Number(options.getReadDirection()) === 1) {
    return log.records.filter((record) => place === null || isBefore(record.place, place)).toReversed();
  }
  if (options.getAll()?.hasEnd() === true) return [];
  return place === null ? log.records : log.records.slice(indexFrom(log, place));
};

/** Index of the first record at or after a place. */
const indexFrom = (log: ServerLog, place: Place): number => {
  let [low, high] = [0, log.records.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = log.records[middle];
    if (record !== undefined && isBefore(record.place, place)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Answers a read that ends: what is there now. */
export const range = (log: ServerLog, options: ReadReq.Options): readonly ServerRecord[] =>
  (options.hasStream() ? streamRange(log, options) : allRange(log, options)).slice(0, limitOf(options));

/** Index of the first record a subscription to `$all` gives: after its place, which the caller has. */
export const subscriptionStart = (log: ServerLog, options: ReadReq.Options): number => {
  if (options.getAll()?.hasEnd() === true) return log.records.length;
  const place = placeOf(options);
  if (place === null) return 0;
  return indexFrom(log, { ...place, prepare: place.prepare + 1n });
};

export const matches = (options: ReadReq.Options, record: ServerRecord): boolean => {
  const filter = options.getFilter();
  if (filter === undefined) return true;
  const onType = filter.hasEventType();
  const expression = onType ? filter.getEventType() : filter.getStreamIdentifier();
  const text = onType ? record.type : record.stream;
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return prefixes.some((prefix) => text.startsWith(prefix));
  return new RegExp(expression?.getRegex() ?? '').test(text);
};
