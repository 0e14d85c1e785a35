import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { DelegationGranted, OfficerRegistered } from '#domain/organisation/events.ts';
import type { EventStore, NewEvent } from '#store/event-store.ts';
import { MemoryEventStore } from '#store/memory/memory-event-store.ts';
import { erasedText } from '#store/revealed.ts';
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

describe('after a lawful erasure', () => {
  const scope = 'Ký văn bản gửi bà Hoa';
  const granted: NewEvent<DelegationGranted> = {
    ...registered('a'),
    type: 'delegation.granted',
    version: 1,
    data: {
      delegationId: 'd',
      unitId: 'u',
      delegator: 'a',
      delegate: 'b',
      scope,
      document: '12/GUQ',
      validFrom: at,
      validTo: '2026-08-04T01:00:00.000Z',
    },
  };
  const erased: NewEvent = {
    ...registered('a'),
    id: uuidv7(),
    type: 'sealed-field.erased',
    data: {
      eventId: granted.id,
      paths: ['/data/scope'],
      subjects: [],
      ground: { text: 'g', clause: 'c' },
      document: null,
    },
  };
  const scopeIn = async (facts: LedgerReference): Promise<string | undefined> =>
    (await facts.current()).organisation.delegations()[0]?.scope;

  it('R59 holds nothing of it, though it had read it before and nobody has deleted the values yet', async () => {
    const store = new MemoryEventStore();
    const facts = new LedgerReference(store);
    await register(store, 'a');
    await store.append({ stream: 'delegation-d', expected: 'no-stream', events: [granted] });
    expect(await scopeIn(facts)).toBe(scope);
    await store.append({ stream: `erasure-${granted.id}`, expected: 'no-stream', events: [erased] });
    expect(await scopeIn(facts)).toBe(erasedText);
    expect(await scopeIn(new LedgerReference(store))).toBe(erasedText);
    await register(store, 'b');
    expect((await facts.current()).organisation.knowsOfficer('b')).toBe(true);
  });

  it('R59 holds nothing of it either when the reading after it failed', async () => {
    const store = new MemoryEventStore();
    const facts = new LedgerReference(watched(store, [3]).proxy);
    await store.append({ stream: 'delegation-d', expected: 'no-stream', events: [granted] });
    expect(await scopeIn(facts)).toBe(scope);
    await store.append({ stream: `erasure-${granted.id}`, expected: 'no-stream', events: [erased] });
    await expect(facts.current()).rejects.toThrow('connection lost');
    expect(await scopeIn(facts)).toBe(erasedText);
  });
});
