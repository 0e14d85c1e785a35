import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { registerDossier } from '../../../../test/fixtures/domain/dossier.ts';
import { actor, delegated, hour, nobody, officer } from '../../../../test/fixtures/domain/organisation.ts';
import {
  check,
  forward,
  ground,
  streamFact,
  streamFacts,
  toOffice,
} from '../../../../test/fixtures/domain/submission.ts';
import type { Holder } from '../dossier/events.ts';
import type { Actor } from '../kernel/actor.ts';
import { same } from '../kernel/same.ts';
import type { DossierStreamCommand } from './commands.ts';
import { decideOnDossier } from './decide.ts';
import type { StreamFact } from './state.ts';
import { evolveStream, initialStream, type StreamState } from './stream.ts';

const seed = 20_251_122;
const people: readonly (readonly [string, string])[] = [
  ['member', 'sxd'],
  ['head', 'sxd'],
  ['bursar', 'stc'],
  ['financier', 'stc'],
  ['chair', 'ubnd'],
  ['chief', 'vp'],
];
const person = fc.constantFrom(...people);
const aHolder: fc.Arbitrary<Holder> = person.map(([id, unit]) => ({ party: officer(id), unit }));
const above: fc.Arbitrary<Holder> = fc.constantFrom(
  { party: officer('chief'), unit: 'vp' },
  { party: officer('chair'), unit: 'ubnd' },
);
/** Mostly left to the ledger. */
const rarely = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 5 }, { arbitrary: some, weight: 1 });
const ids = fc.oneof(fc.constant(['1']), fc.subarray(['1', '2']));
const basis = fc.constant({ text: 'Quy chế làm việc', clause: null });
const nothing = fc.constant(null);
const text = fc.constantFrom('Nguồn vốn', 'Quy mô');

const stated = fc.option(
  fc
    .record({ kind: fc.constantFrom('beyond-authority', 'no-consensus', 'delegation'), attempts: ids, dissents: ids })
    .map(({ kind, attempts, dissents }) =>
      ground({ ground: kind as 'no-consensus', attempts, dissents, delegationId: 'head-member' }),
    ),
);
const act = (type: string, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
  fc.record({ type: fc.constant(type), ...fields });

/** What may be tried, without its moment and actor; nothing guarantees that a rule allows it. */
const wishes: fc.Arbitrary<object> = fc.oneof(
  {
    arbitrary: act('submit', { to: fc.oneof(above, aHolder), proposal: text, basis: nothing, ground: stated }),
    weight: 6,
  },
  {
    arbitrary: act('hand-off', { to: aHolder, reason: text, basis: nothing, dueAt: nothing, ground: stated }),
    weight: 3,
  },
  act('return', { to: aHolder, reason: text, basis, rightUnit: nothing }),
  act('record-coordination', {
    attemptId: nothing,
    units: fc.constant(['stc']),
    topic: text,
    heldAt: fc.constant(hour(0)),
    result: fc.constantFrom('agreed', 'not-agreed'),
    document: nothing,
  }),
  act('record-dissent', { dissentId: nothing, unit: fc.constantFrom('stc', 'vp'), content: text, grounds: nothing }),
  act('resolve-dissent', { dissentId: fc.constantFrom('1', '2'), resolution: text }),
  { arbitrary: act('fail-consensus', { attempts: ids, dissents: ids, statement: text }), weight: 3 },
  act('accept-escalation', { note: nothing }),
  { arbitrary: act('refuse-escalation', { reason: text, basis, to: rarely(aHolder) }), weight: 3 },
  {
    arbitrary: act('check-submission', {
      checklist: fc.constantFrom([{ item: 'Tờ trình', met: false, note: null }], []),
    }),
    weight: 5,
  },
  {
    arbitrary: act('return-submission', { defects: fc.constant(['Thiếu ý kiến']), basis, to: rarely(aHolder) }),
    weight: 2,
  },
  { arbitrary: act('forward-submission', { to: fc.oneof(above, aHolder), proposal: text, basis: nothing }), weight: 9 },
  act('pass-review-level', {
    document: text,
    level: fc.constant(1),
    reviewer: person.map(([id]) => officer(id)),
    changed: fc.boolean(),
    note: nothing,
  }),
  act('request-supplement', { papers: fc.constant(['Bản vẽ']), reason: text }),
  act('issue-apology', { reason: text, newAppointment: fc.constant(hour(1900)), document: nothing }),
  act('refuse-processing', {
    reason: text,
    recordedFor: fc.oneof(
      person.map(([id]) => officer(id)),
      fc.constant(nobody),
    ),
  }),
  act('record-objection', {
    objector: person.map(([id]) => officer(id)),
    order: text,
    grounds: text,
    document: nothing,
  }),
);

type Tried = Omit<DossierStreamCommand, 'actor'> & { readonly actor: Actor | null };
/** Some begin at the gate of the Office, which chance alone seldom passes. */
const openings = fc.constantFrom<readonly DossierStreamCommand[]>(
  [],
  [{ ...toOffice, ground: ground() }, check, forward],
);
const histories: fc.Arbitrary<readonly Tried[]> = fc
  .tuple(
    openings,
    fc.array(fc.tuple(wishes, rarely(person), fc.integer({ min: -1, max: 9 })), { maxLength: 60, size: 'max' }),
  )
  .map(([opening, tried]) => [
    ...opening,
    ...tried.map(
      ([wish, by, step], index) =>
        ({ ...wish, at: hour((index + 1) * 10 + step), actor: by === null ? null : actor(...by) }) as unknown as Tried,
    ),
  ]);

/** Who acts when nobody was drawn: the holder, so that histories get somewhere. */
const holderOf = ({ dossier }: StreamState): Actor => {
  const { party, unit } = 'custody' in dossier ? dossier.custody.holder : registerDossier.holder;
  return { party, unit, capacity: 'own' };
};

const setting = {
  duties: { R02: {}, R04: {}, R20: {}, R22: {} },
  authority: { sxd: 'decide' },
  more: [delegated('head', 'member', 'sxd')],
} as const;
const facts = streamFacts(setting);

const tell = (tried: readonly Tried[]) => {
  let state = initialStream;
  const told: StreamFact[] = [];
  const appends: string[][] = [];
  for (const wish of [registerDossier as Tried, ...tried]) {
    const command = { ...wish, actor: wish.actor ?? holderOf(state) } as DossierStreamCommand;
    const decision = decideOnDossier(command, state, facts);
    if (!decision.accepted) continue;
    const recorded = decision.events.map((event) => streamFact(event, command));
    state = recorded.reduce(evolveStream, state);
    told.push(...recorded);
    if (recorded.length > 0) appends.push(recorded.map(({ type }) => type));
    expect(decideOnDossier({ ...command }, state, facts)).toEqual({ accepted: true, events: [] });
  }
  return { state, told, appends };
};

/** Counted from the facts, not the state: who is in charge after each of them. */
const holdersAlong = (told: readonly StreamFact[]): readonly (readonly Holder[])[] => {
  let charged: readonly Holder[] = [];
  return told.map(({ type, data }) => {
    if (type === 'dossier.registered' || type === 'dossier.reopened') charged = [data.holder];
    if (type === 'dossier.handed-off' || type === 'dossier.returned' || type === 'dossier.submitted') {
      charged = [...charged.filter((holder) => !same(holder, data.from)), data.to];
    }
    return charged;
  });
};

it('R21 whatever is tried, a dossier has one holder, an act sent again changes nothing, and replay gives the same', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(histories, (tried) => {
      const { state, told } = tell(tried);
      for (const { type } of told) kinds.add(type);
      expect(told.reduce(evolveStream, initialStream)).toEqual(state);
      const along = holdersAlong(told);
      expect(along.every((holders) => holders.length === 1)).toBe(true);
      if ('custody' in state.dossier) expect(along.at(-1)).toEqual([state.dossier.custody.holder]);
    }),
    { seed, numRuns: 150 },
  );
  // The histories drawn reach every kind of event, so that the property is not true of nothing.
  expect([...kinds].filter((kind) => !kind.startsWith('dossier.'))).toHaveLength(15);
});

it('R02 R22 an answer and the move that goes with it are never recorded apart', () => {
  const moves: Readonly<Record<string, string>> = {
    'escalation.refused': 'dossier.returned',
    'submission.returned': 'dossier.returned',
    'submission.forwarded': 'dossier.submitted',
  };
  fc.assert(
    fc.property(histories, (tried) => {
      for (const append of tell(tried).appends) {
        const [first = '', second] = append;
        if (first === 'submission.forwarded' && second === 'dossier.handed-off') continue;
        if (first in moves) expect(append[1]).toBe(moves[first]);
        expect(append.slice(1).filter((type) => type in moves)).toEqual([]);
        if (append.includes('escalation.stated')) expect(append.at(-1)).toBe('escalation.stated');
      }
    }),
    { seed, numRuns: 40 },
  );
});
