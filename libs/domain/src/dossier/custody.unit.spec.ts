import { describe, expect, it } from '@jest/globals';
import {
  judge,
  registerDossier,
  scenario,
  stateAfter,
  type Scenario,
} from '../../../../test/fixtures/domain/dossier.ts';
import {
  account,
  actor,
  appointed,
  delegated,
  dissolved,
  hour,
  known,
  machine,
  nobody,
  officer,
  unitEvent,
} from '../../../../test/fixtures/domain/organisation.ts';
import type { Actor } from '../kernel/actor.ts';
import type { CompleteDossier, DossierCommand, HandOffDossier, PerformStep, ReturnDossier } from './commands.ts';
import type { Holder } from './events.ts';
import { evolve, initial, type DossierFact } from './evolve.ts';

const bursar: Holder = { party: officer('bursar'), unit: 'stc' };
const handOff = (at: number, by: Actor, to: Holder): HandOffDossier => ({
  type: 'hand-off',
  at: hour(at),
  actor: by,
  to,
  reason: null,
  basis: null,
  dueAt: null,
});
const toBursar = handOff(1, actor('member', 'sxd'), bursar);
const giveBack = (at: number, to: Holder): ReturnDossier => ({
  type: 'return',
  at: hour(at),
  actor: actor('bursar', 'stc'),
  to,
  reason: 'Không thuộc chức năng',
  basis: { text: 'Quy chế làm việc', clause: null },
  rightUnit: null,
});
const complete: CompleteDossier = {
  type: 'complete',
  at: hour(3),
  actor: actor('member', 'sxd'),
  product: { number: '55', symbol: 'SXD-QH', issuedOn: null, title: null },
  outcome: 'answered',
};
const eventOf = (given: Scenario) => {
  const decision = judge(given);
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return decision.events[0];
};
const codeOf = (given: Scenario): string => {
  const decision = judge(given);
  return decision.accepted ? 'accepted' : decision.refusal.code;
};

describe('custody', () => {
  it('R21 moves at the hand-off itself and says from whom, since when', () => {
    expect(eventOf(scenario(toBursar, registerDossier))).toMatchObject({
      type: 'dossier.handed-off',
      data: { from: registerDossier.holder, to: bursar, heldSince: hour(0) },
    });
    expect(stateAfter(scenario(toBursar, registerDossier, toBursar))).toMatchObject({
      status: 'open',
      custody: { holder: bursar, since: hour(1), receiptConfirmed: false },
      formerUnits: ['sxd'],
    });
  });

  it('R21 a confirmed receipt is noted and does not move it', () => {
    const confirm: DossierCommand = {
      type: 'confirm-receipt',
      at: hour(2),
      actor: machine('counter', 'stc'),
      arrivalNumber: null,
    };
    const state = stateAfter(scenario(toBursar, registerDossier, toBursar, confirm));
    expect(state).toMatchObject({ custody: { holder: bursar, since: hour(1), receiptConfirmed: true } });
  });

  it('R21 a receipt is confirmed by each holder anew, a return included', () => {
    const confirm = (at: number, unit: string): DossierCommand => ({
      type: 'confirm-receipt',
      at: hour(at),
      actor: machine('counter', unit),
      arrivalNumber: null,
    });
    const returned = giveBack(3, registerDossier.holder);
    const story = [registerDossier, confirm(0, 'sxd'), toBursar, confirm(2, 'stc'), returned];
    expect(stateAfter(scenario(returned, ...story))).toMatchObject({ custody: { receiptConfirmed: false } });
    expect(eventOf(scenario(confirm(4, 'sxd'), ...story))).toMatchObject({ type: 'dossier.receipt-confirmed' });
  });

  it('R06 a return may go to any unit that held the dossier, not only to the last one', () => {
    const onwards = handOff(2, actor('bursar', 'stc'), { party: officer('chief'), unit: 'vp' });
    const back = { ...giveBack(3, registerDossier.holder), actor: actor('chief', 'vp') };
    expect(codeOf(scenario(back, registerDossier, toBursar, onwards))).toBe('accepted');
  });

  it('R01 a decision ends with its holder: the next holder who decides the same is recorded too', () => {
    const decideAs = (by: Actor): DossierCommand => ({
      type: 'decide',
      at: hour(1),
      actor: by,
      decision: 'approved',
      grounds: null,
      document: null,
    });
    const own = decideAs(actor('member', 'sxd'));
    expect(judge(scenario(own, registerDossier, own))).toEqual({ accepted: true, events: [] });
    const next = scenario(decideAs(actor('bursar', 'stc')), registerDossier, own, toBursar);
    expect(eventOf(next)).toMatchObject({ type: 'dossier.decided' });
  });

  it('R06 a return goes to the unit that took the sender over', () => {
    const merged = {
      ...scenario(giveBack(60, { party: nobody, unit: 'merged' }), registerDossier, toBursar),
      organisation: [unitEvent('merged', 'department', 'ubnd'), dissolved('sxd', hour(50), 'merged')],
    };
    expect(eventOf(merged)).toMatchObject({ type: 'dossier.returned', data: { from: bursar, heldSince: hour(1) } });
    expect(codeOf({ ...merged, command: giveBack(60, { party: nobody, unit: 'vp' }) })).toBe('return.never-held-there');
  });

  it('R21 ends with the archive; a reopening begins it anew with its own deadline', () => {
    const archive: DossierCommand = {
      type: 'archive',
      at: hour(4),
      actor: actor('clerk', 'sxd', 'clerk'),
      fileCode: 'QH-01',
      retention: '20 năm',
    };
    const reopen: DossierCommand = {
      type: 'reopen',
      at: hour(5),
      actor: actor('chair', 'ubnd'),
      reason: 'Có khiếu nại',
      basis: { text: 'Kết luận thanh tra', clause: null },
      holder: bursar,
      deadline: hour(500),
    };
    const story = [registerDossier, complete, archive] as const;
    expect(stateAfter(scenario(reopen, ...story))).toMatchObject({
      status: 'archived',
      lastHolder: registerDossier.holder,
    });
    expect(stateAfter(scenario(reopen, ...story))).not.toHaveProperty('custody');
    expect(stateAfter(scenario(reopen, ...story, reopen))).toMatchObject({
      status: 'open',
      custody: { holder: bursar, since: hour(5) },
      current: { deadline: hour(500) },
      registration: { deadline: hour(240) },
    });
  });
});

describe('who acts for the holder', () => {
  const by = (who: Actor, holder: Holder = registerDossier.holder): string =>
    codeOf({
      ...scenario({ ...complete, actor: who }, { ...registerDossier, holder }),
      organisation: [delegated('head', 'colleague', 'sxd')],
    });

  it.each([
    ['the holder', actor('member', 'sxd')],
    ['the head of the unit', actor('head', 'sxd')],
    ['its deputy, for the head', actor('deputy', 'sxd', 'for-head')],
    ['its clerk', actor('clerk', 'sxd', 'clerk')],
    ['a delegate', actor('colleague', 'sxd', 'by-delegation')],
    ['the head of a division, by order', actor('planner', 'sxd', 'by-order')],
  ])('R21 %s may', (_who, who) => {
    expect(by(who)).toBe('accepted');
  });

  it.each([
    ['a colleague', actor('colleague', 'sxd')],
    ['the deputy in their own name', actor('deputy', 'sxd')],
    ['the head of another unit', actor('financier', 'stc')],
    ['the chairman above', actor('chair', 'ubnd')],
  ])('R21 %s may not', (_who, who) => {
    expect(by(who)).toBe('dossier.not-holder');
  });

  it('R21 anybody appointed there may when the unit holds without a name', () => {
    expect(by(actor('colleague', 'sxd'), { party: nobody, unit: 'sxd' })).toBe('accepted');
    expect(by(actor('bursar', 'stc'), { party: nobody, unit: 'sxd' })).toBe('dossier.not-holder');
  });

  it('R21 those who speak for the unit that took the holding one over may, once it has', () => {
    const takeOver = (at: number): string =>
      codeOf({
        ...scenario({ ...complete, at: hour(at), actor: actor('newhead', 'merged') }, registerDossier),
        organisation: [
          known('newhead'),
          unitEvent('merged', 'department', 'ubnd'),
          appointed('newhead', 'head', 'merged'),
          dissolved('sxd', hour(50), 'merged'),
        ],
      });
    expect(takeOver(49)).toBe('dossier.not-holder');
    expect(takeOver(50)).toBe('accepted');
  });
});

describe('the same act again', () => {
  it.each<readonly [string, DossierCommand, readonly DossierCommand[]]>([
    ['registration', registerDossier, [registerDossier]],
    ['registration after a move', registerDossier, [registerDossier, toBursar]],
    ['hand-off', toBursar, [registerDossier, toBursar]],
    ['completion', complete, [registerDossier, complete]],
  ])('R21 is accepted as nothing: %s', (_name, command, before) => {
    expect(judge(scenario(command, ...before))).toEqual({ accepted: true, events: [] });
  });

  it('R21 confirming a receipt twice records it once; a stranger learns nothing by it', () => {
    const confirm: DossierCommand = {
      type: 'confirm-receipt',
      at: hour(2),
      actor: actor('bursar', 'stc'),
      arrivalNumber: '7',
    };
    const again = scenario({ ...confirm, at: hour(3) }, registerDossier, toBursar, confirm);
    expect(judge(again)).toEqual({ accepted: true, events: [] });
    expect(codeOf({ ...again, command: { ...confirm, actor: actor('member', 'sxd') } })).toBe('dossier.not-holder');
  });

  it.each<readonly [string, DossierCommand]>([
    [
      'assignment',
      {
        type: 'assign',
        at: hour(1),
        actor: actor('head', 'sxd'),
        leadUnit: null,
        coordinators: [],
        responsible: officer('member'),
        step: null,
        dueAt: null,
        basis: null,
      },
    ],
    [
      'decision',
      {
        type: 'decide',
        at: hour(1),
        actor: actor('member', 'sxd'),
        decision: 'approved',
        grounds: null,
        document: null,
      },
    ],
    [
      'correction',
      {
        type: 'correct',
        at: hour(1),
        actor: actor('member', 'sxd'),
        correctsEventId: 'e',
        changes: { number: '9' },
        reason: 'Gõ nhầm',
        approver: officer('head'),
      },
    ],
  ])('R21 a repeated %s is accepted as nothing, another one is recorded', (_name, command) => {
    const given = scenario(command, registerDossier, command);
    expect(judge(given)).toEqual({ accepted: true, events: [] });
    expect(stateAfter(given)).not.toEqual(stateAfter(scenario(command, registerDossier)));
  });

  it('R21 a step performed twice is two steps', () => {
    const step: PerformStep = {
      type: 'perform-step',
      at: hour(1),
      actor: actor('member', 'sxd'),
      step: 'Thẩm định',
      performer: registerDossier.holder,
      note: null,
    };
    expect(eventOf(scenario(step, registerDossier, step))).toMatchObject({ type: 'dossier.step-performed' });
  });

  it('R21 a hand-off by somebody who no longer holds it, to somebody else, is no repetition', () => {
    const elsewhere = { ...toBursar, to: { party: officer('financier'), unit: 'stc' } };
    expect(codeOf(scenario(elsewhere, registerDossier, toBursar))).toBe('dossier.not-holder');
  });
});

describe('a correction', () => {
  const correct: DossierCommand = {
    type: 'correct',
    at: hour(2),
    actor: actor('member', 'sxd'),
    correctsEventId: 'event-0',
    changes: { subject: 'Quy hoạch phân khu', deadline: null },
    reason: 'Gõ nhầm',
    approver: officer('head'),
  };

  it('R21 changes what holds now and leaves the first entry as it was', () => {
    const state = stateAfter(scenario(correct, registerDossier, correct));
    expect(state).toMatchObject({
      current: { subject: 'Quy hoạch phân khu', deadline: null, number: '1204' },
      registration: { subject: registerDossier.subject, deadline: hour(240) },
    });
  });

  it('R21 is possible after the end, by the last holder', () => {
    expect(eventOf(scenario({ ...correct, at: hour(9) }, registerDossier, complete))).toMatchObject({
      type: 'dossier.corrected',
    });
  });

  it('R21 marks an event wrong that states no value to replace, once', () => {
    const mark = { ...correct, changes: {} };
    const given = { ...scenario(mark, registerDossier, toBursar), correctedEventType: 'dossier.handed-off' as const };
    const marked = { ...given, command: { ...mark, actor: actor('bursar', 'stc'), approver: officer('financier') } };
    const event = eventOf(marked);
    expect(event).toMatchObject({ type: 'dossier.corrected', data: { changes: {} } });
    const before = stateAfter(given);
    const after = evolve(before, { ...event, occurredAt: hour(2), actor: officer('bursar') } as DossierFact);
    expect(after).toMatchObject({ withdrawnEventIds: ['event-0'], custody: { holder: bursar } });
  });
});

describe('a history from another log', () => {
  const foreign: Actor = { party: nobody, unit: null, capacity: 'own' };
  const shared: Holder = { party: account('test'), unit: null };
  const received = { ...registerDossier, actor: foreign, subject: null, deadline: hour(-5), holder: shared };
  const imported = (command: DossierCommand, ...before: readonly DossierCommand[]): Scenario => ({
    ...scenario(command, ...before),
    imported: true,
  });
  const step: PerformStep = {
    type: 'perform-step',
    at: hour(5),
    actor: foreign,
    step: 'Confirmation of receipt',
    performer: { party: officer('Resource21'), unit: 'Group 7' },
    note: null,
  };

  it('R33 may name accounts, unknown parties and units as its source does', () => {
    const moved = handOff(1, foreign, { party: officer('Resource21'), unit: 'Group 7' });
    expect(codeOf(imported(received))).toBe('accepted');
    expect(codeOf(imported(moved, received))).toBe('accepted');
    expect(codeOf(imported(step, received, moved))).toBe('accepted');
  });

  it('R23 may end at a moment before its last steps, and without a product', () => {
    const ended = {
      ...complete,
      actor: foreign,
      at: hour(3),
      product: { number: null, symbol: null, issuedOn: null, title: null },
    };
    expect(eventOf(imported(ended, received, step))).toMatchObject({
      type: 'dossier.completed',
      data: { holder: shared },
    });
  });

  it.each<readonly [string, Scenario]>([
    ['act.text-blank', imported({ ...step, step: ' ' }, received)],
    ['act.in-future', imported({ ...step, at: hour(3000) }, received)],
    ['dossier.not-registered', imported(step)],
    ['dossier.already-registered', imported({ ...received, number: 'other' }, received)],
    ['dossier.completed', imported(step, received, { ...complete, actor: foreign })],
    ['recipient.same-holder', imported(handOff(1, foreign, shared), received)],
    ['secrecy.subject-forbidden', imported({ ...received, secrecy: 'secret', subject: 'Kho' })],
  ])('R21 still keeps to one holder and to the state of the dossier: %s', (code, given) => {
    expect(codeOf(given)).toBe(code);
  });
});

describe('an impossible history', () => {
  const fact = (type: string): DossierFact =>
    ({ type, version: 1, data: {}, occurredAt: hour(1), actor: nobody }) as never;
  it.each(['dossier.handed-off', 'dossier.corrected', 'dossier.archived'])('R21 is one that begins with %s', (type) => {
    expect(() => evolve(initial, fact(type))).toThrow('impossible history');
  });
  it.each(['dossier.registered', 'dossier.reopened', 'dossier.archived'])('R21 is %s while open', (type) => {
    expect(() => evolve(stateAfter(scenario(toBursar, registerDossier)), fact(type))).toThrow('impossible history');
  });
  it.each(['dossier.registered', 'dossier.handed-off', 'dossier.completed'])('R21 is %s after completion', (type) => {
    expect(() => evolve(stateAfter(scenario(toBursar, registerDossier, complete)), fact(type))).toThrow('impossible');
  });
});
