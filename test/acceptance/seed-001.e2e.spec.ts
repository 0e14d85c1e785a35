import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationDetail } from '#contracts/consultation-views.ts';
import type { OfficeRecordView } from '#contracts/office-views.ts';
import type { FirstPassView, ReviewDepthView } from '#contracts/submission-views.ts';
import type { TaskDetail } from '#contracts/task-views.ts';
import type { DossierDetail, Page } from '#contracts/views.ts';
import { districtOf2023 } from './seed-001-district.ts';
import { tellMarch2024, type Refusals } from './seed-001-month.ts';
import { endOf, moment, SeedStory } from './seed-story.ts';

/*
 * Letter 001 (an-lao-2023), a month under it alone:
 *
 *   §1.1  made known, the head answers in person     the commune never held it       R79 R32 R19
 *   §1.2  decide one's own; neither up nor sideways; nobody else's; return at once
 *         al-td-1, 2, 3, al-xd-1, al-vl-1, al-kh-1, al-yk-2                          R01 R02 R04 R05 R06
 *   §1.3  opinions: the right body, questions, deadline, stance, deemed consent
 *         al-yk-1 to al-yk-8                                                         R11 R12 R13 R15 R16 R17
 *   §1.4  agreed before submitting                   al-bt-1, al-bt-3                R20
 *   §1.5  backlog, key tasks for good                al-td-4, al-nv-1 to 3           R23 R24
 *   §1.6  named persons, fewer steps and reviewers   al-tc-1, al-qc-1, al-td-1       R33 R34 R35
 *   §3.1  the Office watches, reports, summarises    al-bc-1, al-bc-2                R29 R30
 *   §3.2  accountability proposed by two             al-xx-1                         R31
 *   §3.3  the Office's gate, the chain of custody    al-bt-1, al-bt-2                R21 R22
 *   end   obstacles reported; recipients             al-vm-1, al-thu                 R08 R77
 *
 * Not played, of later issues: §1.7 and §2 inspections, replacement (R39, R41, R44-R46, R68), §1.8 commendation (R49).
 */
let story: SeedStory;
let refused: Refusals;

beforeAll(async () => {
  story = await SeedStory.begin(districtOf2023);
  refused = await tellMarch2024(story);
});
afterAll(() => story.stop());

const of = (duty: string, clause: string): string => `${duty}@an-lao-2023 ${clause} v1`;
const about = async (officer: string, subject: string): Promise<readonly string[]> =>
  (await story.asked(officer)).filter((line) => line.includes(` ${subject} `));

describe('R01 R02 R04 R05 R06 own matters and others’', () => {
  it('R02 R04 are refused without a ground, upward and sideways', () => {
    expect(refused).toMatchObject({ upward: 'escalation.ground-missing', sideways: 'transfer.ground-missing' });
  });

  it('R02 R04 ask who pushed own matters up and sideways, and not the division that sent it back the next day', async () => {
    expect(await about('al-cv-tnmt', 'dossier-al-td-2')).toEqual([
      `performer improper-escalation dossier-al-td-2 ${of('R02', '§1.2')} []`,
    ]);
    expect(await about('al-cv-tnmt', 'dossier-al-td-3')).toEqual([
      `performer sideways-transfer dossier-al-td-3 ${of('R04', '§1.2')} []`,
    ]);
    expect(await about('al-cv-ktht', 'dossier-al-td-3')).toEqual([]);
  });

  it('R05 R79 asks the commune about another’s decision, with the letter never made known there beside it', async () => {
    expect(await about('al-ct-xa', 'dossier-al-xd-1')).toEqual([
      `performer beyond-authority dossier-al-xd-1 ${of('R05', '§1.2')} [rule-not-disseminated]`,
    ]);
  });

  it('R06 asks about returns after the next working day and, of urgent papers, after four office hours', async () => {
    const late = (dossier: string): string => `late-return dossier-${dossier} ${of('R06', '§1.2')} []`;
    for (const dossier of ['al-vl-1', 'al-kh-1']) {
      expect(await about('al-cv-ktht', `dossier-${dossier}`)).toEqual([`performer ${late(dossier)}`]);
      expect(await about('al-tp-ktht', `dossier-${dossier}`)).toEqual([`head ${late(dossier)}`]);
    }
  });

  it('R01 R23 R08 asks about what lay undecided, with the obstacle reported before; not about what was in time', async () => {
    expect(await about('al-cv-tnmt', 'dossier-al-td-4')).toEqual([
      `performer undecided-own-matter dossier-al-td-4 ${of('R23', '§1.5')}, ${of('R01', '§1.2')} [obstacle-reported]`,
    ]);
    expect(await about('al-cv-tnmt', 'dossier-al-td-1')).toEqual([]);
  });
});

describe('R11 to R17 opinions', () => {
  it('R13 is refused without questions or a deadline', () => {
    expect(refused).toMatchObject({
      questions: 'consultation.questions-missing',
      deadline: 'consultation.deadline-missing',
    });
  });

  it('R17 deems the late and the silent body to agree; the late answer stays readable and undoes nothing', async () => {
    const { addressees } = await story.reads<ConsultationDetail>('/v1/consultations/al-yk-1');
    const deemed = {
      dueAt: endOf('2024-03-11'),
      rule: { obligation: 'R17', instrument: 'an-lao-2023', clause: '§1.3', rulebookVersion: 1 },
      calendar: { calendar: 'vn', version: 2 },
    };
    expect(addressees).toMatchObject([
      { unit: { id: 'al-tckh' }, status: 'answered', deemed: null },
      {
        unit: { id: 'al-ktht' },
        status: 'consent-deemed',
        outcome: 'đồng ý do hết hạn',
        deemed: { ...deemed, head: { id: 'al-tp-ktht' } },
        answer: null,
        lateAnswer: { at: moment('2024-03-13 09:00'), answers: [{ stance: 'agree' }] },
      },
      { unit: { id: 'al-xa' }, status: 'consent-deemed', deemed: { ...deemed, head: { id: 'al-ct-xa' } } },
    ]);
  });

  it('R15 R17 ask the late body and the silent one, nobody who answered in time, nobody whom it never reached', async () => {
    const late = `late-opinion consultation-al-yk-1 ${of('R15', '§1.3')} []`;
    expect(await about('al-cv-ktht', 'consultation-al-yk-1')).toEqual([`performer ${late}`]);
    expect(await about('al-tp-ktht', 'consultation-al-yk-1')).toEqual([`head ${late}`]);
    expect(await about('al-ct-xa', 'consultation-al-yk-1')).toEqual([
      `head silent-opinion consultation-al-yk-1 ${of('R17', '§1.3')}, ${of('R15', '§1.3')} [rule-not-disseminated]`,
    ]);
    expect(await about('al-tp-tckh', 'consultation-al-yk-1')).toEqual([]);
    const { addressees } = await story.reads<ConsultationDetail>('/v1/consultations/al-yk-4');
    expect(addressees).toMatchObject([{ status: 'waiting', deemed: null, passedDeadlines: [] }]);
    expect(await about('al-ct-xa', 'consultation-al-yk-4')).toEqual([]);
  });

  it('R06 R12 take two requests back from wrong bodies: at once is no question, after four days is one', async () => {
    expect(await about('al-tp-ktht', 'consultation-al-yk-2')).toEqual([]);
    expect(await about('al-tp-tckh', 'consultation-al-yk-2')).toEqual([
      `performer late-return consultation-al-yk-2 ${of('R06', '§1.2')} []`,
    ]);
    const { addressees } = await story.reads<ConsultationDetail>('/v1/consultations/al-yk-2');
    expect(addressees.map(({ status, deemed }) => [status, deemed])).toEqual([
      ['returned', null],
      ['returned', null],
    ]);
  });

  it('R16 carries a named person’s finding on, with the contradiction beside it; R11 asks about the third round', async () => {
    expect(await about('al-tp-tckh', 'consultation-al-yk-5')).toEqual([
      `performer poor-opinion consultation-al-yk-5 ${of('R16', '§1.3')} [contested]`,
    ]);
    const rounds = (await story.asked('al-tp-ktht')).filter((line) => line.includes('over-consultation'));
    expect(rounds).toEqual([`performer over-consultation consultation-al-yk-8 ${of('R11', '§1.3')} []`]);
  });
});

describe('R20 R21 R22 what reaches the Chairman', () => {
  it('R20 R22 holds back what is not agreed, and what the Office has not checked', () => {
    expect(refused).toMatchObject({ openDissent: 'submission.open-dissent', unchecked: 'submission.unchecked' });
  });

  it('R20 asks nobody where agreeing was reached, or tried and failed on record', async () => {
    for (const dossier of ['al-bt-1', 'al-bt-3'])
      for (const officer of ['al-cv-tnmt', 'al-tp-tnmt', 'al-tp-ktht', 'al-chanh-vp'])
        expect(await about(officer, `dossier-${dossier}`)).toEqual([]);
  });

  it('R22 asks the submitter about the second return, and the Office about what it forwarded although defective', async () => {
    expect(await about('al-cv-tnmt', 'dossier-al-bt-2')).toEqual([
      `performer defective-submission dossier-al-bt-2 ${of('R22', '§3.3')} []`,
    ]);
    expect(await about('al-chanh-vp', 'dossier-al-bt-2')).toEqual([
      `performer forwarded-defective dossier-al-bt-2 ${of('R22', '§3.3')} []`,
    ]);
    const passes = await story.reads<readonly FirstPassView[]>('/v1/submissions/first-pass');
    expect(passes).toMatchObject([
      { submitter: { id: 'al-tnmt' }, firstPass: { numerator: 1, denominator: 3 }, returns: 3, forwardedDefective: 1 },
    ]);
  });

  it('R21 leaves no gap: each time of holding begins where the one before ended', async () => {
    const { custody } = await story.reads<DossierDetail>('/v1/dossiers/al-bt-1');
    expect(custody.map(({ unit }) => unit?.id)).toEqual(['al-tnmt', 'al-vp', 'al-tnmt', 'al-vp', 'al-ubnd']);
    expect(custody.slice(1).map(({ beganAt }) => beganAt)).toEqual(custody.slice(0, -1).map(({ endedAt }) => endedAt));
  });
});

describe('R23 R24 R29 R30 R31 the Office watches', () => {
  it('R23 R29 asks the bodies in arrears, and the Office about the one it kept from the Chairman', async () => {
    expect(await about('al-cv-tnmt', 'task-al-nv-1')).toEqual([
      `performer overdue-task task-al-nv-1 ${of('R23', '§1.5')} []`,
    ]);
    expect(await about('al-tp-ktht', 'task-al-nv-2')).toEqual([
      `head overdue-task task-al-nv-2 ${of('R23', '§1.5')} []`,
    ]);
    expect(await story.asked('al-chanh-vp')).toContain(`head unreported-overdue task-al-nv-2 ${of('R29', '§3.1')} []`);
    expect(await about('al-chanh-vp', 'task-al-nv-1')).toEqual([]);
  });

  it('R24 shows that a key task was not finished for good, which accuses nobody', async () => {
    expect(await story.reads<TaskDetail>('/v1/tasks/al-nv-3')).toMatchObject({
      priority: 'key',
      status: 'open',
      endings: [{ finishedForGood: false }],
    });
    expect(await story.asked('al-cv-tckh')).toEqual([]);
  });

  it('R30 R31 keeps the synthesis, and a review that two proposed and the Chairman declined', async () => {
    const reports = await story.reads<Page<OfficeRecordView>>('/v1/office/reports');
    expect(reports.items.map(({ id }) => id)).toEqual(['al-bc-2', 'al-bc-1']);
    expect(await story.reads<OfficeRecordView>('/v1/office/records/al-xx-1')).toMatchObject({
      by: { id: 'al-chanh-vp' },
      details: { seconded: { by: { id: 'al-tp-nv' } }, decision: { outcome: 'declined', by: { id: 'al-chu-tich' } } },
    });
  });
});

describe('R32 R33 R34 R35 who answers for what', () => {
  it('R33 R34 R35 asks the head of a dossier without a name, counts steps cut and reviews that changed nothing', async () => {
    expect(await about('al-tp-tckh', 'dossier-al-tc-1')).toEqual([
      `head unassigned-step dossier-al-tc-1 ${of('R33', '§1.6')} []`,
    ]);
    expect(await story.reads<OfficeRecordView>('/v1/office/records/al-qc-1')).toMatchObject({
      details: { first: { stepsBefore: 6, stepsAfter: 4 } },
    });
    expect(await story.reads<readonly ReviewDepthView[]>('/v1/submissions/review-depth')).toMatchObject([
      { unit: { id: 'al-tnmt' }, deepest: 3, valueFree: { numerator: 2, denominator: 3 } },
    ]);
  });

  it('R32 puts the same five questions to performer and head, each on a line of its own', async () => {
    const performer = await story.asked('al-cv-tnmt');
    expect(performer).toHaveLength(5);
    expect(await story.asked('al-tp-tnmt')).toEqual(performer.map((line) => line.replace('performer', 'head')));
    expect(await story.trail('al-tp-tnmt')).toEqual(
      (await story.trail('al-cv-tnmt')).map((line) => line.replace('performer', 'head')),
    );
  });

  it('R32 R77 asks nothing of who did their part: the Chairman, home affairs, the clerks', async () => {
    const quiet = ['al-chu-tich', 'al-tp-nv', 'al-cv-vp', 'al-vt-tnmt', 'al-vt-tckh', 'al-vt-ktht', 'al-vt-xa'];
    for (const officer of quiet) expect({ officer, asked: await story.asked(officer) }).toEqual({ officer, asked: [] });
    expect(await story.trail('al-cv-ktht')).toEqual([
      'performer al-kh-1 al-ktht returned',
      'performer al-td-3 al-ktht returned',
      'performer al-vl-1 al-ktht returned',
      'performer al-xd-2 al-ktht open',
    ]);
    expect(await story.duties('al-vt-xa')).toEqual(['acted consultation-al-yk-1 consultation.delivered']);
  });
});
