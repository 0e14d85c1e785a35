import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OfficeRecordView, StepView } from '#contracts/office-views.ts';
import type { Page, Receipt } from '#contracts/views.ts';
import { administrator, clerk, establishOffice, expert, head, units } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

const since = '2024-01-01T00:00:00+07:00';
const day = (date: string, clock = '09:00'): string => `${date}T${clock}:00+07:00`;
const provinceOffice = 'van-phong-ubnd';
const chairman = { ...head, sub: 'cb-chu-tich', unit: units.province } as const;
const officeHead = { ...head, sub: 'cb-chanh-vp', unit: provinceOffice } as const;
const paper = { number: '15', symbol: 'BB-SNV', issuedOn: '2025-08-01', title: 'Biên bản họp' };

describe('what an office keeps of itself, over HTTP', () => {
  let api: RunningApi;
  let atDesk: Caller;
  let atExpert: Caller;
  let atHead: Caller;
  let atChair: Caller;
  let atOffice: Caller;
  let machine: Caller;

  beforeAll(async () => {
    api = await runApi();
    await establishOffice(api);
    const admin = await api.as(administrator);
    const send = async (path: string, body: object): Promise<void> => {
      const answer = await admin.post(path, { occurredAt: since, ...body });
      expect({ path, status: answer.status }).toEqual({ path, status: 201 });
    };
    await send('/v1/units', {
      unitId: provinceOffice,
      name: 'Văn phòng UBND tỉnh',
      unitKind: 'province-office',
      parent: units.province,
      validFrom: since,
    });
    for (const { sub, unit } of [chairman, officeHead]) {
      await send('/v1/officers', { officerId: sub, name: sub });
      await send(`/v1/units/${unit}/appointments`, { officerId: sub, role: 'head', validFrom: since });
    }
    await send('/v1/accounts', { accountId: 'he-thong', accountKind: 'system', label: 'Hệ thống' });
    [atDesk, atExpert, atHead, atChair, atOffice, machine] = await Promise.all([
      api.as(clerk),
      api.as(expert),
      api.as(head),
      api.as(chairman),
      api.as(officeHead),
      api.as({ ...head, sub: 'he-thong', kind: 'account', capacity: 'system' }),
    ]);
  });
  afterAll(() => api.stop());

  const post = async (who: Caller, path: string, body: object): Promise<Receipt> => {
    const answer = await who.post(`/v1/office/${path}`, body);
    expect({ path, body: answer.body, ok: answer.status < 300 }).toMatchObject({ path, ok: true });
    return answer.body;
  };
  const refused = async (who: Caller, path: string, body: object): Promise<string> => {
    const answer = await who.post<{ code?: string }>(`/v1/office/${path}`, body);
    return `${String(answer.status)} ${answer.body.code ?? ''}`;
  };
  const read = async <T>(path: string, { position }: Receipt): Promise<T> =>
    (await atDesk.get<T>(`/v1/office/${path}`, { headers: { 'wait-for-position': position } })).body;
  const list = async (path: string, after: Receipt): Promise<readonly OfficeRecordView[]> =>
    (await read<Page<OfficeRecordView>>(path, after)).items;

  it('R08 reports an obstacle through the committee or the body that passes it on, and shows it open until answered', async () => {
    const obstacle = {
      occurredAt: day('2025-08-04'),
      obstacleId: 'VM-1',
      unit: units.desk,
      channel: units.department,
      concerns: ['dossier-HS-0001'],
      content: 'Chưa có định mức',
    };
    expect(await refused(atDesk, 'obstacles', { ...obstacle, channel: units.desk })).toBe(
      '422 obstacle.channel-not-above',
    );
    const reported = await post(atDesk, 'obstacles', obstacle);
    expect(await list(`obstacles?open=true&unit=${units.desk}`, reported)).toMatchObject([
      {
        id: 'VM-1',
        open: true,
        by: { id: clerk.sub, name: 'Lê Văn An' },
        details: { first: { channel: 'so-noi-vu' } },
      },
    ]);
    const answered = await post(atHead, 'obstacles/VM-1/answer', {
      occurredAt: day('2025-08-06'),
      unit: units.department,
      answer: 'Áp dụng định mức tạm thời',
    });
    expect(await list('obstacles?open=true', answered)).toEqual([]);
    expect(await read<OfficeRecordView>('records/VM-1', answered)).toMatchObject({
      open: false,
      details: { answer: { answer: 'Áp dụng định mức tạm thời', by: { id: head.sub } } },
    });
  });

  it('R23 records that the head looked through the backlog, with the dossiers', async () => {
    const review = {
      occurredAt: day('2025-08-05'),
      reviewId: 'TD-1',
      unit: units.department,
      dossiers: ['HS-0001', 'HS-0002'],
      conclusion: 'Giải quyết dứt điểm trong tháng',
    };
    expect(await refused(atExpert, 'backlog-reviews', review)).toBe('403 office.not-a-leader');
    const reviewed = await post(atHead, 'backlog-reviews', review);
    expect(await list(`backlog-reviews?unit=${units.department}`, reviewed)).toMatchObject([
      { id: 'TD-1', details: { first: { dossiers: ['HS-0001', 'HS-0002'] } } },
    ]);
  });

  it('R29 lets the Office report bodies with overdue work to the committee, by name', async () => {
    const report = {
      occurredAt: day('2025-08-05'),
      reportId: 'BC-1',
      kind: 'overdue',
      unit: provinceOffice,
      to: units.province,
      periodFrom: '2025-07-01',
      periodTo: '2025-07-31',
    };
    expect(await refused(atOffice, 'reports', report)).toBe('422 report.names-nobody');
    expect(await refused(machine, 'reports', { ...report, unit: units.department, named: [units.desk] })).toBe(
      '403 actor.not-a-person',
    );
    const issued = await post(atOffice, 'reports', { ...report, named: [units.department] });
    expect(await list(`reports?unit=${provinceOffice}`, issued)).toMatchObject([
      { id: 'BC-1', details: { first: { kind: 'overdue', named: [units.department] } } },
    ]);
  });

  it('R30 takes a periodic synthesis for a period, upward only', async () => {
    const report = {
      occurredAt: day('2025-08-05'),
      kind: 'periodic',
      unit: provinceOffice,
      to: units.province,
      periodFrom: '2025-07-01',
      periodTo: '2025-07-31',
    };
    expect(await refused(atOffice, 'reports', { ...report, to: units.department })).toBe('422 report.not-upward');
    const issued = await post(atOffice, 'reports', { ...report, reportId: 'BC-2' });
    expect(await read<OfficeRecordView>('records/BC-2', issued)).toMatchObject({
      kind: 'report',
      details: { first: { kind: 'periodic', periodTo: '2025-07-31' } },
    });
  });

  it('R31 opens a review only when two people of two units propose it on evidence and the Chairman decides', async () => {
    const proposal = {
      occurredAt: day('2025-08-05'),
      reviewId: 'XX-1',
      subject: { unit: units.desk, officer: clerk.sub },
      evidence: ['3', '5'],
      coProposer: { kind: 'officer', id: head.sub },
      reason: 'Chậm trễ kéo dài',
    };
    expect(await refused(machine, 'reviews', proposal)).toBe('403 actor.not-a-person');
    expect(await refused(atOffice, 'reviews', { ...proposal, evidence: [] })).toBe('422 review.without-evidence');
    expect(
      await refused(atOffice, 'reviews', { ...proposal, coProposer: { kind: 'officer', id: officeHead.sub } }),
    ).toBe('422 review.one-proposer');
    await post(atOffice, 'reviews', proposal);
    const decision = { occurredAt: day('2025-08-07'), outcome: 'opened', grounds: 'Có căn cứ' };
    expect(await refused(atChair, 'reviews/XX-1/decide', decision)).toBe('409 review.not-seconded');
    expect(await refused(atExpert, 'reviews/XX-1/second', { occurredAt: day('2025-08-06') })).toBe(
      '403 review.not-the-second',
    );
    await post(atHead, 'reviews/XX-1/second', { occurredAt: day('2025-08-06') });
    expect(await refused(atHead, 'reviews/XX-1/decide', decision)).toBe('403 review.decided-by-party');
    const decided = await post(atChair, 'reviews/XX-1/decide', decision);
    expect(await list(`reviews?officer=${clerk.sub}`, decided)).toMatchObject([
      { id: 'XX-1', open: false, details: { decision: { outcome: 'opened', by: { id: chairman.sub } } } },
    ]);
  });

  it('R33 names who answers for each step at any moment; a step without a person points at the head, never at staff', async () => {
    await post(atHead, 'procedures', {
      occurredAt: day('2025-08-01'),
      unit: units.department,
      procedure: 'Giao đất',
      steps: ['Tiếp nhận', 'Thẩm định', 'Trình ký'],
    });
    const step = (name: string, to: string | null) => ({
      occurredAt: day('2025-08-01'),
      unit: units.department,
      procedure: 'Giao đất',
      step: name,
      officer: expert.sub,
      from: day('2025-08-01', '00:00'),
      to,
    });
    expect(await refused(atExpert, 'steps', step('Thẩm định', null))).toBe('403 office.not-a-leader');
    expect(await refused(atHead, 'steps', { ...step('Thẩm định', null), officer: clerk.sub })).toBe(
      '422 step.officer-not-in-unit',
    );
    await post(atHead, 'steps', step('Tiếp nhận', null));
    const assigned = await post(atHead, 'steps', step('Thẩm định', day('2025-08-10', '00:00')));
    const steps = async (query: string) =>
      (await read<readonly StepView[]>(`steps?unit=${units.department}&${query}`, assigned)).map(
        ({ step: name, officer, unassigned, head: above }) => [
          name,
          officer?.id ?? null,
          unassigned,
          above?.id ?? null,
        ],
      );
    expect(await steps('at=2025-08-05')).toEqual([
      ['Tiếp nhận', expert.sub, null, head.sub],
      ['Thẩm định', expert.sub, null, head.sub],
      ['Trình ký', null, 'never-assigned', head.sub],
    ]);
    expect(await steps('at=2025-08-20&unassigned=true')).toEqual([
      ['Thẩm định', null, 'period-over', head.sub],
      ['Trình ký', null, 'never-assigned', head.sub],
    ]);
    expect(await steps('at=2025-07-01')).toEqual([]);
    const admin = await api.as(administrator);
    const left = await admin.get<{ appointments: readonly { appointmentId: string }[] }>(`/v1/officers/${expert.sub}`);
    const ended = await admin.post(
      `/v1/units/${units.department}/appointments/${left.body.appointments[0]?.appointmentId ?? ''}/end`,
      { occurredAt: day('2025-09-01'), validTo: day('2025-09-01'), reason: 'Điều động' },
    );
    const alert = await read<readonly StepView[]>(`steps?unit=${units.department}&at=2025-09-05`, ended.body);
    expect(alert[0]).toMatchObject({ step: 'Tiếp nhận', officer: null, unassigned: 'officer-left' });
  });

  it('R34 keeps reviews of regulations with steps before and after, of units and never of persons', async () => {
    const review = {
      occurredAt: day('2025-08-05'),
      regulationId: 'RS-1',
      unit: units.department,
      title: 'Quy chế làm việc',
      amended: true,
      stepsBefore: 9,
      stepsAfter: 6,
    };
    expect(await refused(atHead, 'regulations', review)).toBe('422 regulation.amendment-without-document');
    const reviewed = await post(atHead, 'regulations', { ...review, document: paper });
    expect(await list(`regulations?unit=${units.department}`, reviewed)).toMatchObject([
      { id: 'RS-1', officer: null, details: { first: { stepsBefore: 9, stepsAfter: 6 } } },
    ]);
  });

  it('R36 keeps an assignment with the person’s own acceptance or refusal and its reason', async () => {
    const assignment = {
      occurredAt: day('2025-08-04'),
      assignmentId: 'DD-1',
      officer: expert.sub,
      unit: units.department,
      duty: 'Phụ trách cải cách hành chính',
      document: paper,
      effectiveFrom: day('2025-08-11', '00:00'),
    };
    expect(await refused(atExpert, 'assignments', assignment)).toBe('403 office.not-a-leader');
    await post(atHead, 'assignments', assignment);
    const refusal = { occurredAt: day('2025-08-05'), officer: expert.sub, reason: 'Đang điều trị bệnh' };
    expect(await refused(atHead, 'assignments/DD-1/refuse', refusal)).toBe('403 assignment.not-the-officer');
    const answered = await post(atExpert, 'assignments/DD-1/refuse', refusal);
    expect(await list(`assignments?officer=${expert.sub}`, answered)).toMatchObject([
      { id: 'DD-1', open: false, details: { response: { outcome: 'refused', reason: 'Đang điều trị bệnh' } } },
    ]);
    const accept = { occurredAt: day('2025-08-06'), officer: expert.sub };
    expect(await refused(atExpert, 'assignments/DD-1/accept', accept)).toBe('409 office.already-answered');
  });

  it('R37 takes a finding of disunity from people with a written source, and from no machine', async () => {
    const finding = {
      occurredAt: day('2025-08-05'),
      findingId: 'KL-1',
      kind: 'disunity',
      officer: expert.sub,
      statement: 'Theo kết luận tại biên bản',
      source: paper,
    };
    expect(await refused(machine, 'findings', finding)).toBe('403 actor.not-a-person');
    expect(await refused(atExpert, 'findings', finding)).toBe('422 finding.on-oneself');
    expect(await refused(atDesk, 'findings', finding)).toBe('403 finding.not-competent');
    expect(await refused(atHead, 'findings', { ...finding, source: { symbol: 'BB' } })).toBe(
      '422 finding.source-missing',
    );
    const found = await post(atHead, 'findings', finding);
    expect(await list(`findings?officer=${expert.sub}`, found)).toMatchObject([
      { id: 'KL-1', unit: null, officer: { id: expert.sub }, by: { id: head.sub } },
    ]);
  });

  it('R38 makes a legitimate reason a decision of a competent leader, never of the person', async () => {
    const claim = {
      occurredAt: day('2025-08-05'),
      reasonId: 'LD-1',
      incident: 'dossier-HS-0001@4',
      officer: expert.sub,
      reason: 'Chờ ý kiến cấp trên',
      evidence: ['4'],
    };
    expect(await refused(atHead, 'reasons', claim)).toBe('403 reason.not-the-officer');
    await post(atExpert, 'reasons', claim);
    const decision = { occurredAt: day('2025-08-06'), grounds: 'Có văn bản xác nhận' };
    expect(await refused(atExpert, 'reasons/LD-1/accept', decision)).toBe('403 reason.decided-by-claimant');
    expect(await refused(atDesk, 'reasons/LD-1/accept', decision)).toBe('403 reason.decider-not-competent');
    const accepted = await post(atHead, 'reasons/LD-1/accept', decision);
    expect(await list(`reasons?officer=${expert.sub}`, accepted)).toMatchObject([
      { open: false, unit: { id: units.department }, details: { decision: { outcome: 'accepted' } } },
    ]);
    expect(await refused(atChair, 'reasons/LD-1/reject', decision)).toBe('409 office.already-answered');
    await post(atHead, 'reasons', { ...claim, reasonId: 'LD-2', officer: head.sub });
    const rejected = await post(atChair, 'reasons/LD-2/reject', decision);
    expect(await read<OfficeRecordView>('records/LD-2', rejected)).toMatchObject({
      details: { decision: { outcome: 'rejected', by: { id: chairman.sub } } },
    });
  });

  it('R38 records a leave by somebody else, to stand in the person’s favour', async () => {
    const leave = {
      occurredAt: day('2025-08-04'),
      leaveId: 'NP-1',
      officer: expert.sub,
      unit: units.department,
      from: day('2025-08-05', '00:00'),
      to: day('2025-08-08', '00:00'),
      kind: 'Nghỉ phép',
    };
    expect(await refused(atExpert, 'leaves', leave)).toBe('403 leave.recorded-by-oneself');
    const recorded = await post(atHead, 'leaves', leave);
    expect(await list(`leaves?officer=${expert.sub}`, recorded)).toMatchObject([{ id: 'NP-1', by: { id: head.sub } }]);
  });
});
