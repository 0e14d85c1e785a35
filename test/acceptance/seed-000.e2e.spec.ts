import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationDetail, Responsiveness } from '#contracts/consultation-views.ts';
import type { OfficeRecordView, StepView } from '#contracts/office-views.ts';
import type { RulesInForce } from '#contracts/rulebook-views.ts';
import { tellMay2024, type Refusals } from './seed-000-month.ts';
import { provinceOf2023 } from './seed-000-province.ts';
import { endOf, SeedStory } from './seed-story.ts';

/*
 * Letter 000 (kon-tum-2023), a month under it alone:
 *
 *   §1  decide what is one's own                  k3-gd-1 in time, k3-gd-2 not     R01
 *   §1  do not push own matters up                k3-gd-3, k3-gd-4, k3-qh-1        R02
 *   §1  do not push matters of the province up    k3-tw-1, k3-tw-2                 R03
 *   §1  no rounds of opinion to evade             k3-xd-1, k3-yk-1 to 3            R11 R18
 *   §2  look through the backlog, decide in time  k3-gd-2                          R23
 *   §3  each step has a named person              k3-tn-1, k3-tc-1                 R33
 *   §3  amend the procedures, cut steps           k3-qc-1                          R34
 *   recipients: to execute, to know               k3-thu                           R77
 *
 * Not played, of later issues: §4 inspections, replacement, discipline (R39, R44-R46), §5 commendation (R49).
 * The letter says nothing of deemed consent, punctual opinions, returns, sideways transfers or tasks: whoever
 * did those badly in this month is asked about nothing.
 */
let story: SeedStory;
let refused: Refusals;

beforeAll(async () => {
  story = await SeedStory.begin(provinceOf2023);
  refused = await tellMay2024(story);
});
afterAll(() => story.stop());

const letter = '@kon-tum-2023';

describe('R01 R23 what is one’s own is decided, and in time', () => {
  it('R01 R23 asks performer and head about what lay undecided, once, under both clauses; not about what was in time', async () => {
    const passed = `undecided-own-matter dossier-k3-gd-2 R23${letter} §2 v1, R01${letter} §1 v1 []`;
    expect(await story.asked('k3-cv-tnmt')).toContain(`performer ${passed}`);
    expect(await story.asked('k3-gd-tnmt')).toContain(`head ${passed}`);
    expect(JSON.stringify(await story.candidates('k3-cv-tnmt'))).not.toContain('k3-gd-1');
  });

  it('R23 keeps the head’s look through the backlog, which left the candidate to people to weigh', async () => {
    expect(await story.reads<OfficeRecordView>('/v1/office/records/k3-td-1')).toMatchObject({
      by: { id: 'k3-gd-tnmt' },
      details: { first: { dossiers: ['k3-gd-2'] } },
    });
  });
});

describe('R02 R03 nothing of one’s own goes up', () => {
  it('R02 R03 is refused without a ground, upward and to the centre', () => {
    expect(refused).toEqual({ upward: 'escalation.ground-missing', toCentre: 'escalation.ground-missing' });
  });

  it('R02 R03 asks about the two that were refused above as the submitter’s or the province’s own, and about no other', async () => {
    const escalated = (await story.asked('k3-cv-tnmt')).filter((line) => line.includes('improper-escalation'));
    expect(escalated).toEqual([
      `performer improper-escalation dossier-k3-gd-3 R02${letter} §1 v1 []`,
      `performer improper-escalation dossier-k3-tw-1 R03${letter} §1 v1 []`,
    ]);
  });
});

describe('R11 R18 opinions are not asked for to evade', () => {
  it('R11 asks the requester about the third round, with the letter never made known there beside it; the body asked nothing', async () => {
    expect(await story.asked('k3-gd-xd')).toEqual([
      `performer over-consultation consultation-k3-yk-3 R11${letter} §1 v1 [rule-not-disseminated]`,
    ]);
    expect(await story.asked('k3-cv-xd')).toEqual([]);
  });

  it('R18 silence is silence here, never consent, and neither silent nor late finance is asked about it', async () => {
    const silent = await story.reads<ConsultationDetail>('/v1/consultations/k3-yk-1');
    expect(silent.addressees).toMatchObject([
      {
        status: 'silent',
        outcome: 'quá hạn chưa trả lời',
        deemed: null,
        passedDeadlines: [{ dueAt: endOf('2024-05-09'), duty: 'owed' }],
      },
    ]);
    const late = await story.reads<ConsultationDetail>('/v1/consultations/k3-yk-2');
    expect(late.addressees).toMatchObject([{ status: 'answered-late', deemed: null }]);
    expect(await story.reads('/v1/consultations/deemed')).toMatchObject({ items: [] });
    for (const officer of ['k3-cv-tc', 'k3-vt-tc']) expect(await story.asked(officer)).toEqual([]);
  });

  it('R18 shows slow answers between organisations only', async () => {
    const pairs = await story.reads<readonly Responsiveness[]>('/v1/responsiveness?requester=k3-xd');
    expect(pairs).toMatchObject([
      { responder: { id: 'k3-tc' }, asked: 3, answeredInTime: 1, late: 1, silent: 1, inTime: { share: null } },
    ]);
    expect(JSON.stringify(pairs)).not.toMatch(/k3-(gd|cv)-/);
  });
});

describe('R33 R34 every step has its person', () => {
  it('R33 asks the head alone about a dossier nobody was named for, and no head whose steps have names', async () => {
    expect(await story.asked('k3-gd-tc')).toEqual([`head unassigned-step dossier-k3-tc-1 R33${letter} §3 v1 []`]);
    expect(JSON.stringify(await story.candidates('k3-gd-tnmt'))).not.toContain('k3-tn-1');
    const steps = await story.reads<readonly StepView[]>('/v1/office/steps?unit=k3-tnmt');
    expect(steps.map(({ officer, unassigned }) => [officer?.id, unassigned])).toEqual(
      Array.from({ length: 3 }, () => ['k3-cv-tnmt', null]),
    );
  });

  it('R34 keeps seven steps made three, of the unit', async () => {
    expect(await story.reads<OfficeRecordView>('/v1/office/records/k3-qc-1')).toMatchObject({
      officer: null,
      details: { first: { stepsBefore: 7, stepsAfter: 3 } },
    });
  });
});

describe('R19 R77 the letter itself', () => {
  it('R77 asks about the late receipt where the letter was to be executed, not where it was only to be known', async () => {
    const late = `late-receipt directive-k3-thu R77${letter} Nơi nhận v1 []`;
    expect(await story.asked('k3-vt-dakto')).toEqual([`performer ${late}`]);
    expect(await story.asked('k3-ct-dakto')).toEqual([`head ${late}`]);
    for (const officer of ['k3-chanh-vp', 'k3-vt-tnmt']) expect(await story.asked(officer)).toEqual([]);
  });

  it('R19 is all that binds: its own clauses, and nothing of deemed consent, returns or sideways transfers', async () => {
    const { items } = await story.reads<RulesInForce>('/v1/rulebook/in-force?unit=k3-tc');
    expect(new Set(items.map(({ instrumentId }) => instrumentId))).toEqual(new Set(['kon-tum-2023']));
    const duties = items.map(({ obligation }) => obligation);
    expect(duties).toEqual(expect.arrayContaining(['R01', 'R02', 'R03', 'R11', 'R18', 'R23', 'R33', 'R34', 'R77']));
    for (const absent of ['R04', 'R05', 'R06', 'R15', 'R17', 'R20', 'R26']) expect(duties).not.toContain(absent);
  });
});

describe('R32 R33 the trails at the end of May', () => {
  it('R33 of who handled the land dossiers', async () => {
    expect(await story.trail('k3-cv-tnmt')).toEqual([
      'performer k3-gd-1 k3-tnmt completed',
      'performer k3-gd-2 k3-tnmt completed',
      'performer k3-gd-3 k3-tnmt open',
      'performer k3-gd-3 k3-tnmt submitted',
      'performer k3-gd-4 k3-tnmt submitted',
      'performer k3-qh-1 k3-tnmt submitted',
      'performer k3-tw-1 k3-tnmt open',
      'performer k3-tw-1 k3-tnmt submitted',
      'performer k3-tw-2 k3-tnmt submitted',
      'performer k3-vl-1 k3-tnmt open',
      'performer k3-vl-1 k3-tnmt passed-on',
    ]);
    expect(await story.asked('k3-cv-tnmt')).toHaveLength(3);
  });

  it('R32 of the head: every dossier of the house, apart from what was held in person', async () => {
    const inPerson = (await story.trail('k3-cv-tnmt')).map((line) => line.replace('performer', 'head'));
    const withoutName = 'head k3-tn-1 k3-tnmt open';
    expect(await story.trail('k3-gd-tnmt')).toEqual([...inPerson, withoutName].toSorted());
    expect((await story.asked('k3-gd-tnmt')).every((line) => line.startsWith('head '))).toBe(true);
    expect(await story.asked('k3-gd-tnmt')).toHaveLength(3);
  });

  it('R21 of the Chairman, who decided what was his and is asked about nothing', async () => {
    expect(await story.trail('k3-chu-tich')).toEqual([
      'head k3-gd-3 k3-ubnd returned',
      'head k3-gd-4 k3-ubnd completed',
      'head k3-qh-1 k3-ubnd completed',
      'performer k3-gd-3 k3-ubnd returned',
      'performer k3-gd-4 k3-ubnd completed',
      'performer k3-qh-1 k3-ubnd completed',
    ]);
    for (const officer of ['k3-chu-tich', 'k3-vu-truong']) expect(await story.asked(officer)).toEqual([]);
  });

  it('R18 of finance: a dossier returned after two weeks, opinions late and in time, and no question about either', async () => {
    expect(await story.trail('k3-cv-tc')).toEqual(['performer k3-vl-1 k3-tc returned']);
    expect(await story.duties('k3-gd-tc')).toEqual([
      'acted consultation-k3-yk-2 consultation.late-answer-received',
      'acted consultation-k3-yk-3 consultation.answered',
    ]);
  });
});
