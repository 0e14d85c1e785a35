import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { OfficerRegistered } from '#domain/organisation/events.ts';
import type { EventStore, NewEvent } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { LedgerReference } from './ledger-reference.ts';

const at = '2025-08-04T01:00:00.000Z';
const registered = (officerId: string): NewEvent<OfficerRegistered> => ({
  type: 'officer.registered',
  version: 1,
  data: { officerId },
  id: uuidv7(),
  occurredAt: at,
  recordedAt: at,
  actor: { kind: 'unknown' },
  unit: null,
  capacity: 'system',
  provenance: { kind: 'entered' },
  correlationId: 'c',
  causationId: null,
});
const register = (store: EventStore, id: string) =>
  store.append({ stream: `officer-${id}`, expected: 'no-stream', events: [registered(id)] });

/** Counts the readings of the ledger, and fails those said. */
const watched = (store: EventStore, failing: readonly number[] = []) => {
  const count = { readings: 0 };
  const proxy = new Proxy(store, {
    get(target, name) {
      const member = (Reflect.get(target, name) as (...rest: unknown[]) => unknown).bind(target);
      if (name !== 'headPosition') return member;
      return () => {
        count.readings += 1;
        return failing.includes(count.readings) ? Promise.reject(new Error('connection lost')) : member();
      };
    },
  });
  return { proxy, count };
};

describe('the organisation as commands see it', () => {
  it('holds everything that was durable before the question', async () => {
    const store = new MemoryEventStore();
    const facts = new LedgerReference(store);
    for (const id of ['a', 'b', 'c']) {
      await register(store, id);
      expect((await facts.current()).organisation.knowsOfficer(id)).toBe(true);
    }
  });

  it('is read once for all who ask while it is being read', async () => {
    const store = new MemoryEventStore();
    const { proxy, count } = watched(store);
    const facts = new LedgerReference(proxy);
    await register(store, 'a');
    const asked = Array.from({ length: 64 }, () => facts.current());
    await register(store, 'b');
    const late = facts.current();
    await Promise.all(asked);
    expect((await late).organisation.knowsOfficer('b')).toBe(true);
    expect(count.readings).toBeLessThanOrEqual(2);
  });

  it('recovers from a reading that failed', async () => {
    const store = new MemoryEventStore();
    const facts = new LedgerReference(watched(store, [1]).proxy);
    await register(store, 'a');
    await expect(facts.current()).rejects.toThrow('connection lost');
    expect((await facts.current()).organisation.knowsOfficer('a')).toBe(true);
  });
});
