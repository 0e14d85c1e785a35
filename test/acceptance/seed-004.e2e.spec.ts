import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidateView } from '#contracts/candidate-views.ts';
import type { ConsultationDetail, DeemedConsent } from '#contracts/consultation-views.ts';
import type { AgencyUnresolved, RecommendationDetail, RecommendationView } from '#contracts/recommendation-views.ts';
import type { DisseminationCoverageList, RulesInForce } from '#contracts/rulebook-views.ts';
import type { DirectiveDetail, DirectiveSummary } from '#contracts/task-views.ts';
import type { Page } from '#contracts/views.ts';
import { cast, letter } from './seed-004-cast.ts';
import { asked, duties, trails } from './seed-004-ends.ts';
import { tellMonth, type Month } from './seed-004-month.ts';
import { endOf, moment, SeedStory } from './seed-story.ts';

/*
 * Letter 3239 of Kon Tum (12 September 2024, known from a news item), a month under it alone:
 *
 *   preamble       chain of instruments; binds from its day              KN-CU              R19
 *   preamble       the same duty laid down for the fourth time           CV-*               R76
 *   to the centre  what ministries left is reported for the Prime Minister  TW-*            R72
 *   (a)            no written reply                                      A-*                R73
 *   (b)            generic, no stance, deflected; quoted, judged         B-*, YK-CHUNG      R74 R16
 *   (c)            not submitted to the committee                        C-*                R75
 *   recipients     to execute, to know: the news item prints no list     CV-3239            R77
 *
 * Nothing of the letter belongs to a later issue. It lays no duty about punctual opinions (R15), deemed consent
 * (R17), deadlines of the law (R23), tasks of directives (R28) or receipts (R77 of the other letters): in this
 * month all of these went badly, and nobody is asked about them.
 */
let story: SeedStory;
let refused: Month;

beforeAll(async () => {
  story = await SeedStory.begin(cast);
  refused = await tellMonth(story);
}, 180_000);
afterAll(() => story.stop());

const candidate = async (officer: string, id: string): Promise<CandidateView | undefined> =>
  (await story.candidates(officer)).find(({ subject }) => subject === `recommendation-${id}`);
const recommendation = (id: string): Promise<RecommendationDetail> => story.reads(`/v1/recommendations/${id}`);
const everybody = cast.officers.map(([id]) => id);
const subjectsOfAll = async (): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const officer of everybody) found.push(...(await story.candidates(officer)).map(({ subject }) => subject));
  return found;
};

it('R19 binds from its day with its own duties alone, and never judges what lapsed before', async () => {
  const rules = (at: string): Promise<RulesInForce> => story.reads(`/v1/rulebook/in-force?unit=stc&at=${at}`);
  expect((await rules('2024-09-11')).items).toEqual([]);
  const { items } = await rules('2024-09-12');
  expect(items.map(({ obligation, clause, instrumentId }) => `${obligation} ${clause} ${instrumentId}`)).toEqual(
    ['R19 dẫn', 'R76 dẫn', 'R72 báo cáo Thủ tướng', 'R73 (a)', 'R16 (b)', 'R74 (b)', 'R75 (c)'].map(
      (rule) => `${rule} ${letter}`,
    ),
  );
  expect(await recommendation('KN-CU')).toMatchObject({
    dueAt: endOf('2024-08-27'),
    overdue: true,
    unresolved: ['no-reply'],
  });
  expect(await subjectsOfAll()).not.toContain('recommendation-KN-CU');
});

it('R76 remembers that the duty was laid down four times; that says something of the province and of no person', async () => {
  const latest = await story.reads<DirectiveDetail>('/v1/directives/CV-3239');
  expect(latest).toMatchObject({ reissueOf: 'CV-56', timesReissued: 3 });
  expect(latest.sameDuty.map(({ directiveId }) => directiveId)).toEqual(['CV-2206', 'CV-2369', 'CV-56', 'CV-3239']);
  const { items } = await story.reads<Page<DirectiveSummary>>('/v1/directives?reissued=true&executor=stc');
  expect(items.map(({ directiveId, issuedAt, timesReissued }) => [directiveId, issuedAt, timesReissued])).toEqual([
    ['CV-3239', moment('2024-09-12'), 3],
    ['CV-56', moment('2024-01-08'), 2],
    ['CV-2369', moment('2023-07-24'), 1],
  ]);
  expect((await subjectsOfAll()).filter((subject) => subject.startsWith('directive-'))).toEqual([]);
});

it('R77 shows who confirmed late and in which role; this letter charges nobody with it', async () => {
  const { recipients } = await story.reads<DirectiveDetail>('/v1/directives/CV-3239');
  expect(recipients.map(({ unit, role, confirmedLate, coverage }) => [unit.id, role, confirmedLate, coverage])).toEqual(
    [
      ['skh', 'execute', false, 'no-task'],
      ['stc', 'execute', false, 'no-task'],
      ['stnmt', 'execute', false, 'no-task'],
      ['dh', 'execute', false, 'no-task'],
      ['kpl', 'execute', true, 'no-task'],
      ['vp', 'know', true, 'no-duty'],
    ],
  );
  for (const officer of ['cv-kpl', 'ct-kpl', 'chanh-vp']) expect(await story.candidates(officer)).toEqual([]);
});

describe('to the centre', () => {
  it('R72 leaves alone who reported within the week, and the Chairman reports on to the Prime Minister', async () => {
    expect((await recommendation('TW-KIP')).reportedUp).toMatchObject([
      { unit: { id: 'ubnd' }, body: null, ownDelay: { workingDays: 3 } },
      { unit: null, body: 'Thủ tướng Chính phủ' },
    ]);
    const about = await subjectsOfAll();
    for (const id of ['TW-KIP', 'TW-XONG']) expect(about).not.toContain(`recommendation-${id}`);
    const { items } = await story.reads<Page<RecommendationView>>('/v1/recommendations/central-pending');
    expect(items.map(({ id }) => id).toSorted()).toEqual(['TW-KIP', 'TW-MUON']);
  });

  it('R72 asks the head of the sender who reported nothing within the week; the sender’s own delay is no excuse', async () => {
    expect(await candidate('gd-tnmt', 'TW-MUON')).toMatchObject({
      kind: 'unreported-recommendation',
      line: 'head',
      performer: { kind: 'unknown' },
      at: endOf('2024-09-27'),
      facts: { dueAt: endOf('2024-09-20') },
      calendar: { calendar: 'vn', version: 3 },
      mitigations: [],
    });
    expect(await recommendation('TW-MUON')).toMatchObject({ reportedUp: [{ ownDelay: { workingDays: 9 } }] });
  });
});

describe('to agencies of the province', () => {
  it('R73 asks the head in office when the limit ended, acting and newly come, with the sender’s own delay beside it', async () => {
    const found = await candidate('pgd-tc', 'A-IM');
    expect(found).toMatchObject({ kind: 'unanswered-recommendation', line: 'head', at: endOf('2024-09-23') });
    expect(found?.mitigations.find(({ kind }) => kind === 'sender-own-delay')?.facts).toEqual({ workingDays: 7 });
    expect(found?.mitigations.find(({ kind }) => kind === 'inherited')?.facts).toEqual({
      headSince: moment('2024-09-21 00:00'),
      dutySince: moment('2024-09-16'),
    });
    expect(await candidate('gd-tc', 'A-IM')).toBeUndefined();
    expect(await recommendation('A-IM')).toMatchObject({
      reports: [{ category: 'no-reply', reporter: { id: 'ct-dh' }, to: { id: 'ubnd' }, ownDelay: { workingDays: 7 } }],
    });
  });

  it('R73 asks about a late reply, not about one in time that was entered later, nor what never arrived', async () => {
    expect(await recommendation('A-MUON')).toMatchObject({ missing: null, answers: [{ late: true }] });
    expect(await candidate('gd-tnmt', 'A-MUON')).toMatchObject({ mitigations: [{ kind: 'rule-not-disseminated' }] });
    expect(await recommendation('A-KIP')).toMatchObject({ overdue: false, answers: [{ late: false }] });
    expect(await recommendation('A-CHUA-DEN')).toMatchObject({ dueAt: null, overdue: false, unresolved: [] });
    const about = await subjectsOfAll();
    for (const id of ['A-KIP', 'A-CHUA-DEN']) expect(about).not.toContain(`recommendation-${id}`);
    const { items } = await story.reads<DisseminationCoverageList>('/v1/rulebook/disseminations');
    expect(items).toMatchObject([{ bound: 7, reached: 7 }]);
  });

  it('R74 needs the sentence of the reply, no stance on record, and a judge who is not the reporter', () => {
    expect(refused).toEqual({
      withoutQuote: 'recommendation.quote-missing',
      notInReply: 'recommendation.quote-not-in-reply',
      stanceGiven: 'recommendation.stance-was-given',
      selfJudged: 'case.not-yours',
    });
  });

  it('R74 asks about what the Chairman confirmed, contested or not; not about what is set aside or waits', async () => {
    expect(await candidate('gd-kh', 'B-CHUNG')).toMatchObject({
      kind: 'poor-opinion',
      facts: { quality: 'generic', quoted: 'Đề nghị thực hiện theo quy định hiện hành.' },
      mitigations: [{ kind: 'contested', facts: { statement: 'Văn bản đã nêu rõ' } }],
    });
    expect(await candidate('gd-kh', 'B-DAY')).toMatchObject({ facts: { quality: 'deflected' }, mitigations: [] });
    expect(await recommendation('B-OAN')).toMatchObject({ unresolved: [], reports: [{ outcome: 'set-aside' }] });
    expect(await recommendation('B-KHONG-RO')).toMatchObject({ unresolved: ['no-stance'], confirmed: [] });
    const about = await subjectsOfAll();
    for (const id of ['B-OAN', 'B-KHONG-RO']) expect(about).not.toContain(`recommendation-${id}`);
  });

  it('R16 asks the signer of an opinion that was found generic and not contested in its time; lateness and silence are no matter here', async () => {
    expect(await story.candidates('gd-tc')).toMatchObject([
      {
        kind: 'poor-opinion',
        subject: 'consultation-YK-CHUNG',
        line: 'performer',
        head: { id: 'gd-tc' },
        rules: [{ obligation: 'R16', clause: '(b)' }],
      },
    ]);
    const statusOf = async (id: string): Promise<string | undefined> =>
      (await story.reads<ConsultationDetail>(`/v1/consultations/${id}`)).addressees[0]?.status;
    expect([await statusOf('YK-TRE'), await statusOf('YK-IM')]).toEqual(['answered-late', 'silent']);
    expect((await story.reads<Page<DeemedConsent>>('/v1/consultations/deemed')).items).toEqual([]);
    const about = await subjectsOfAll();
    for (const id of ['YK-TRE', 'YK-IM']) expect(about).not.toContain(`consultation-${id}`);
  });

  it('R75 asks about the committee’s matter that was answered instead of submitted, not about the one submitted', async () => {
    const found = await candidate('gd-tnmt', 'C-CHUA-TRINH');
    expect(found).toMatchObject({ kind: 'unsubmitted-recommendation', at: endOf('2024-09-23') });
    expect(found?.mitigations.find(({ kind }) => kind === 'sender-own-delay')?.facts).toEqual({ workingDays: 1 });
    expect(await recommendation('C-DA-TRINH')).toMatchObject({ submittedAt: moment('2024-09-20'), unresolved: [] });
    expect(await subjectsOfAll()).not.toContain('recommendation-C-DA-TRINH');
  });

  it('R73 R74 R75 counts the four categories per agency', async () => {
    const counts = await story.reads<readonly AgencyUnresolved[]>('/v1/recommendations/unresolved');
    const inShort = counts.map(({ unit, noReply, genericOrNoStance, deflected, notSubmitted, confirmed }) =>
      [unit.id, noReply, genericOrNoStance, deflected, notSubmitted, confirmed].join(' '),
    );
    expect(inShort.toSorted()).toEqual(['skh 0 1 1 0 2', 'stc 2 1 0 0 0', 'stnmt 0 0 0 1 0']);
  });
});

describe('at the end of the month', () => {
  const ofEverybody = async (
    ask: (officer: string) => Promise<readonly string[]>,
  ): Promise<Readonly<Record<string, readonly string[]>>> => {
    const told: [string, readonly string[]][] = [];
    for (const officer of everybody) told.push([officer, await ask(officer)]);
    return Object.fromEntries(told);
  };

  it('R72 R73 the trails tell who held the dossier, as performer and as head; its passed deadline is no question here', async () => {
    expect(await ofEverybody((officer) => story.trail(officer))).toEqual(trails);
    expect(await subjectsOfAll()).not.toContain('dossier-HS-HO-TRO');
  });

  it('R72 R73 R74 R75 every recommendation, opinion and directive names who acted and who was named', async () => {
    const told = Object.entries(await ofEverybody((officer) => story.duties(officer)));
    expect(Object.fromEntries(told.filter(([, lines]) => lines.length > 0))).toEqual(duties);
  });

  it('R72 R73 R74 R75 R16 nobody is asked anything but this, each under its clause and version, with what mitigates it', async () => {
    const short = async (officer: string): Promise<readonly string[]> =>
      (await story.asked(officer)).map((line) => line.replaceAll(`@${letter}`, ''));
    expect(await ofEverybody(short)).toEqual(asked);
  });
});
