import { describe, expect, it } from '@jest/globals';
import { actor, hour, province } from '../../../../test/fixtures/domain/organisation.ts';
import { bound, instrument, published, unbound } from '../../../../test/fixtures/domain/rulebook.ts';
import { factOf, type CaseFacts } from '../../../../test/fixtures/domain/case-facts.ts';
import { Reference } from '../reference.ts';
import { rulebookAggregate } from './aggregate.ts';
import type { BindInstrument, HoldDissemination, PublishRulebook, UnbindInstrument } from './commands.ts';
import { disseminationAggregate } from './dissemination-aggregate.ts';
import type { RulebookEvent } from './events.ts';

const now = hour(100);
const facts = (...more: readonly RulebookEvent[]): CaseFacts => {
  const reference = new Reference();
  for (const event of [...province, ...more]) reference.apply(event);
  return { now, imported: false, reference };
};
const letter = instrument('letter', { R06: {} });
const first = published(1, [letter]);

const act = { at: hour(1), actor: actor('chief', 'vp') };
const publish = (changes: Partial<PublishRulebook> = {}): PublishRulebook => ({
  type: 'publish-rulebook',
  ...act,
  effectiveFrom: null,
  instruments: [letter],
  source: 'test',
  ...changes,
});
const bind = (changes: Partial<BindInstrument> = {}): BindInstrument => ({
  type: 'bind-instrument',
  ...act,
  bindingId: 'letter-sxd',
  instrumentId: 'letter',
  unitId: 'sxd',
  withSubordinates: false,
  from: '2024-01-01T00:00:00.000Z',
  to: null,
  ...changes,
});
const unbind = (to: string): UnbindInstrument => ({
  type: 'unbind-instrument',
  ...act,
  bindingId: 'letter-sxd',
  to,
  reason: 'Thay thế',
});
const decided = (command: PublishRulebook | BindInstrument | UnbindInstrument, ...history: RulebookEvent[]) => {
  const state = history
    .map(factOf)
    .reduce((before, event) => rulebookAggregate.evolve(before, event), rulebookAggregate.initial);
  const decision = rulebookAggregate.decide(command, state, facts(...history));
  return decision.accepted ? decision.events.map(({ data }) => data) : decision.refusal.code;
};

describe('publishing the rulebook', () => {
  it('R19 numbers the versions; the first reaches back to its oldest instrument, the next begin now', () => {
    expect(decided(publish())).toMatchObject([{ version: 1, effectiveFrom: '2023-12-31T17:00:00.000Z' }]);
    const other = [instrument('other', { R06: {} })];
    expect(decided(publish({ instruments: other }), first)).toMatchObject([{ version: 2, effectiveFrom: now }]);
  });

  it('R19 records nothing when it says the same again, even for another day', () => {
    expect(decided(publish(), first)).toEqual([]);
    expect(decided(publish({ effectiveFrom: hour(1000) }), first)).toEqual([]);
    expect(decided(publish({ source: 'other' }), first)).toHaveLength(1);
  });

  it.each([
    ['nothing', { instruments: [] }, 'rulebook.empty'],
    ['an instrument twice', { instruments: [letter, letter] }, 'rulebook.instruments-inconsistent'],
    [
      'a citation of nothing',
      { instruments: [instrument('x', {}, { cites: ['none'] })] },
      'rulebook.instruments-inconsistent',
    ],
    ['the past', { source: 'other', effectiveFrom: hour(99) }, 'rulebook.reaches-back'],
    ['a malformed moment', { effectiveFrom: '2025-07-01' }, 'act.moment-malformed'],
    ['a blank source', { source: ' ' }, 'act.text-blank'],
    ['an act to come', { at: hour(101) }, 'act.in-future'],
  ])('R19 refuses %s', (_case, changes, code) => {
    expect(decided(publish(changes), first)).toBe(code);
  });
});

describe('binding an instrument', () => {
  it('R19 records it once, and takes the same again as said', () => {
    expect(decided(bind(), first)).toMatchObject([{ bindingId: 'letter-sxd', unitId: 'sxd' }]);
    expect(decided(bind(), first, bound('letter', 'sxd'))).toEqual([]);
    expect(decided(bind({ to: hour(1) }), first, bound('letter', 'sxd'))).toBe('case.id-taken');
    const ended = [bound('letter', 'sxd'), unbound('letter', 'sxd', hour(5))];
    expect(decided(bind(), first, ...ended)).toEqual([]);
  });

  it.each([
    ['before any rulebook', bind(), [], 'rulebook.instrument-unknown'],
    ['to a unit not founded yet', bind({ unitId: 'later' }), [first], 'unit.not-in-office'],
    ['to nobody', bind({ unitId: 'none' }), [first], 'unit.unknown'],
    ['for no time', bind({ to: '2024-01-01T00:00:00.000Z' }), [first], 'period.empty'],
    ['again', bind({ bindingId: 'again', from: hour(0) }), [first, bound('letter', 'sxd')], 'rulebook.already-bound'],
  ])('R19 is refused %s', (...[, command, history, code]) => {
    expect(decided(command, ...history)).toBe(code);
  });

  it('R19 is ended within its time, at its beginning too, and only earlier than it already was', () => {
    const made = [first, bound('letter', 'sxd', { to: hour(50) })];
    expect(decided(unbind(hour(10)), ...made)).toHaveLength(1);
    expect(decided(unbind('2024-01-01T00:00:00.000Z'), ...made)).toHaveLength(1);
    expect(decided(unbind(hour(51)), ...made)).toBe('rulebook.binding-end-outside-period');
    expect(decided(unbind('2023-01-01T00:00:00.000Z'), ...made)).toBe('rulebook.binding-end-outside-period');
    expect(decided(unbind(hour(10)), first)).toBe('rulebook.binding-unknown');
    const ended = [...made, unbound('letter', 'sxd', hour(20))];
    expect(decided(unbind(hour(20)), ...ended)).toEqual([]);
    expect(decided(unbind(hour(30)), ...ended)).toBe('rulebook.binding-already-ended');
    expect(decided(unbind(hour(10)), ...ended)).toHaveLength(1);
  });
});

describe('a session of dissemination', () => {
  const session = (changes: Partial<HoldDissemination> = {}): HoldDissemination => ({
    type: 'hold-dissemination',
    at: hour(50),
    actor: actor('head', 'sxd'),
    disseminationId: 'd',
    instrumentId: 'letter',
    unitId: 'sxd',
    heldAt: hour(49),
    attendees: ['member'],
    document: null,
    ...changes,
  });
  const held = (command: HoldDissemination) => {
    const decision = disseminationAggregate.decide(command, disseminationAggregate.initial, facts(first));
    return decision.accepted ? decision.events.length : decision.refusal.code;
  };

  it.each([
    ['by the head', {}, 1],
    ['by the committee above', { actor: actor('chair', 'ubnd') }, 1],
    ['by another department', { actor: actor('financier', 'stc') }, 'case.not-yours'],
    ['by a stranger', { actor: actor('stranger', 'sxd') }, 'actor.unknown'],
    ['of an instrument nobody wrote', { instrumentId: 'none' }, 'rulebook.instrument-unknown'],
    ['in a unit that was gone', { unitId: 'former' }, 'unit.not-in-office'],
    ['with a stranger present', { attendees: ['stranger'] }, 'case.officer-unknown'],
    ['to come', { heldAt: hour(101) }, 'act.in-future'],
    ['at no moment', { heldAt: '2025-07-01' }, 'act.moment-malformed'],
  ])('R79 is recorded %s', (_case, changes, expected) => {
    expect(held(session(changes))).toBe(expected);
  });
});
