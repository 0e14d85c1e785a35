import { describe, expect, it } from '@jest/globals';
import { factsOf } from './event-facts.ts';

const envelope = {
  actor: { kind: 'officer', id: 'CB-1' },
  data: {},
  id: 'a',
  occurredAt: '2026-11-02T01:00:00.000Z',
  recordedAt: '2026-11-02T01:00:00.000Z',
  stream: 'dossier-1',
  type: 'dossier.returned',
};
const read = (value: unknown): unknown => factsOf(value, JSON.stringify(value), new Map([['officer:CB-1', 0]]));

describe('the facts of an event', () => {
  it('are read from an envelope that has them all, with or without an anchor', () => {
    expect(read(envelope)).toMatchObject({
      id: 'a',
      type: 'dossier.returned',
      anchor: null,
      concerns: [0],
      data: null,
    });
    expect(read({ ...envelope, anchor: 'x' })).toMatchObject({ anchor: 'x' });
  });

  it.each(['id', 'type', 'stream', 'occurredAt', 'recordedAt', 'data'])('are none without %s', (member) => {
    expect(read(Object.fromEntries(Object.entries(envelope).filter(([name]) => name !== member)))).toBeNull();
    expect(read({ ...envelope, [member]: 7 })).toBeNull();
  });

  it.each([
    ['a list', [envelope]],
    ['null', null],
    ['a text', 'event'],
    ['an anchor that is no text', { ...envelope, anchor: 7 }],
    ['data that are a list', { ...envelope, data: [] }],
  ])('are none of %s', (_, value) => {
    expect(read(value)).toBeNull();
  });
});
