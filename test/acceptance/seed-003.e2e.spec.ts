import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidateView } from '#contracts/candidate-views.ts';
import type { ConsultationDetail, DeemedConsent } from '#contracts/consultation-views.ts';
import type { OfficeRecordView, StepView } from '#contracts/office-views.ts';
import type { DelegationView, DisseminationCoverageList, RulesInForce } from '#contracts/rulebook-views.ts';
import type { DirectiveDetail, TaskDetail } from '#contracts/task-views.ts';
import type { Page } from '#contracts/views.ts';
import { cast, letter } from './seed-003-cast.ts';
import { asked, duties, trails } from './seed-003-ends.ts';
import { tellMonth, type Month } from './seed-003-month.ts';
import { endOf, SeedStory } from './seed-story.ts';

/*
 * The letter of Đắk Lắk (October 2023, without number or day; bound from 1 November), a month under it alone:
 *
 *   §1a         chain of instruments; whoever heads a unit answers apart from who handles   R19 R32
 *   §1a, b      conclusions of the Chairman are carried out                 VB-1, NV-*      R28
 *   §1a, đ      the letter is made known in the unit                        stnmt, late     R79
 *   §1b         tasks on schedule, chased by the head                       NV-XD, NV-KP    R25
 *   §1b         powers are delegated in writing and for a time              UQ-XD           R09
 *   §1c         each step has a person; working rules are amended           QT-*, RS-XD     R33 R34
 *   §1d         only bodies directly concerned are asked                    YK-THUA, -VONG  R14
 *   §1d         answers in time, in function, with a stance                 YK-TRE, -IM …   R15 R16
 *   §1g         running dossiers of citizens                                HS-*            R62
 *   §1g         whoever does not process                                    HS-NGAM, -TU-…  R64
 *   §1h         what citizens raise does not go round                       KN-VONG         R10
 *   §3          the Office watches and reports who is overdue               BC-1, BC-2      R29
 *   recipients  to execute, to report to, to know                           VB-1            R77
 *
 * Not played, of later issues: §1b inspections, replacement, review, praise (R39 R42 R44 R45 R49; that reviews ask
 * for consequences is a parameter only), §1c, g conduct (R46 R58), §1đ, §2 innovators (R50), §1e internal
 * procedures (R60 R61), §1h channels for feedback (R63). The letter has no deemed consent (R17), no deadline of
 * the law (R23), no committed milestones (R26) and no ground for transfers (R04): nobody is asked about those.
 */
let story: SeedStory;
let month: Month;

beforeAll(async () => {
  story = await SeedStory.begin(cast);
  month = await tellMonth(story);
}, 180_000);
afterAll(() => story.stop());

const one = async (officer: string, kind: string, subject: string): Promise<CandidateView | undefined> =>
  (await story.candidates(officer)).find((candidate) => candidate.kind === kind && candidate.subject === subject);
const subjects = async (officers: readonly string[]): Promise<readonly string[]> =>
  (await Promise.all(officers.map((officer) => story.candidates(officer)))).flat().map(({ subject }) => subject);

it('R19 this letter alone binds, each duty with its clause; consequences are a parameter of reviews alone', async () => {
  const { items, rulebookVersion } = await story.reads<RulesInForce>('/v1/rulebook/in-force?unit=kp-tnmt');
  expect(rulebookVersion).toBe(1);
  expect(new Set(items.map(({ instrumentId }) => instrumentId))).toEqual(new Set([letter]));
  const laid = items.map(({ obligation }) => obligation);
  for (const absent of ['R04', 'R06', 'R17', 'R20', 'R23', 'R26']) expect(laid).not.toContain(absent);
  expect(items.find(({ obligation }) => obligation === 'R45')?.parameters).toEqual({ consequencesRequired: true });
});

describe('conclusions and tasks', () => {
  it('R28 asks the head who opened no task of the conclusion, not the one whose division carries it out', async () => {
    const { recipients } = await story.reads<DirectiveDetail>('/v1/directives/VB-1');
    expect(recipients.map(({ unit, coverage }) => `${unit.id} ${coverage}`)).toEqual([
      'sxd done-late',
      'stc no-task',
      'stnmt overdue',
      'kp done-in-time',
      'snv no-duty',
      'vp no-duty',
    ]);
    expect(await one('gd-tc', 'unlinked-directive', 'directive-VB-1')).toMatchObject({
      at: endOf('2023-11-16'),
      performer: { kind: 'unknown' },
      rules: [{ obligation: 'R28', clause: '§1a' }],
    });
    expect(await subjects(['ct-kp', 'gd-nv', 'chanh-vp'])).not.toContain('directive-VB-1');
  });

  it('R77 asks about the late receipt of whoever is to execute, not of whoever is to know', async () => {
    const { recipients } = await story.reads<DirectiveDetail>('/v1/directives/VB-1');
    const late = recipients.filter(({ confirmedLate }) => confirmedLate).map(({ unit, role }) => `${unit.id} ${role}`);
    expect(late).toEqual(['stnmt execute', 'snv know']);
    expect(await one('cv-tnmt', 'late-receipt', 'directive-VB-1')).toMatchObject({ line: 'performer' });
    expect(await story.candidates('gd-nv')).toEqual([]);
  });

  it('R25 asks about what was not delivered by the extended day, with the extension beside it; a broken promise is no rule here', async () => {
    const task = await story.reads<TaskDetail>('/v1/tasks/NV-XD');
    expect(task).toMatchObject({
      originalDueAt: endOf('2023-11-09'),
      dueAt: endOf('2023-11-13'),
      late: true,
      commitments: [{ state: 'broken' }],
    });
    expect(task.reminders.filter(({ byHeadOfLead }) => byHeadOfLead)).toMatchObject([{ by: { id: 'gd-xd' } }]);
    expect(await one('cv-xd', 'overdue-task', 'task-NV-XD')).toMatchObject({
      at: endOf('2023-11-13'),
      head: { id: 'gd-xd' },
      calendar: { calendar: 'vn', version: 1 },
      mitigations: [{ kind: 'granted-extension', facts: { formerDueAt: endOf('2023-11-09') } }],
    });
    expect(await subjects(['tp-kp', 'ct-kp', 'cv-xd'])).not.toContain('task-NV-KP');
  });

  it('R29 asks the Office about the body it reported too late, not about the one it reported in time', async () => {
    const reports = await story.reads<Page<OfficeRecordView>>('/v1/office/reports?unit=vp');
    expect(reports.items.map(({ id }) => id).toSorted()).toEqual(['BC-1', 'BC-2']);
    expect(await story.candidates('chanh-vp')).toMatchObject([
      { kind: 'unreported-overdue', subject: 'task-NV-TNMT', at: endOf('2023-11-17'), facts: { lead: 'stnmt' } },
    ]);
  });
});

describe('the house in order', () => {
  it('R09 takes a decision by delegation while it runs, none after its end; the register shows both', async () => {
    expect([month.inForce, month.expired]).toEqual(['200', 'actor.capacity-not-held']);
    const standing = async (at: string): Promise<readonly string[]> =>
      (await story.reads<Page<DelegationView>>(`/v1/delegations?unit=sxd&at=${at}`)).items.map((each) => each.standing);
    expect([await standing('2023-11-10'), await standing('2023-11-30')]).toEqual([['in-force'], ['expired']]);
    expect(await story.candidates('pgd-xd')).toEqual([]);
  });

  it('R33 asks the head alone about what lay without a name, in a dossier and in a procedure', async () => {
    const missing = async (unit: string): Promise<readonly string[]> =>
      (await story.reads<readonly StepView[]>(`/v1/office/steps?unit=${unit}&unassigned=true`)).map(({ step }) => step);
    expect([await missing('sxd'), await missing('stnmt')]).toEqual([[], ['Tiếp nhận', 'Thẩm định']]);
    const found = await one('gd-tc', 'unassigned-step', 'dossier-HS-VO-CHU');
    expect(found).toMatchObject({ line: 'head', performer: { id: null }, at: endOf('2023-11-06') });
    expect(await subjects(['cv-tc', 'vt-tc', 'gd-xd'])).not.toContain('dossier-HS-VO-CHU');
    expect(await subjects(['gd-xd', 'cv-xd'])).not.toContain('dossier-HS-KHAU');
  });

  it('R34 keeps what the review of the working rules cut, of the unit and of no person', async () => {
    const { items } = await story.reads<Page<OfficeRecordView>>('/v1/office/regulations?unit=sxd');
    expect(items).toMatchObject([
      { id: 'RS-XD', officer: null, details: { first: { stepsBefore: 9, stepsAfter: 6, amended: true } } },
    ]);
  });

  it('R79 sets beside each candidate that the letter had not been made known, until it was', async () => {
    const { items } = await story.reads<DisseminationCoverageList>('/v1/rulebook/disseminations');
    expect(items).toMatchObject([{ instrumentId: letter, bound: 10, reached: 9 }]);
    const before = await one('cv-tnmt', 'overdue-task', 'task-NV-TNMT');
    expect(before?.mitigations).toMatchObject([{ kind: 'rule-not-disseminated', facts: { unit: 'stnmt' } }]);
    expect(await one('cv-dat', 'overdue-task', 'task-NV-TNMT-2')).toMatchObject({
      mitigations: [],
      calendar: { calendar: 'vn', version: 2 },
    });
  });
});

describe('opinions', () => {
  it('R15 lateness and silence are asked about; here neither is consent', async () => {
    const late = await story.reads<ConsultationDetail>('/v1/consultations/YK-TRE');
    expect(late.addressees).toMatchObject([{ status: 'answered-late', dueAt: endOf('2023-11-08'), deemed: null }]);
    const silent = await story.reads<ConsultationDetail>('/v1/consultations/YK-IM');
    expect(silent.addressees).toMatchObject([{ status: 'silent', outcome: 'quá hạn chưa trả lời', deemed: null }]);
    expect((await story.reads<Page<DeemedConsent>>('/v1/consultations/deemed')).items).toEqual([]);
    expect(await one('cv-tc', 'late-opinion', 'consultation-YK-TRE')).toMatchObject({
      line: 'performer',
      head: { id: 'gd-tc' },
      facts: { requester: 'sxd', workingDaysLate: 2 },
    });
  });

  it('R16 refuses an opinion without a stance; a generic one is named by a person, contested, confirmed above', async () => {
    expect(month.withoutStance).toBe('consultation.stance-missing');
    const { assessments } = await story.reads<ConsultationDetail>('/v1/consultations/YK-CHUNG');
    expect(assessments).toMatchObject([
      { quality: 'generic', assessor: { id: 'pgd-xd' }, settled: { outcome: 'confirmed', by: { id: 'chu-tich' } } },
    ]);
    const found = await one('gd-tnmt', 'poor-opinion', 'consultation-YK-CHUNG');
    expect(found).toMatchObject({ facts: { quoted: 'Cơ bản thực hiện theo quy định hiện hành.' } });
    expect(found?.mitigations.map(({ kind }) => kind)).toContain('contested');
  });

  it('R14 asks who asked a body that was not concerned, and who asked the same a third time; that body is asked nothing', async () => {
    expect(await one('gd-xd', 'unrelated-addressee', 'consultation-YK-THUA')).toMatchObject({ facts: { body: 'snv' } });
    expect(await one('tp-kp', 'over-consultation', 'consultation-YK-VONG-3')).toMatchObject({
      facts: { body: 'stc', rounds: 3, allowed: 2 },
    });
    expect(await subjects(['tp-kp', 'cv-kp'])).not.toContain('consultation-YK-VONG-2');
    expect(await story.candidates('gd-nv')).toEqual([]);
  });
});

describe('citizens', () => {
  it('R62 asks about papers requested twice and a late result without apology, not about the one with', async () => {
    expect(await one('cv-kp', 'repeated-supplement', 'dossier-HS-BO-SUNG')).toMatchObject({
      facts: { requests: 2 },
      head: { id: 'tp-kp' },
    });
    expect(await one('cv-kp', 'missing-apology', 'dossier-HS-TRE')).toMatchObject({ rules: [{ clause: '§1g' }] });
    const about = await subjects(['cv-kp', 'tp-kp']);
    for (const good of ['dossier-HS-DUNG', 'dossier-HS-XIN-LOI']) expect(about).not.toContain(good);
  });

  it('R10 asks the competent unit that passed the matter on, not those who brought it there', async () => {
    expect(await one('cv-tnmt', 'circular-referral', 'dossier-KN-VONG')).toMatchObject({
      line: 'performer',
      head: { id: 'gd-tnmt' },
      facts: { to: 'sxd', moves: 3 },
    });
    expect(await subjects(['cb-1c', 'cv-xd', 'cv-dat'])).not.toContain('dossier-KN-VONG');
    expect(await subjects(cast.officers.map(([id]) => id))).not.toContain('dossier-KN-THANG');
  });

  it('R64 R32 asks holder and head of that day apart, with leave and predecessor beside it; a refusal is of who refused', async () => {
    const inaction = await one('gd-tnmt-moi', 'inaction', 'dossier-HS-NGAM');
    expect(inaction).toMatchObject({ line: 'head', performer: { id: 'cv-tnmt' }, at: endOf('2023-11-17') });
    expect(inaction?.mitigations.map(({ kind }) => kind).toSorted()).toEqual([
      'inherited',
      'leave',
      'rule-not-disseminated',
    ]);
    expect(await one('gd-tnmt', 'inaction', 'dossier-HS-NGAM')).toBeUndefined();
    expect(await one('cv-dat', 'refused-processing', 'dossier-HS-TU-CHOI')).toMatchObject({ head: { id: 'gd-tnmt' } });
  });
});

describe('at the end of the month', () => {
  const everybody = Object.keys(trails);
  const ofEverybody = async (
    ask: (officer: string) => Promise<readonly string[]>,
  ): Promise<Readonly<Record<string, readonly string[]>>> => {
    const told: [string, readonly string[]][] = [];
    for (const officer of everybody) told.push([officer, await ask(officer)]);
    return Object.fromEntries(told);
  };

  it('R32 every trail tells dossiers held in person and in units headed, clipped where a head left', async () => {
    expect(await ofEverybody((officer) => story.trail(officer))).toEqual(trails);
  });

  it('R28 R32 every other case names who acted and who was named', async () => {
    const told = Object.entries(await ofEverybody((officer) => story.duties(officer)));
    expect(Object.fromEntries(told.filter(([, lines]) => lines.length > 0))).toEqual(duties);
  });

  it('R19 R32 nobody is asked anything but this, each under its clause and version, with what mitigates it', async () => {
    const short = async (officer: string): Promise<readonly string[]> =>
      (await story.asked(officer)).map((line) => line.replaceAll(`@${letter}`, ''));
    expect(await ofEverybody(short)).toEqual(asked);
  });
});
