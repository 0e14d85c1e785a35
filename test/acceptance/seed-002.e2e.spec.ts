import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsultationDetail } from '#contracts/consultation-views.ts';
import type { OfficeRecordView } from '#contracts/office-views.ts';
import type { DisseminationCoverageList, RulesInForce } from '#contracts/rulebook-views.ts';
import type { Programme, TaskDetail } from '#contracts/task-views.ts';
import { tellMarch2025, type Refusals } from './seed-002-month.ts';
import { provinceOf2024 } from './seed-002-province.ts';
import { endOf, SeedStory } from './seed-story.ts';

/*
 * Directive 002 (kon-tum-2024), a month under it alone:
 *
 *   opening  slow and unclear opinions                 k5-yk-1                          R15 R18
 *   §1b  named steps, regulations looked through       k5-tc-1, k5-qc-1                 R33 R34
 *   §1b  assignments obeyed; no disunity; reasons      k5-pc-1, 2, k5-kl-1, 2, k5-ld-1, 2  R36 R37 R38
 *   §1c  tasks in time, supervised by the head; delay reported with reason and milestone;
 *        the work programme                            k5-nv-1 to 6                     R25 R26 R27
 *   §1d  decide one's own; not up, not sideways; nobody else's but in coordination, by
 *        direction or delegation; up when agreeing failed
 *        k5-cp-1, 2, 4, k5-dn-1 to 4                                                    R01 R02 R04 R05 R07 R20
 *   §1đ  citizens asked for papers once                k5-cp-3                          R62
 *   §1h  the head answers                              every head line                  R32
 *   §6   replaces directive 02 of 2018                                                  R70
 *   end  obstacles through Home Affairs; made known    k5-vm-1, the district            R08 R79
 *   recipients                                         k5-ct                            R77
 *
 * Not played, of later issues: R39, R40, R43, R44, R46-R49, R51-R59, R65-R69, R71, R80; R78 is declared not
 * measurable. The directive knows no deemed consent (R17) and no return at once (R06).
 */
let story: SeedStory;
let refused: Refusals;

beforeAll(async () => {
  story = await SeedStory.begin(provinceOf2024);
  refused = await tellMarch2025(story);
});
afterAll(() => story.stop());

const of = (duty: string, clause: string): string => `${duty}@kon-tum-2024 ${clause} v1`;
const about = async (officer: string, subject: string): Promise<readonly string[]> =>
  (await story.asked(officer)).filter((line) => line.includes(` ${subject} `));

describe('R36 R37 R38 what is said of persons', () => {
  it('R36 asks the one who refused an assignment, not the head, not the one who accepted; nobody refuses for another', async () => {
    expect(await about('k5-cv-xd', 'office-k5-pc-1')).toEqual([
      `performer refused-assignment office-k5-pc-1 ${of('R36', '§1b')} []`,
    ]);
    expect(await about('k5-gd-xd', 'office-k5-pc-1')).toEqual([]);
    expect(await about('k5-cv-tc', 'office-k5-pc-2')).toEqual([]);
    expect(refused.forAnother).toBe('assignment.not-the-officer');
  });

  it('R37 carries on what the inspectorate found, refuses a colleague’s word, and charges no head with it', async () => {
    expect(refused.byColleague).toBe('finding.not-competent');
    expect(await about('k5-cv-tc', 'office-k5-kl-1')).toEqual([
      `performer human-finding office-k5-kl-1 ${of('R37', '§1b')} []`,
    ]);
    expect(await about('k5-gd-tc', 'office-k5-kl-1')).toEqual([]);
    const [found] = (await story.candidates('k5-cv-tc')).filter(({ kind }) => kind === 'human-finding');
    expect(found?.facts).toEqual({ finding: 'disunity', statement: 'Theo kết luận số 9' });
  });

  it('R38 puts an accepted reason beside the finding, and a rejected one beside nothing', async () => {
    expect(await about('k5-cv-gt', 'office-k5-kl-2')).toEqual([
      `performer human-finding office-k5-kl-2 ${of('R38', '§1b')} [reason-accepted]`,
    ]);
    const rejected = await story.reads<OfficeRecordView>('/v1/office/records/k5-ld-2');
    expect(rejected.details).toMatchObject({ decision: { outcome: 'rejected', by: { id: 'k5-gd-tc' } } });
    expect(await about('k5-cv-tc', 'task-k5-nv-2')).not.toContainEqual(expect.stringContaining('reason-accepted'));
  });
});

describe('R25 R26 R27 tasks of the committee', () => {
  it('R26 refuses a request without a milestone, and one after the day', () => {
    expect(refused).toMatchObject({ noMilestone: 'task.request-incomplete', afterDeadline: 'task.deadline-over' });
  });

  it('R26 asks nobody whose delay was reported, granted and kept; the original day stays in sight', async () => {
    expect(await story.reads<TaskDetail>('/v1/tasks/k5-nv-1')).toMatchObject({
      originalDueAt: endOf('2025-03-14'),
      dueAt: endOf('2025-03-21'),
      late: false,
      lateAgainstOriginal: true,
      commitments: [{ state: 'met', madeBy: { id: 'k5-gd-xd' } }],
    });
    for (const officer of ['k5-cv-xd', 'k5-gd-xd']) expect(await about(officer, 'task-k5-nv-1')).toEqual([]);
  });

  it('R25 R26 R27 asks once about an item of the programme that slipped in silence, under all three duties', async () => {
    const slip = `silent-slip task-k5-nv-2 ${of('R26', '§1c')}, ${of('R25', '§1c')}, ${of('R27', '§1c')} []`;
    expect(await about('k5-cv-tc', 'task-k5-nv-2')).toEqual([`performer ${slip}`]);
    expect(await about('k5-gd-tc', 'task-k5-nv-2')).toEqual([`head ${slip}`]);
  });

  it('R26 asks the head who promised about the broken milestone, with the granted extension beside it', async () => {
    expect(await about('k5-gd-gt', 'task-k5-nv-3')).toEqual([
      `performer broken-commitment task-k5-nv-3 ${of('R26', '§1c')}, ${of('R25', '§1c')} [granted-extension]`,
    ]);
    expect(await about('k5-cv-gt', 'task-k5-nv-3')).toEqual([]);
  });

  it('R27 counts the programme by unit: delivered, withdrawn in time, overdue; a withdrawal granted is no question', async () => {
    const { units } = await story.reads<Programme>('/v1/programme?year=2025');
    expect(units).toMatchObject([
      { unit: { id: 'k5-sathay' }, items: 1, withdrawn: 1, overdue: 0 },
      { unit: { id: 'k5-tc' }, items: 1, open: 1, overdue: 1 },
      { unit: { id: 'k5-xd' }, items: 1, delivered: 1, deliveredInTime: 1 },
    ]);
    expect(await about('k5-ct-sathay', 'task-k5-nv-4')).toEqual([]);
  });

  it('R08 R25 puts the obstacle reported through Home Affairs beside a late task, and keeps the head’s own reminder', async () => {
    const late = `overdue-task task-k5-nv-6 ${of('R25', '§1c')} [obstacle-reported]`;
    expect(await about('k5-cv-gt', 'task-k5-nv-6')).toEqual([`performer ${late}`]);
    expect(await about('k5-gd-gt', 'task-k5-nv-6')).toEqual([`head ${late}`]);
    const { reminders } = await story.reads<TaskDetail>('/v1/tasks/k5-nv-5');
    expect(reminders).toMatchObject([{ kind: 'manual', by: { id: 'k5-gd-xd' }, byHeadOfLead: true }]);
    expect(await story.duties('k5-gd-nv')).toEqual(['acted office-k5-vm-1 obstacle.answered']);
  });
});

describe('R01 R02 R04 R05 R07 R20 whose matter it is', () => {
  it('R02 R07 asks about the own matter that the Chairman refused, once', async () => {
    const pushed = `improper-escalation dossier-k5-cp-1 ${of('R02', '§1d')}, ${of('R07', '§1d')} []`;
    expect(await about('k5-cv-xd', 'dossier-k5-cp-1')).toEqual([`performer ${pushed}`]);
    expect(await about('k5-gd-xd', 'dossier-k5-cp-1')).toEqual([`head ${pushed}`]);
  });

  it('R07 R20 lets an inter-sector matter go up once agreeing was tried and failed, not before; nobody is asked about it', async () => {
    expect(refused.untried).toBe('ground.attempt-missing');
    for (const officer of ['k5-cv-xd', 'k5-gd-xd', 'k5-gd-gt', 'k5-chu-tich'])
      expect(await about(officer, 'dossier-k5-cp-2')).toEqual([]);
  });

  it('R05 asks about another’s matter decided without right, and about none of the three exceptions', async () => {
    const taken = `beyond-authority dossier-k5-dn-1 ${of('R05', '§1d')} []`;
    expect(await about('k5-cv-xd', 'dossier-k5-dn-1')).toEqual([`performer ${taken}`]);
    for (const exception of ['k5-dn-2', 'k5-dn-3', 'k5-dn-4'])
      for (const officer of ['k5-cv-xd', 'k5-gd-xd', 'k5-cv-gt', 'k5-gd-gt'])
        expect(await about(officer, `dossier-${exception}`)).toEqual([]);
  });

  it('R04 asks nobody about a transfer by written direction, nor about a late return, which this directive does not rule', async () => {
    for (const dossier of ['k5-cp-4', 'k5-kh-1'])
      for (const officer of ['k5-cv-xd', 'k5-gd-xd', 'k5-cv-gt', 'k5-gd-gt'])
        expect(await about(officer, `dossier-${dossier}`)).toEqual([]);
  });

  it('R34 keeps a look through the work regulation that changed nothing', async () => {
    const { officer, details } = await story.reads<OfficeRecordView>('/v1/office/records/k5-qc-1');
    expect({ officer, details }).toMatchObject({ officer: null, details: { first: { amended: false } } });
  });

  it('R62 R33 asks about papers wanted of a citizen again, and the head of a dossier without a name', async () => {
    expect(await about('k5-cv-xd', 'dossier-k5-cp-3')).toEqual([
      `performer repeated-supplement dossier-k5-cp-3 ${of('R62', '§1đ')} []`,
    ]);
    expect(await about('k5-gd-tc', 'dossier-k5-tc-1')).toEqual([
      `head unassigned-step dossier-k5-tc-1 ${of('R33', '§1b')} []`,
    ]);
  });
});

describe('R15 R17 R18 opinions', () => {
  it('R15 R17 asks the late and the silent body; the silence is no consent under this directive', async () => {
    const { addressees } = await story.reads<ConsultationDetail>('/v1/consultations/k5-yk-1');
    expect(addressees.map(({ unit, status, deemed }) => [unit.id, status, deemed])).toEqual([
      ['k5-tc', 'answered', null],
      ['k5-gt', 'answered-late', null],
      ['k5-sathay', 'silent', null],
    ]);
    expect(await about('k5-cv-gt', 'consultation-k5-yk-1')).toEqual([
      `performer late-opinion consultation-k5-yk-1 ${of('R15', 'mở đầu')} []`,
    ]);
    expect(await about('k5-ct-sathay', 'consultation-k5-yk-1')).toEqual([
      `head silent-opinion consultation-k5-yk-1 ${of('R15', 'mở đầu')} [rule-not-disseminated]`,
    ]);
    expect(await about('k5-gd-tc', 'consultation-k5-yk-1')).toEqual([]);
  });
});

describe('R19 R70 R77 R79 the directive itself', () => {
  it('R70 R79 replaces the directive of 2018 from its first day; it was made known in six bodies of seven', async () => {
    const coverage = async (instrument: string, at: string): Promise<unknown> => {
      const path = `/v1/rulebook/disseminations?instrument=${instrument}&at=${at}`;
      return (await story.reads<DisseminationCoverageList>(path)).items.map(({ bound, reached }) => [bound, reached]);
    };
    expect(await coverage('ct-02-2018-kon-tum', '2024-12-31')).toEqual([[1, 0]]);
    expect(await coverage('ct-02-2018-kon-tum', '2025-01-01')).toEqual([]);
    expect(await coverage('kon-tum-2024', '2025-03-31')).toEqual([[7, 6]]);
  });

  it('R19 binds with its own clauses alone, without deemed consent or return at once', async () => {
    const { items } = await story.reads<RulesInForce>('/v1/rulebook/in-force?unit=k5-xd');
    expect(new Set(items.map(({ instrumentId }) => instrumentId))).toEqual(new Set(['kon-tum-2024']));
    const duties = items.map(({ obligation }) => obligation);
    for (const absent of ['R03', 'R06', 'R11', 'R16', 'R17', 'R22', 'R23']) expect(duties).not.toContain(absent);
  });

  it('R77 asks about the late receipt of who was to execute it', async () => {
    expect(await story.asked('k5-vt-sathay')).toEqual([
      `performer late-receipt directive-k5-ct ${of('R77', 'Nơi nhận')} [rule-not-disseminated]`,
    ]);
  });
});

describe('R32 the trails at the end of March', () => {
  it('R32 of the builder: four questions in person, three of them on the head’s line, too', async () => {
    const inPerson = await story.asked('k5-cv-xd');
    expect(inPerson).toHaveLength(4);
    const unitMatters = inPerson.filter((line) => !line.includes('refused-assignment'));
    expect(await story.asked('k5-gd-xd')).toEqual(unitMatters.map((line) => line.replace('performer', 'head')));
    expect(await story.trail('k5-gd-xd')).toEqual(
      (await story.trail('k5-cv-xd')).map((line) => line.replace('performer', 'head')),
    );
  });

  it('R32 of who did their part: no question to the Chairman, the Office, Home Affairs, the inspectorate, the clerks', async () => {
    const quiet = ['k5-chu-tich', 'k5-chanh-vp', 'k5-gd-nv', 'k5-chanh-tt', 'k5-vt-xd', 'k5-vt-tc', 'k5-vt-gt'];
    for (const officer of quiet) expect({ officer, asked: await story.asked(officer) }).toEqual({ officer, asked: [] });
    expect(await story.trail('k5-cv-gt')).toEqual([
      'performer k5-cp-4 k5-gt open',
      'performer k5-dn-3 k5-gt passed-on',
      'performer k5-dn-4 k5-gt open',
      'performer k5-kh-1 k5-gt returned',
    ]);
  });
});
