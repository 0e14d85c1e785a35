import { afterAll, describe, expect, it } from '@jest/globals';
import { actor, hour, nobody, officer } from '../../../../test/fixtures/domain/organisation.ts';
import { refusesInOrder } from '../../../../test/fixtures/domain/refusal-table.ts';
import { factsAt } from '../../../../test/fixtures/domain/task.ts';
import { erasureAggregate, type ErasureState } from './aggregate.ts';
import type { EraseSealedFields } from './commands.ts';
import type { ErasureFacts } from './erasable-event.ts';
import { erasureRefusalCodes } from './refusals.ts';

const seen = new Set<string>();
afterAll(() => {
  expect(erasureRefusalCodes.filter((code) => !seen.has(code))).toEqual([]);
});

const erase: EraseSealedFields = {
  type: 'erase-sealed-fields',
  at: hour(5),
  actor: actor('head', 'sxd'),
  eventId: '0197c2a0-0000-7000-8000-000000000001',
  paths: ['/data/reason'],
  ground: { text: 'Yêu cầu của chủ thể dữ liệu', clause: 'Điều 14 khoản 1' },
  document: null,
};
const facts: ErasureFacts = {
  ...factsAt(hour(100)),
  event: {
    actor: officer('member'),
    subjects: ['dossier:hs-1', 'officer:member'],
    sealedPaths: ['/data/note', '/data/reason'],
  },
};

const after = (command: EraseSealedFields, state: ErasureState): ErasureState => {
  const decision = erasureAggregate.decide(command, state, facts);
  if (!decision.accepted) throw new Error(`the story does not hold: ${decision.refusal.code}`);
  return decision.events.reduce<ErasureState>(
    (before, event) =>
      erasureAggregate.evolve(before, {
        ...event,
        id: 'e',
        occurredAt: command.at,
        recordedAt: command.at,
        actor: command.actor.party,
        unit: command.actor.unit,
        capacity: command.actor.capacity,
        provenance: { kind: 'entered' },
      }),
    state,
  );
};
const erasedOnce = after(erase, erasureAggregate.initial);

type Case = { readonly command: EraseSealedFields; readonly state: ErasureState; readonly facts: ErasureFacts };
const says =
  (changes: Partial<EraseSealedFields>) =>
  (judged: Case): Case => ({ ...judged, command: { ...judged.command, ...changes } });
const named = ['officer:head'];

describe('erasing sealed fields', () => {
  refusesInOrder<Case, Extract<ReturnType<typeof erasureAggregate.decide>, { accepted: false }>['refusal']['code']>(
    {
      sound: { command: erase, state: erasureAggregate.initial, facts },
      judge: ({ command, state, facts: known }) => erasureAggregate.decide(command, state, known),
      seen,
    },
    [
      ['act.text-blank', says({ ground: { text: ' ', clause: 'Điều 14' } })],
      ['actor.unknown', says({ actor: { ...erase.actor, party: nobody } })],
      ['erasure.event-unknown', (judged) => ({ ...judged, facts: { ...judged.facts, event: null } })],
      [
        'erasure.own-conduct',
        (judged) => {
          const event = judged.facts.event && { ...judged.facts.event, subjects: named };
          return { ...judged, facts: { ...judged.facts, event } };
        },
      ],
      ['erasure.clause-missing', says({ ground: { text: 'Yêu cầu', clause: null } })],
      ['erasure.field-not-sealed', says({ paths: ['/data/reason', '/data/from'] })],
      [
        'erasure.already-erased',
        (judged) => ({
          ...judged,
          state: after(
            says({ paths: ['/data/note', '/data/reason'] })({ command: erase, state: erasureAggregate.initial, facts })
              .command,
            erasureAggregate.initial,
          ),
        }),
      ],
    ],
  );

  it('R59 refuses to erase nothing', () => {
    const decision = erasureAggregate.decide({ ...erase, paths: [] }, erasureAggregate.initial, facts);
    expect(decision).toMatchObject({ accepted: false, refusal: { code: 'erasure.without-field' } });
    seen.add('erasure.without-field');
  });

  it('R33 records on which ground, and everyone whom the erased event concerns', () => {
    const decision = erasureAggregate.decide(erase, erasureAggregate.initial, facts);
    const { type: _type, at: _at, actor: _actor, ...said } = erase;
    expect(decision).toEqual({
      accepted: true,
      events: [
        { type: 'sealed-field.erased', version: 1, data: { ...said, subjects: ['dossier:hs-1', 'officer:member'] } },
      ],
    });
  });

  it('R59 takes the same erasure again without a second event, and another field of the event after it', () => {
    expect(erasureAggregate.decide(erase, erasedOnce, facts)).toEqual({ accepted: true, events: [] });
    expect(after({ ...erase, paths: ['/data/note'] }, erasedOnce).erasures).toHaveLength(2);
  });

  it('R59 does not take it from another person, nor on another ground', () => {
    const codeOf = (changes: Partial<EraseSealedFields>) => {
      const decision = erasureAggregate.decide({ ...erase, ...changes }, erasedOnce, facts);
      return decision.accepted ? 'accepted' : decision.refusal.code;
    };
    expect(codeOf({ actor: actor('clerk', 'sxd', 'clerk') })).toBe('erasure.already-erased');
    expect(codeOf({ ground: { text: 'Căn cứ khác', clause: 'Điều 15' } })).toBe('erasure.already-erased');
  });
});
