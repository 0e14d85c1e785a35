import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidatePage, DetectorsView, DutyPage } from '#contracts/candidate-views.ts';
import { at, CandidateOffice, holder, mitigationsOf, signature } from './candidate-office.ts';

describe('signal candidates over HTTP', () => {
  let office: CandidateOffice;

  beforeAll(async () => {
    office = await CandidateOffice.open();
    for (const unit of ['ubnd', 'van-phong', 'so-a', 'so-b']) await office.disseminate(unit);
    await office.authority('so-a', 'giao-dat');
    await office.authority('so-b', 'moi-truong', 'advise');
  });
  afterAll(() => office.stop());

  const kinds = async (unit: string, dossier: string): Promise<readonly string[]> =>
    (await office.candidates(unit, `dossier-${dossier}`)).map(({ kind }) => kind);

  it('R02 R07 an own matter submitted upward becomes one when the receiver finds that it was the submitter’s own', async () => {
    const submit = async (id: string): Promise<void> => {
      await office.registered(id, 'so-a', { dossierType: 'giao-dat' });
      await office.act('cb-so-a', 'so-a', `/v1/dossiers/${id}/submit`, {
        occurredAt: at(1),
        to: holder('ubnd'),
        proposal: 'Xin ý kiến chỉ đạo',
        ground: { ground: 'beyond-authority', explanation: 'Vượt hạn mức' },
      });
    };
    await submit('R02-1');
    expect(await kinds('so-a', 'R02-1')).toEqual(['unsupported-escalation']);
    await office.act('cb-ubnd', 'ubnd', '/v1/dossiers/R02-1/refuse-escalation', {
      occurredAt: at(2),
      reason: 'Thuộc thẩm quyền của sở',
      basis: { text: 'Quy định phân cấp' },
      to: holder('so-a'),
    });
    await office.completed('R02-1', 'so-a', at(3));
    const [candidate, another] = await office.candidates('so-a', 'dossier-R02-1');
    expect(another).toBeUndefined();
    expect(candidate).toMatchObject({
      state: 'candidate',
      kind: 'improper-escalation',
      performer: { id: 'cb-so-a' },
      head: { id: 'gd-so-a' },
      rules: [{ obligation: 'R02', instrument: 'cv-1', clause: '§1', rulebookVersion: 1 }, { obligation: 'R07' }],
    });
    expect(candidate?.evidence.length).toBeGreaterThan(1);
    await submit('R02-2');
    await office.act('cb-ubnd', 'ubnd', '/v1/dossiers/R02-2/accept-escalation', { occurredAt: at(2) });
    expect(await kinds('so-a', 'R02-2')).toEqual([]);
  });

  it('R04 passing an own matter to a peer is one, a written direction from above is none', async () => {
    const pass = async (id: string, ground: object): Promise<void> => {
      await office.registered(id, 'so-a', { dossierType: 'giao-dat' });
      await office.handedOff(id, ['so-a', 'so-b'], at(1), { ground: { explanation: 'vì', ...ground } });
    };
    await pass('R04-1', { ground: 'beyond-authority' });
    await pass('R04-2', { ground: 'direction', direction: { number: '5', symbol: 'TB-UBND' } });
    expect(await kinds('so-a', 'R04-1')).toEqual(['sideways-transfer']);
    expect(await kinds('so-a', 'R04-2')).toEqual([]);
  });

  it('R05 a decision on what another unit is competent for is one, and none where the matrix is silent', async () => {
    const decide = async (id: string, dossierType: string): Promise<void> => {
      await office.registered(id, 'so-b', { dossierType });
      const said = { occurredAt: at(1), decision: 'approved', grounds: 'Đủ điều kiện' };
      await office.act('cb-so-b', 'so-b', `/v1/dossiers/${id}/decide`, said);
      await office.completed(id, 'so-b', at(2));
    };
    await decide('R05-1', 'giao-dat');
    await decide('R05-2', 'khac');
    expect(await kinds('so-b', 'R05-1')).toEqual(['beyond-authority']);
    expect(await kinds('so-b', 'R05-2')).toEqual([]);
  });

  it('R06 a prompt return is never one, a late one is, and of one’s own function it is the same incident', async () => {
    const back = async (id: string, dossierType: string, when: string): Promise<void> => {
      await office.registered(id, 'so-a', { dossierType });
      await office.handedOff(id, ['so-a', 'so-b'], at(1));
      await office.returned(id, ['so-b', 'so-a'], when);
    };
    await back('R06-1', 'moi-truong', at(2, 16));
    await back('R06-2', 'khac', at(5));
    await back('R06-3', 'moi-truong', at(5));
    expect(await kinds('so-b', 'R06-1')).toEqual([]);
    expect(await kinds('so-b', 'R06-2')).toEqual(['late-return']);
    expect(await kinds('so-b', 'R06-3')).toEqual(['return-of-own-function']);
  });

  it('R10 a dossier going round names the unit alone where nobody knows who was competent', async () => {
    await office.registered('R10-1', 'so-a');
    await office.handedOff('R10-1', ['so-a', 'so-b'], at(1));
    await office.handedOff('R10-1', ['so-b', 'so-a'], at(2));
    const [candidate] = (await office.candidates('so-b', 'dossier-R10-1')).filter(({ kind }) =>
      kind.startsWith('circ'),
    );
    expect(candidate).toMatchObject({ kind: 'circular-referral', performer: { kind: 'unknown' }, head: null });
  });

  it('R11 R14 R13 asking the same again, asking without questions, asking who is not concerned', async () => {
    await office.registered('R11-1', 'so-a');
    const ask = (consultationId: string, day: number): Promise<void> =>
      office.act('gd-so-a', 'so-a', '/v1/consultations', {
        consultationId,
        occurredAt: at(day),
        dossierId: 'R11-1',
        requester: 'so-a',
        subject: 'Quy hoạch khu A',
        questions: [{ questionId: 'q1', text: 'Có thống nhất không?' }],
        addressees: [{ unit: 'so-b', relevance: 'Môi trường' }],
        term: { kind: 'working-days', days: 5 },
        signature: signature('so-a'),
      });
    for (const round of [1, 2, 3]) await ask(`R11-${String(round)}`, round);
    expect(await office.candidates('so-a', 'consultation-R11-2')).toEqual([]);
    expect(await office.candidates('so-a', 'consultation-R11-3')).toMatchObject([
      { kind: 'over-consultation', performer: { id: 'gd-so-a' }, facts: { rounds: 3, body: 'so-b' } },
    ]);
    await office.act('gd-ubnd', 'ubnd', '/v1/consultations/R11-1/mark-unrelated', {
      occurredAt: at(4),
      unit: 'so-b',
      reason: 'Không liên quan trực tiếp',
    });
    expect(await office.candidates('so-a', 'consultation-R11-1')).toMatchObject([{ kind: 'unrelated-addressee' }]);
  });

  it('R33 a step without a named person is a question to the head alone', async () => {
    await office.registered('R33-1', 'so-a');
    const to = { party: { kind: 'unknown' }, unit: 'so-b' };
    await office.act('cb-so-a', 'so-a', '/v1/dossiers/R33-1/hand-off', { occurredAt: at(1), to, reason: 'chuyển' });
    const found = await office.candidates('so-b', 'dossier-R33-1');
    expect(found.find(({ kind }) => kind === 'unassigned-step')).toMatchObject({
      performer: { kind: 'unknown', id: null },
      head: { id: 'gd-so-b' },
    });
  });

  it('R33 nobody is asked once the register of steps names a person; for a step given to nobody the head is', async () => {
    await office.act('gd-so-c', 'so-c', '/v1/office/steps', {
      occurredAt: at(0),
      stepId: 'R33-buoc',
      unit: 'so-c',
      procedure: 'Giao đất',
      step: 'Tiếp nhận',
      officer: 'cb-so-c',
      from: at(0),
    });
    await office.registered('R33-2', 'so-a');
    const to = { party: { kind: 'unknown' }, unit: 'so-c' };
    await office.act('cb-so-a', 'so-a', '/v1/dossiers/R33-2/hand-off', { occurredAt: at(1), to, reason: 'chuyển' });
    const inC = await kinds('so-c', 'R33-2');
    expect(inC).not.toContain('unassigned-step');
    await office.act('gd-so-c', 'so-c', '/v1/office/procedures', {
      occurredAt: at(2),
      procedureId: 'R33-qt',
      unit: 'so-c',
      procedure: 'Giao đất',
      steps: ['Tiếp nhận', 'Thẩm định'],
    });
    expect(await office.candidates('so-c', 'office-R33-qt')).toMatchObject([
      { kind: 'unassigned-step', performer: { id: null }, head: { id: 'gd-so-c' }, facts: { steps: 1 } },
    ]);
  });

  it('R64 R32 lying idle is asked of the holder, and on a line apart of who headed the unit that day', async () => {
    await office.registered('R64-1', 'so-b');
    const line = async (officer: string) =>
      (await office.get<CandidatePage>(`/v1/officers/${officer}/candidates?limit=200`)).items.find(
        ({ subject }) => subject === 'dossier-R64-1',
      );
    expect(await line('cb-so-b')).toMatchObject({ kind: 'inaction', line: 'performer', calendar: { calendar: 'vn' } });
    expect(await line('gd-so-b')).toMatchObject({ kind: 'inaction', line: 'head', performer: { id: 'cb-so-b' } });
    expect(await line('gd-so-a')).toBeUndefined();
  });

  it('R79 a rule that was never made known in the unit stands beside it as mitigation', async () => {
    await office.registered('R79-1', 'so-c');
    const [unknown] = await office.candidates('so-c', 'dossier-R79-1');
    expect(mitigationsOf(unknown)).toContain('rule-not-disseminated');
    const [known] = await office.candidates('so-b', 'dossier-R64-1');
    expect(mitigationsOf(known)).not.toContain('rule-not-disseminated');
  });

  it('publishes its detectors with duty, limit and count, and pages without loss', async () => {
    const { detectors, counts, complete } = await office.get<DetectorsView>('/v1/candidates/detectors');
    expect(complete).toBe(true);
    expect(detectors.find(({ kind }) => kind === 'inaction')).toMatchObject({
      obligations: ['R64'],
      threshold: { parameter: 'inactionWorkingDays', byDefault: 10 },
    });
    expect(counts.find(({ kind }) => kind === 'improper-escalation')?.candidates).toBe(1);
    const all = await office.get<CandidatePage>('/v1/units/so-b/candidates?limit=200');
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: CandidatePage = await office.get(`/v1/units/so-b/candidates?limit=1${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ incident }) => incident));
      cursor = page.next;
    }
    expect(paged).toEqual(all.items.map(({ incident }) => incident));
  });

  it('R08 shows the other duties of a person beside custody', async () => {
    const { items } = await office.get<DutyPage>('/v1/officers/gd-so-a/duties');
    expect(items.filter(({ type }) => type === 'consultation.requested')).toHaveLength(3);
    expect(items[0]).toMatchObject({ recordedLate: true, unit: { id: 'so-a' } });
  });
});
