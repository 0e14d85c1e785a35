import { describe, expect, it } from '@jest/globals';
import { accept, refuse } from '#domain/kernel/decision.ts';
import type { Event } from '#domain/kernel/event.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import type { EventStore, StreamAppend } from '#store/event-store.ts';
import { ApiMetrics } from '../metrics/api-metrics.ts';
import type { ActOptions } from './act-context.ts';
import { ActRecorder, type ActOnStream } from './act-recorder.ts';
import { markedId, markOf } from './idempotency.ts';

type Noted = Event<'noted', 1, { readonly nth: number }>;
const now = '2025-08-04T01:00:00.000Z';
const clock = { now: () => now };
const actor = { party: { kind: 'officer', id: 'cb-1' }, unit: 'so-noi-vu', capacity: 'own' } as const;

/** Notes how many notes there were before it, so that a judgement on a stale history would show. */
const noting = (options: ActOptions = {}, perAct = 1): ActOnStream<Noted> => ({
  id: 'n',
  stream: 'dossier-n',
  at: now,
  context: { actor, correlationId: 'request-1' },
  options,
  judge: (history) =>
    Promise.resolve(
      accept(
        ...Array.from({ length: perAct }, (_, index): Noted => ({
          type: 'noted',
          version: 1,
          data: { nth: history.length + index },
        })),
      ),
    ),
});

/** A store in which another writer gets in first, as often as said. */
const raced = (store: EventStore, times: number): EventStore => {
  let left = times;
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'append') return (Reflect.get(target, name) as (...rest: unknown[]) => unknown).bind(target);
      return async (request: StreamAppend) => {
        if (left > 0) {
          left -= 1;
          await new ActRecorder(target, clock, new ApiMetrics()).record(noting());
        }
        return target.append(request);
      };
    },
  });
};
const notes = async (store: EventStore): Promise<number[]> => {
  const seen: number[] = [];
  for await (const { data } of store.readStream('dossier-n')) seen.push((data as Noted['data']).nth);
  return seen;
};
const mark = (key: string, body: unknown = {}) => markOf({ caller: 'cb-1', key, route: 'POST /v1/x', body });
const recorder = (store: EventStore): ActRecorder => new ActRecorder(store, clock, new ApiMetrics());

describe('when another writer comes first', () => {
  it('judges again on what is there now', async () => {
    const store = new MemoryEventStore();
    const receipt = await recorder(raced(store, 3)).record(noting());
    expect(receipt).toEqual({ id: 'n', revision: 3, position: '3' });
    expect(await notes(store)).toEqual([0, 1, 2, 3]);
  });

  it('does not judge again what the caller tied to a revision', async () => {
    const store = new MemoryEventStore();
    await recorder(store).record(noting());
    const insisting = recorder(raced(store, 1)).record(noting({ seen: 0 }));
    await expect(insisting).rejects.toMatchObject({ code: 'if-match.stale', facts: { expected: 0, actual: 1 } });
  });

  it('gives up after a bounded number of losses, having stored nothing of its own', async () => {
    const store = new MemoryEventStore();
    await expect(recorder(raced(store, 1_000)).record(noting({ mark: mark('k') }))).rejects.toMatchObject({
      code: 'stream.contended',
    });
    for await (const event of store.readStream('dossier-n')) expect(event.id).not.toBe(markedId(mark('k'), 0));
  });

  it('looks again when the id that was new is taken after all', async () => {
    const store = new MemoryEventStore();
    await recorder(store).record(noting());
    expect(await recorder(store).record(noting({ fresh: true }))).toMatchObject({ revision: 1 });
    expect(await notes(store)).toEqual([0, 1]);
  });
});

describe('a marked act', () => {
  it('of several events gives its whole receipt again, wherever it stands in the stream', async () => {
    const store = new MemoryEventStore();
    await recorder(store).record(noting());
    const first = await recorder(store).record(noting({ mark: mark('k') }, 3));
    await recorder(store).record(noting({ mark: mark('other') }, 2));
    expect(first).toEqual({ id: 'n', revision: 3, position: '3' });
    expect(await recorder(store).record(noting({ mark: mark('k') }, 3))).toEqual(first);
    expect(await notes(store)).toHaveLength(6);
  });

  it('is recognised before the revision it was tied to is looked at', async () => {
    const store = new MemoryEventStore();
    await recorder(store).record(noting());
    const options = { mark: mark('k'), seen: 0 };
    const first = await recorder(store).record(noting(options));
    expect(await recorder(store).record(noting(options))).toEqual(first);
  });

  it('with another body is refused', async () => {
    const store = new MemoryEventStore();
    await recorder(store).record(noting({ mark: mark('k', { a: 1 }) }));
    const other = recorder(store).record(noting({ mark: mark('k', { a: 2 }) }));
    await expect(other).rejects.toMatchObject({ code: 'idempotency.key-reused' });
  });

  it('carries UUIDs of version 8 that differ by caller, key, route, body and ordinal', () => {
    const asked = { caller: 'a', key: 'k', route: 'POST /x', body: {} };
    const marks = [
      asked,
      { ...asked, caller: 'b' },
      { ...asked, key: 'l' },
      { ...asked, route: 'POST /y' },
      { ...asked, body: 1 },
    ];
    const ids = marks.flatMap((each) => [markedId(markOf(each), 0), markedId(markOf(each), 1)]);
    expect(new Set(ids).size).toBe(10);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

it('stores nothing of an act that is refused, and says why', async () => {
  const store = new MemoryEventStore();
  const refused = recorder(store).record({
    ...noting(),
    judge: () => Promise.resolve(refuse('dossier.not-holder', { holder: 'cb-2' })),
  });
  await expect(refused).rejects.toMatchObject({ code: 'dossier.not-holder', facts: { holder: 'cb-2' } });
  expect(await store.headPosition()).toBe(-1n);
});

it('answers an act that is done already with where the stream stands', async () => {
  const store = new MemoryEventStore();
  await recorder(store).record(noting());
  const again = await recorder(store).record({ ...noting(), judge: () => Promise.resolve(accept<Noted>()) });
  expect(again).toEqual({ id: 'n', revision: 0, position: '0' });
});
