import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, CaseLedger, holder } from '../../../../test/fixtures/domain/case-ledger.ts';
import { appointed, known, referenceOf } from '../../../../test/fixtures/domain/case-reference.ts';
import type { Holder } from '../dossier/events.ts';
import { candidateKinds } from './candidate.ts';
import { candidatesOf } from './candidates-of.ts';
import { detectors } from './detectors.ts';

const duties = ['R01', 'R02', 'R04', 'R05', 'R06', 'R07', 'R10', 'R20', 'R23', 'R33', 'R62', 'R64'];
const units = ['so-a', 'so-b', 'so-c'] as const;

const place = (unit: (typeof units)[number]): fc.Arbitrary<Holder> =>
  fc.constantFrom<Holder>(
    holder(`of-${unit}`, unit),
    { party: { kind: 'account', id: 'hệ-thống' }, unit },
    { party: { kind: 'unknown' }, unit },
    { party: { kind: 'officer', id: 'người-lạ' }, unit },
  );
const anyPlace = fc.constantFrom(...units).chain(place);
const move = fc.record({
  to: anyPlace,
  days: fc.nat({ max: 25 }),
  type: fc.constantFrom('dossier.handed-off' as const, 'dossier.returned' as const, 'dossier.submitted' as const),
});
const life = fc.record({ first: anyPlace, deadline: fc.nat({ max: 60 }), moves: fc.array(move, { maxLength: 7 }) });

type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

const told = (lives: readonly Life[]): CaseLedger => {
  const ledger = new CaseLedger();
  for (const [index, { first, deadline, moves }] of lives.entries()) {
    const id = `x${String(index)}`;
    ledger.registered(id, first, at(0), deadline < 5 ? null : at(deadline));
    let [from, day] = [first, 0];
    for (const { to, days, type } of moves) {
      day += days;
      ledger.moved(type, id, [from, to], at(day, 10));
      from = to;
    }
  }
  return ledger;
};

const reference = referenceOf({ duties });

describe('candidates of random lives', () => {
  it('are the same whatever the order of the streams, and after every rebuild', () => {
    fc.assert(
      fc.property(fc.array(life, { minLength: 1, maxLength: 4 }), fc.integer(), (lives, seed) => {
        const { histories } = told(lives);
        const turned = [...histories].sort((a, b) => (seed % 2 === 0 ? 1 : -1) * (a.stream < b.stream ? 1 : -1));
        const asked = { reference, asOf: at(120) };
        const first = candidatesOf({ ...asked, histories });
        expect(candidatesOf({ ...asked, histories: turned })).toEqual(first);
        expect(candidatesOf({ ...asked, reference: referenceOf({ duties }), histories })).toEqual(first);
        // What happens to one dossier changes nothing about another.
        const alone = candidatesOf({ ...asked, histories: histories.slice(0, 1) });
        expect(first.filter(({ subject }) => subject === 'dossier-x0')).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  it('are one for an incident, never for a prompt return, and never name what is no person', () => {
    fc.assert(
      fc.property(fc.array(life, { minLength: 1, maxLength: 3 }), (lives) => {
        const { histories } = told(lives);
        const found = candidatesOf({ histories, reference, asOf: at(120) });
        const incidents = found.map(({ incident }) => incident);
        expect(new Set(incidents).size).toBe(incidents.length);
        for (const { performer, evidence, rules, kind, facts, at: when } of found) {
          expect(
            performer.kind === 'unknown' || (performer.kind === 'officer' && performer.id.startsWith('of-so-')),
          ).toBe(true);
          expect(evidence.length).toBeGreaterThan(0);
          expect(rules.length).toBeGreaterThan(0);
          if (kind === 'late-return') expect(when > String(facts['limit'])).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave out what is claimed to have happened later', () => {
    fc.assert(
      fc.property(life, fc.nat({ max: 100 }), (one, day) => {
        const { histories } = told([one]);
        for (const { at: when } of candidatesOf({ histories, reference, asOf: at(day) }))
          expect(when <= at(day)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('who is shown as concerned', () => {
  const an = holder('of-so-a', 'so-a');
  const late = new CaseLedger().registered('x', an, at(0), at(10));
  const inForce = { duties: ['R23'], decides: null };
  const ended = (officerId: string) =>
    ({
      type: 'appointment.ended',
      version: 1,
      data: { appointmentId: `${officerId}@so-a`, unitId: 'so-a', officerId, validTo: at(5), reason: 'nghỉ hưu' },
    }) as const;
  const successor = (role: 'head' | 'acting-head') =>
    referenceOf({ ...inForce, more: [ended('head-so-a'), known('moi'), appointed('moi', 'so-a', role, at(5))] });

  it('R32 is the head in office at that moment; what began under a predecessor is said', () => {
    const [candidate] = late.candidates(successor('head'));
    expect(candidate?.head).toBe('moi');
    expect(candidate?.mitigations.map(({ kind }) => kind)).toContain('inherited');
    const [before] = new CaseLedger().registered('x', an, at(0), at(4)).candidates(successor('head'));
    expect(before?.head).toBe('head-so-a');
  });

  it('R32 an acting head is shown as acting; a vacant post as vacant', () => {
    const [acting] = late.candidates(successor('acting-head'));
    expect(acting?.mitigations.map(({ kind }) => kind)).toContain('acting-period');
    const [vacant] = late.candidates(referenceOf({ ...inForce, more: [ended('head-so-a')] }));
    expect(vacant?.head).toBeNull();
  });

  it('R23 who had left the unit by then is not named, and a unit dissolved by then is not asked', () => {
    const left = referenceOf({ ...inForce, more: [ended('of-so-a')] });
    expect(late.found(left)).toEqual(['overdue-dossier so-a - head-so-a']);
    const dissolved = {
      type: 'unit.dissolved',
      version: 1,
      data: { unitId: 'so-a', validTo: at(5), successors: ['so-b'], basis: { text: 'Đề án', clause: null } },
    } as const;
    expect(late.found(referenceOf({ ...inForce, more: [dissolved] }))).toEqual([]);
  });

  it('R79 the rule was made known to the unit or it says so', () => {
    const [unknown] = late.candidates({ ...inForce, knownIn: ['so-b'] });
    expect(unknown?.mitigations.map(({ kind }) => kind)).toEqual(['rule-not-disseminated']);
    const [informed] = late.candidates(inForce);
    expect(informed?.mitigations).toEqual([]);
  });

  it('R38 only an accepted reason for this very incident counts', () => {
    const [incident] = late.candidates(inForce).map((candidate) => candidate.incident);
    const claim = (about: string, judged: 'reason.accepted' | 'reason.rejected' | null): readonly string[] => {
      const ledger = new CaseLedger()
        .registered('x', an, at(0), at(10))
        .tell(
          'office-l',
          'reason.claimed',
          { reasonId: 'l', incident: about, officer: 'of-so-a', reason: 'mưa lũ', evidence: [] },
          { at: at(12), by: an.party, unit: 'so-a' },
        );
      if (judged) ledger.tell('office-l', judged, { reasonId: 'l', grounds: 'có căn cứ' }, { at: at(13) });
      return ledger.candidates(inForce).flatMap(({ mitigations }) => mitigations.map(({ kind }) => kind));
    };
    expect(claim(incident ?? '', 'reason.accepted')).toEqual(['reason-accepted']);
    expect(claim(incident ?? '', 'reason.rejected')).toEqual([]);
    expect(claim(incident ?? '', null)).toEqual([]);
    expect(claim('dossier-y:0:holding', 'reason.accepted')).toEqual([]);
  });

  it('marks what was entered more than a day after it happened', () => {
    const entered = new CaseLedger().registered('x', an, at(0), at(10));
    expect(entered.candidates(inForce)[0]?.recordedLate).toBe(false);
    entered.tell(
      'dossier-x',
      'dossier.completed',
      {
        product: { number: '1', symbol: null, issuedOn: null, title: null },
        outcome: 'answered',
        holder: an,
        heldSince: at(0),
        deadline: at(10),
      },
      { at: at(11), recordedAt: at(20), by: an.party, unit: 'so-a' },
    );
    expect(entered.candidates(inForce)[0]?.recordedLate).toBe(true);
  });
});

describe('the list of detectors', () => {
  it('has at least one for every kind', () => {
    expect(new Set(detectors.map(({ kind }) => kind))).toEqual(new Set(candidateKinds));
  });
});
