import { describe, expect, it } from '@jest/globals';
import {
  addresseeAfter,
  afterDue,
  answer,
  consultationAfter,
  deliver,
  dueAt,
  extend,
  factsAt,
  giveBack,
  judge,
  lateAnswer,
  letterInForce,
  request,
  story,
  tick,
  typesOf,
  voidConsent,
  withdraw,
  type Story,
  type Told,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { actor, dissolved, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { bound, instrument, published, unbound } from '../../../../../test/fixtures/domain/rulebook.ts';
import { deemedConsent } from './deemed-consent.ts';

const atDue = (...before: readonly Told[]): Story => story(tick(dueAt), ...before);
const passedWithout = ['deadline-passed'];
const deemed = ['deadline-passed', 'consent-deemed'];
const deemedStory: readonly Told[] = [request, deliver, tick(dueAt)];

describe('consent is deemed', () => {
  it('R17 when the last day of a valid, registered request ends in silence, on rule, calendar and rulebook named', () => {
    const decision = judge(atDue(request, deliver));
    expect(typesOf(decision).slice(-2)).toEqual(deemed);
    expect(decision.accepted && decision.events.at(-1)?.data).toEqual({
      unit: 'stc',
      dueAt,
      calendar: { calendar: 'vn', version: 0 },
      rule: { obligation: 'R17', instrument: '001', clause: '§1', rulebookVersion: 1 },
    });
  });

  it('R17 as an outcome of its own, which is no stance of anybody', () => {
    const addressee = addresseeAfter(...deemedStory);
    expect(addressee).toMatchObject({ status: 'consent-deemed', answer: null, lateAnswer: null });
    expect(JSON.stringify(addressee)).not.toContain('"agree"');
  });

  it('R17 not a millisecond before the last day has ended', () => {
    const early = judge(story(tick('2025-07-04T16:59:59.998Z'), request, deliver));
    expect(typesOf(early)).toEqual(['reminded', 'reminded']);
  });

  it('R17 once, however often time passes', () => {
    expect(typesOf(judge(story(tick(dueAt), ...deemedStory)))).toEqual([]);
    expect(typesOf(judge(story(tick(afterDue(500)), ...deemedStory)))).toEqual(['reminded']);
  });
});

describe('nothing is deemed', () => {
  const told = (given: Story) => typesOf(judge(given)).filter((type) => type !== 'reminded');

  it('R13 of an imported request without questions or without deadline', () => {
    for (const lack of [{ questions: [] }, { term: null }]) {
      const invalid = { command: { ...request, ...lack }, imported: true };
      expect(told(atDue(invalid, deliver))).toEqual([]);
    }
  });

  it('R17 where delivery was not confirmed, or registered only when the deadline had come', () => {
    expect(told(atDue(request))).toEqual([]);
    expect(told(story(tick(afterDue(9)), request, { ...deliver, at: afterDue(8), registeredAt: dueAt }))).toEqual([]);
  });

  it('R17 backwards: a registration entered after the deadline leaves silence, not consent', () => {
    const enteredLate = { command: deliver, recordedAt: afterDue(5) };
    expect(told(story(tick(dueAt), request, enteredLate))).toEqual(passedWithout);
  });

  it('R06 of a body that returned the request in time', () => {
    expect(told(atDue(request, deliver, giveBack))).toEqual([]);
  });

  it('R17 of a request withdrawn, extended or answered in time', () => {
    for (const act of [withdraw, extend, answer]) expect(told(atDue(request, deliver, act))).toEqual([]);
  });

  it('R17 before an extended term has ended, and then on that term', () => {
    const extended = [request, deliver, extend] as const;
    const newDue = addresseeAfter(...extended).deadline?.dueAt ?? '';
    expect(newDue).toBe('2025-07-09T16:59:59.999Z');
    expect(told(story(tick(newDue), ...extended))).toEqual(deemed);
  });

  it('R17 where the rule does not bind the body asked, though it binds who asks', () => {
    const elsewhere = [published(1, [instrument('001', { R17: {} })]), bound('001', 'sxd')];
    expect(told({ ...atDue(request, deliver), known: elsewhere })).toEqual(passedWithout);
    expect(told({ ...atDue(request, deliver), known: [] })).toEqual(passedWithout);
  });

  it('R17 where the rule no longer or not yet binds at the due moment', () => {
    const letter = published(1, [instrument('001', { R17: {} })]);
    const from = bound('001', 'stc', { from: afterDue(1) });
    expect(told({ ...atDue(request, deliver), known: [letter, from] })).toEqual(passedWithout);
    const until = [...letterInForce, unbound('001', 'stc', dueAt)];
    expect(told({ ...atDue(request, deliver), known: until })).toEqual(passedWithout);
  });

  it('R17 of a unit merged away in between, nor of the one that took over', () => {
    const merged = { ...atDue(request, deliver), known: [...letterInForce, dissolved('stc', hour(30), 'vp')] };
    expect(told(merged)).toEqual(passedWithout);
    const decision = judge(merged);
    expect(decision.accepted && decision.events.at(-1)?.data).toMatchObject({ duty: 'addressee-dissolved' });
  });
});

describe('once consent is deemed', () => {
  it('R17 a late answer is kept whatever it says, and undoes nothing', () => {
    const vague = { ...lateAnswer, answers: [] };
    const addressee = addresseeAfter(...deemedStory, vague);
    expect(addressee).toMatchObject({ status: 'consent-deemed', answer: null, lateAnswer: { at: lateAnswer.at } });
  });

  it('R17 an answer that comes before the clock does is late all the same', () => {
    const decision = judge(story(lateAnswer, request, deliver));
    expect(typesOf(decision)).toEqual([...deemed, 'late-answer-received']);
    expect(addresseeAfter(request, deliver, lateAnswer)).toMatchObject({ status: 'consent-deemed' });
  });

  it('R17 an answer claimed in time but entered afterwards is labelled, and undoes nothing by itself', () => {
    const entered = { command: answer, recordedAt: afterDue(20) };
    const addressee = addresseeAfter(...deemedStory, entered);
    expect(addressee).toMatchObject({ status: 'consent-deemed', answer: { recordedAfterDeadline: true } });
    const cleared = addresseeAfter(...deemedStory, entered, { ...voidConsent, ground: 'answered-in-time' });
    expect(cleared).toMatchObject({ status: 'answered', deemed: { dueAt }, voided: { ground: 'answered-in-time' } });
  });

  it('R17 a withdrawal of the whole request afterwards takes it from nobody whose consent was deemed', () => {
    const late: Told = { ...withdraw, unit: null, at: afterDue(3) };
    expect(typesOf(judge(story(late, ...deemedStory)))).toEqual(['consultation.nothing-to-withdraw']);
    const all = { ...request, addressees: [...request.addressees, { unit: 'vp', relevance: null, legalBasis: null }] };
    const told = [all, deliver, tick(dueAt), late];
    expect(addresseeAfter(...told)).toMatchObject({ status: 'consent-deemed', withdrawn: null });
  });

  it('R17 a late return undoes nothing either', () => {
    const addressee = addresseeAfter(...deemedStory, { ...giveBack, at: afterDue(3) });
    expect(addressee).toMatchObject({ status: 'consent-deemed', returned: { rightUnit: 'vp' } });
  });

  it('R17 voiding takes the consent away and keeps its history', () => {
    const voided = addresseeAfter(...deemedStory, { ...voidConsent, ground: 'not-delivered' });
    expect(voided).toMatchObject({ status: 'deemed-void', deemed: { dueAt }, passes: [{ dueAt }] });
    expect(addresseeAfter(...deemedStory, voidConsent)).toMatchObject({
      status: 'silent',
      voided: { ground: 'other' },
    });
  });

  it('R17 a request sent on to the successor deems nothing of it before it is registered there, and then on a new term', () => {
    const known = [...letterInForce, bound('001', 'vp'), dissolved('stc', hour(30), 'vp')];
    const toVp: Told = {
      type: 'readdress',
      at: hour(35),
      actor: actor('head', 'sxd'),
      consultationId: 'yk-1',
      from: 'stc',
      to: 'vp',
      term: null,
      reason: 'Sáp nhập',
    };
    const newDue = '2025-07-07T16:59:59.999Z';
    const registered: Told = {
      ...deliver,
      unit: 'vp',
      actor: actor('chief', 'vp'),
      at: hour(40),
      registeredAt: hour(39),
    };
    const silent = (...before: readonly Told[]) =>
      typesOf(judge({ ...story(tick(newDue), ...before), known })).filter((type) => type !== 'reminded');
    expect(silent(request, deliver, toVp)).toEqual([]);
    expect(silent(request, deliver, toVp, registered)).toEqual(deemed);
  });
});

describe('the rule alone', () => {
  const waiting = [consultationAfter(request, deliver), addresseeAfter(request, deliver)] as const;

  it('R17 deems of a body in office, and nothing of one dissolved by the due moment', () => {
    expect(deemedConsent(...waiting, factsAt(dueAt, ...letterInForce))).toMatchObject({ obligation: 'R17' });
    const merged = dissolved('stc', hour(30), 'vp');
    expect(deemedConsent(...waiting, factsAt(dueAt, ...letterInForce, merged))).toBeNull();
  });
});
