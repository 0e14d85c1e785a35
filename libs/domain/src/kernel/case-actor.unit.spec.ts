import { describe, expect, it } from '@jest/globals';
import { factsAt, referenceOf } from '../../../../test/fixtures/domain/task.ts';
import {
  account,
  actor,
  appointed,
  dissolved,
  hour,
  machine,
  nobody,
} from '../../../../test/fixtures/domain/organisation.ts';
import type { Actor } from './actor.ts';
import {
  actsFor,
  caseActObjection,
  clockAccount,
  clockActor,
  leadsOwnUnit,
  unitsInOfficeObjection,
  yoursObjection,
} from './case-actor.ts';

const facts = factsAt(hour(10));
const asked = (by: Actor, fields: object = {}) => ({
  command: { type: 'act', at: hour(1), actor: by, ...fields },
  facts,
});
const codeOf = (by: Actor, fields: object = {}) => caseActObjection(asked(by, fields))?.code ?? null;

describe('who may act at all', () => {
  it('R32 lets a person act for the unit and in the capacity that they hold at the moment', () => {
    expect(codeOf(actor('member', 'sxd'))).toBeNull();
    expect(codeOf(actor('deputy', 'sxd', 'for-head'))).toBeNull();
    expect(codeOf(actor('member', 'sxd', 'for-head'))).toBe('actor.capacity-not-held');
    expect(codeOf(actor('member', 'stc'))).toBe('actor.capacity-not-held');
    expect(codeOf(actor('stranger', 'sxd'))).toBe('actor.unknown');
    expect(codeOf({ party: nobody, unit: 'sxd', capacity: 'own' })).toBe('actor.unknown');
  });

  it('R32 never takes an account for a person, whatever it calls itself', () => {
    expect(codeOf(machine('portal', 'sxd'))).toBe('actor.not-a-person');
    expect(codeOf({ party: account(clockAccount), unit: 'sxd', capacity: 'own' })).toBe('actor.not-a-person');
    expect(codeOf(machine(clockAccount, 'sxd'))).toBe('actor.not-a-person');
    expect(codeOf(clockActor)).toBeNull();
  });

  it('asks first whether the act is well said and has happened', () => {
    expect(codeOf(machine('portal'), { at: 'mai' })).toBe('act.moment-malformed');
    expect(codeOf(machine('portal'), { reason: ' ' })).toBe('act.text-blank');
    expect(codeOf(machine('portal'), { at: hour(11) })).toBe('act.in-future');
  });

  it('does not ask another system’s log about its people', () => {
    const imported = { ...asked(actor('stranger', 'nowhere')), facts: { ...facts, imported: true } };
    expect(caseActObjection(imported)).toBeNull();
  });
});

describe('for which unit', () => {
  const merged = referenceOf(dissolved('sxd', hour(5), 'stc'));

  it('R32 acts for a unit: its own people and, once it took over, those of its successor', () => {
    expect(actsFor(merged, actor('member', 'sxd'), 'sxd', hour(1))).toBe(true);
    expect(actsFor(merged, actor('bursar', 'stc'), 'sxd', hour(4))).toBe(false);
    expect(actsFor(merged, actor('bursar', 'stc'), 'sxd', hour(5))).toBe(true);
    expect(actsFor(merged, actor('chair', 'ubnd'), 'sxd', hour(1))).toBe(false);
    expect(actsFor(merged, clockActor, 'sxd', hour(1))).toBe(false);
  });

  it('refuses an act by anybody outside the units whose act it is', () => {
    expect(yoursObjection(['stc', 'sxd'], asked(actor('member', 'sxd')))).toBeNull();
    expect(yoursObjection(['stc'], asked(actor('member', 'sxd')))).toEqual({
      code: 'case.not-yours',
      facts: { units: ['stc'], unit: 'sxd' },
    });
    expect(yoursObjection(['stc'], { ...asked(clockActor), facts: { ...facts, imported: true } })).toBeNull();
  });

  it('names the first unit that is unknown or not in office', () => {
    const code = (...units: readonly string[]) => unitsInOfficeObjection(units, hour(1), facts)?.code ?? null;
    expect(code('sxd', 'stc')).toBeNull();
    expect(code('sxd', 'nowhere', 'former')).toBe('unit.unknown');
    expect(code('former')).toBe('unit.not-in-office');
    expect(code('later')).toBe('unit.not-in-office');
    expect(unitsInOfficeObjection(['nowhere'], hour(1), { ...facts, imported: true })).toBeNull();
  });
});

it('R32 knows who leads the unit they act for, at the moment', () => {
  const reference = referenceOf(appointed('idle', 'acting-head', 'vp', { from: hour(3) }));
  const leads = (id: string, unit: string, at = hour(1)) => leadsOwnUnit(reference, actor(id, unit), at);
  expect([leads('head', 'sxd'), leads('deputy', 'sxd'), leads('member', 'sxd')]).toEqual([true, true, false]);
  expect(leads('head', 'stc')).toBe(false);
  expect([leads('idle', 'vp', hour(2)), leads('idle', 'vp', hour(3))]).toEqual([false, true]);
  expect(leadsOwnUnit(reference, clockActor, hour(1))).toBe(false);
});
