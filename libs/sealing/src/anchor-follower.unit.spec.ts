import { afterEach, expect, it } from '@jest/globals';
import { eventOf } from '#store/contract/samples.ts';
import type { EventStore } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { AnchorFollower } from './anchor-follower.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (let one = opened.pop(); one !== undefined; one = opened.pop()) await one.close();
});

const ledger = (): { readonly store: EventStore; readonly follower: AnchorFollower } => {
  const store = new MemoryEventStore();
  const follower = new AnchorFollower(store);
  opened.push(store, follower);
  return { store, follower };
};
const stamped = (store: EventStore, n: number, token: string) =>
  store.append({
    stream: 'evidence-log',
    expected: 'any',
    events: [eventOf(n, { type: 'checkpoint.time-stamped', data: { token } })],
  });

it('finds the newest token of the past among other events of the log', async () => {
  const { store, follower } = ledger();
  await stamped(store, 1, 'old');
  await stamped(store, 2, 'newer');
  await store.append({ stream: 'evidence-log', expected: 'any', events: [eventOf(3)] });
  await follower.find();
  expect(follower.current()).toBe('newer');
});

it('knows none where nothing was ever time-stamped', async () => {
  const { store, follower } = ledger();
  await store.append({ stream: 'dossier-1', expected: 'any', events: [eventOf(1)] });
  await follower.find();
  expect(follower.current()).toBeNull();
});

it('follows what comes, and keeps the last one when it is closed', async () => {
  const { store, follower } = ledger();
  await stamped(store, 1, 'first');
  await follower.follow();
  expect(follower.current()).toBe('first');
  await stamped(store, 2, 'second');
  await stamped(store, 3, 'third');
  const seen = store.subscribe({ fromPosition: 2n })[Symbol.asyncIterator]();
  await seen.next();
  await follower.close();
  expect(['second', 'third']).toContain(follower.current());
});
