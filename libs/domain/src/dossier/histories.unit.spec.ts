import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asFact, registerDossier } from '../../../../test/fixtures/domain/dossier.ts';
import { actor, directoryOf, hour, nobody, officer, province } from '../../../../test/fixtures/domain/organisation.ts';
import type { Actor } from '../kernel/actor.ts';
import { decide } from './decide.ts';
import type { DossierCommand } from './commands.ts';
import type { Holder } from './events.ts';
import { evolve, initial, type DossierFact, type DossierState } from './evolve.ts';
import { factsFor, importedFacts } from './facts.ts';

const seed = 20_250_701;
const directory = directoryOf(...province);
const now = hour(2000);

const people: readonly (readonly [string, string])[] = [
  ['member', 'sxd'],
  ['colleague', 'sxd'],
  ['head', 'sxd'],
  ['bursar', 'stc'],
  ['financier', 'stc'],
  ['chair', 'ubnd'],
  ['chief', 'vp'],
];
const person = fc.constantFrom(...people);
const anActor: fc.Arbitrary<Actor> = person.map(([id, unit]) => actor(id, unit));
const aHolder: fc.Arbitrary<Holder> = fc.oneof(
  person.map(([id, unit]) => ({ party: officer(id), unit })),
  person.map(([, unit]) => ({ party: nobody, unit })),
);
const text = fc.constantFrom('Thẩm định', 'Lấy số liệu', 'Trả lời');
const basis = { text: 'Quy chế làm việc', clause: null };
const product = { number: '1', symbol: 'QĐ-UBND', issuedOn: null, title: null };
const deadline = fc.option(fc.nat(900).map(hour));

/** What may be tried, without its moment and actor; nothing guarantees that a rule allows it. */
const wishes: fc.Arbitrary<object> = fc.oneof(
  {
    arbitrary: fc.record({
      type: fc.constant('hand-off'),
      to: aHolder,
      reason: text,
      basis: fc.constant(null),
      dueAt: fc.constant(null),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('return'),
      to: aHolder,
      reason: text,
      basis: fc.constant(basis),
      rightUnit: fc.constantFrom(null, 'vp'),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({ type: fc.constant('submit'), to: aHolder, proposal: text, basis: fc.constant(null) }),
    weight: 3,
  },
  {
    arbitrary: fc.record({ type: fc.constant('confirm-receipt'), arrivalNumber: fc.option(fc.constantFrom('1', '2')) }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('assign'),
      leadUnit: fc.constantFrom(null, 'stc'),
      coordinators: fc.constant([]),
      responsible: person.map(([id]) => officer(id)),
      step: fc.option(text),
      dueAt: fc.constant(null),
      basis: fc.constant(null),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({ type: fc.constant('perform-step'), step: text, performer: aHolder, note: fc.option(text) }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('decide'),
      decision: fc.constantFrom('approved', 'rejected'),
      grounds: fc.option(text),
      document: fc.constant(null),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('correct'),
      correctsEventId: fc.constantFrom('a', 'b'),
      changes: fc.constantFrom({}, { number: '7' }, { subject: 'Khác' }),
      reason: text,
      approver: person.map(([id]) => officer(id)),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('complete'),
      product: fc.constant(product),
      outcome: fc.constantFrom('answered', 'granted'),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('archive'),
      fileCode: fc.constant('QH-01'),
      retention: fc.constant('20 năm'),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('reopen'),
      reason: text,
      basis: fc.constant(basis),
      holder: aHolder,
      deadline,
    }),
    weight: 1,
  },
);
const commands: fc.Arbitrary<readonly DossierCommand[]> = fc
  .array(fc.tuple(wishes, fc.option(anActor, { freq: 3 }), fc.integer({ min: -2, max: 30 })), { maxLength: 60 })
  .map((tried) =>
    tried.map(
      ([wish, by, step], index) => ({ at: hour(index * 10 + step), actor: by, ...wish }) as unknown as DossierCommand,
    ),
  );

/** Who acts when nobody was drawn: the holder, so that histories get somewhere. */
const holderOf = (state: DossierState): Actor => {
  const holder = 'custody' in state ? state.custody.holder : registerDossier.holder;
  const unit = holder.unit ?? 'sxd';
  const [id] = people.find(([, serves]) => serves === unit) ?? ['member'];
  return holder.party.kind === 'officer' ? { party: holder.party, unit, capacity: 'own' } : actor(id, unit);
};

type Told = {
  readonly state: DossierState;
  readonly facts: readonly DossierFact[];
  readonly holders: readonly number[];
};

/** Exactly one holder is in charge of an open dossier, none of an archived one: counted from the facts, not the state. */
const inCharge = (before: readonly Holder[], fact: DossierFact): readonly Holder[] => {
  switch (fact.type) {
    case 'dossier.registered':
      return [...before, fact.data.holder];
    case 'dossier.reopened':
      // From completion the keeper of the papers gives way; from the archive there is nobody.
      return [fact.data.holder];
    case 'dossier.handed-off':
    case 'dossier.returned':
    case 'dossier.submitted': {
      const { from, to } = fact.data;
      return [...before.filter((holder) => JSON.stringify(holder) !== JSON.stringify(from)), to];
    }
    case 'dossier.archived':
      return before.filter((holder) => JSON.stringify(holder) !== JSON.stringify(fact.data.holder));
    case 'dossier.assigned':
    case 'dossier.receipt-confirmed':
    case 'dossier.step-performed':
    case 'dossier.decided':
    case 'dossier.completed':
    case 'dossier.corrected':
      return before;
  }
};

const tell = (tried: readonly DossierCommand[], imported: boolean): Told & { readonly kinds: ReadonlySet<string> } => {
  let state: DossierState = initial;
  const facts: DossierFact[] = [];
  const holders: number[] = [];
  let charged: readonly Holder[] = [];
  for (const wish of [registerDossier as DossierCommand, ...tried]) {
    const command = { ...wish, actor: (wish.actor as Actor | null) ?? holderOf(state) };
    const correctedEventType = command.type === 'correct' ? 'dossier.registered' : null;
    const decision = decide(
      command,
      state,
      imported
        ? { ...importedFacts(now), correctedEventType }
        : factsFor(directory, { command, state, now, correctedEventType }),
    );
    if (!decision.accepted) continue;
    for (const event of decision.events) {
      const fact = asFact(event, command);
      state = evolve(state, fact);
      facts.push(fact);
      charged = inCharge(charged, fact);
      holders.push(charged.length);
      expect(charged).toEqual('custody' in state ? [state.custody.holder] : []);
      if (state.status === 'archived') expect(charged).toEqual([]);
    }
  }
  return { state, facts, holders, kinds: new Set(facts.map(({ type }) => type)) };
};

it.each([
  ['entered here', false],
  ['imported', true],
])(
  'R21 whatever is tried (%s), an open dossier has one holder, an archived one none, and replay gives the same',
  (_how, imported) => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(commands, (tried) => {
        const told = tell(tried, imported);
        for (const kind of told.kinds) kinds.add(kind);
        expect(told.facts.reduce<DossierState>(evolve, initial)).toEqual(told.state);
        expect(tell(tried, imported).facts).toEqual(told.facts);
      }),
      { seed, numRuns: 100 },
    );
    // The histories drawn reach every kind of event, so that the property is not true of nothing.
    expect(kinds.size).toBe(12);
  },
);

it('R21 moments of entered custody never run backwards', () => {
  fc.assert(
    fc.property(commands, (tried) => {
      const moves = tell(tried, false).facts.filter(({ type }) =>
        [
          'dossier.registered',
          'dossier.handed-off',
          'dossier.returned',
          'dossier.submitted',
          'dossier.completed',
          'dossier.reopened',
          'dossier.archived',
        ].includes(type),
      );
      const moments = moves.map(({ occurredAt }) => occurredAt);
      expect(moments).toEqual([...moments].sort());
    }),
    { seed, numRuns: 100 },
  );
});
