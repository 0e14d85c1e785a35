import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordCaseAct } from '#api/cases/record-case-act.ts';
import type { AgencyUnresolved, RecommendationDetail, RecommendationView } from '#contracts/recommendation-views.ts';
import type { Page, Receipt } from '#contracts/views.ts';
import { clockActor } from '#domain/kernel/case-actor.ts';
import { administrator, clerk, establishOffice, expert, head, units } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

const chairman = { ...head, sub: 'cb-chu-tich', unit: units.province } as const;

/** From a desk under the committee to home affairs; five working days from 4/8/2025 end on 11/8/2025. */
const send = {
  occurredAt: '2025-08-04T08:00:00+07:00',
  sender: units.desk,
  to: { level: 'province', unit: units.department },
  content: 'Đề nghị hướng dẫn định mức',
  term: { kind: 'working-days', days: 5 },
  signature: {
    drafter: { kind: 'officer', id: clerk.sub },
    signer: { kind: 'officer', id: clerk.sub },
    capacity: 'own',
  },
};
const dueAt = '2025-08-11T16:59:59.999Z';

describe('recommendations over HTTP', () => {
  let api: RunningApi;
  let sender: Caller;
  let agency: Caller;
  let agencyHead: Caller;
  let chair: Caller;

  beforeAll(async () => {
    api = await runApi();
    await establishOffice(api);
    const admin = await api.as(administrator);
    const since = '2024-01-01T00:00:00+07:00';
    await admin.post('/v1/officers', { occurredAt: since, officerId: chairman.sub, name: 'Phạm Văn Dũng' });
    const post = { occurredAt: since, officerId: chairman.sub, role: 'head', validFrom: since };
    expect((await admin.post(`/v1/units/${units.province}/appointments`, post)).status).toBe(201);
    [sender, agency, agencyHead, chair] = await Promise.all([
      api.as(clerk),
      api.as(expert),
      api.as(head),
      api.as(chairman),
    ]);
  });
  afterAll(() => api.stop());

  const begin = async (id: string, changes: object = {}): Promise<Receipt> => {
    const { status, body } = await sender.post('/v1/recommendations', { ...send, recommendationId: id, ...changes });
    expect({ id, status }).toEqual({ id, status: 201 });
    return body;
  };
  const act = async (who: Caller, id: string, name: string, body: object): Promise<Receipt> => {
    const answer = await who.post(`/v1/recommendations/${id}/${name}`, body);
    expect({ name, status: answer.status, body: answer.body }).toMatchObject({ name, status: 200 });
    return answer.body;
  };
  const refused = async (who: Caller, path: string, body: object): Promise<string> => {
    const answer = await who.post<{ code?: string }>(`/v1/recommendations${path}`, body);
    return `${String(answer.status)} ${answer.body.code ?? ''}`;
  };
  const register = (id: string) =>
    act(agency, id, 'confirm-delivery', { occurredAt: '2025-08-04T10:00:00+07:00', arrivalNumber: '77' });
  const reply = (id: string, changes: object = {}) =>
    act(agencyHead, id, 'answer', {
      occurredAt: '2025-08-08T10:00:00+07:00',
      content: 'Đề nghị quý đơn vị thực hiện theo quy định hiện hành. Trân trọng.',
      ...changes,
    });
  /** What the deadline clock asks when the limit ends. */
  const letTimePass = (id: string): Promise<Receipt> =>
    api.app
      .get(CommandBus)
      .execute(
        new RecordCaseAct(
          { actor: clockActor, correlationId: `clock-${id}` },
          { category: 'recommendation', id },
          { type: 'let-time-pass', at: dueAt, actor: clockActor },
        ),
      );
  const read = async <T>(path: string, { position }: Receipt): Promise<T> =>
    (await sender.get<T>(`/v1/recommendations${path}`, { headers: { 'wait-for-position': position } })).body;
  const ids = async (path: string, after: Receipt): Promise<readonly string[]> =>
    (await read<Page<RecommendationView>>(path, after)).items.map(({ id }) => id);
  const atAgency = async (after: Receipt): Promise<AgencyUnresolved | undefined> =>
    (await read<readonly AgencyUnresolved[]>('/unresolved', after)).find(({ unit }) => unit.id === units.department);

  const report = { occurredAt: '2025-08-14T09:00:00+07:00', reason: 'Chưa được giải quyết', to: units.province };

  it('R03 sends nothing to the central level without the obstacle and the basis beyond authority, and names who advised and signed', async () => {
    const central = { ...send, to: { level: 'central', body: 'Bộ Nội vụ' } };
    const obstacle = 'Nghị định chưa quy định';
    const beyondAuthorityBasis = { text: 'Luật Tổ chức chính quyền địa phương', clause: 'Điều 11' };
    expect(await refused(sender, '', central)).toBe('422 recommendation.central-without-ground');
    expect(await refused(sender, '', { ...central, obstacle })).toBe('422 recommendation.central-without-ground');
    expect(await refused(sender, '', { ...central, beyondAuthorityBasis })).toBe(
      '422 recommendation.central-without-ground',
    );
    const sent = await begin('KN-TW-0', { ...central, obstacle, beyondAuthorityBasis });
    expect(await read<RecommendationDetail>('/KN-TW-0', sent)).toMatchObject({
      level: 'central',
      body: 'Bộ Nội vụ',
      obstacle,
      beyondAuthorityBasis: 'Luật Tổ chức chính quyền địa phương (Điều 11)',
      drafter: { id: clerk.sub, name: 'Lê Văn An' },
      signer: { id: clerk.sub },
      calendarVersion: 0,
    });
  });

  it('R72 keeps what the ministries have not settled per unit, and lets it be reported up to the committee and on', async () => {
    const central = {
      to: { level: 'central', body: 'Bộ Tài chính' },
      obstacle: 'Vướng thẩm quyền',
      beyondAuthorityBasis: { text: 'Luật Ngân sách nhà nước' },
    };
    await begin('KN-TW-1', central);
    const settled = await begin('KN-TW-2', central);
    const up = { occurredAt: '2025-08-06T09:00:00+07:00', to: { level: 'province', unit: units.province } };
    expect(await refused(sender, '/KN-TW-1/report-up', up)).toBe('409 recommendation.not-unsettled');
    await letTimePass('KN-TW-1');
    const later = { ...up, occurredAt: '2025-08-14T09:00:00+07:00' };
    await act(sender, 'KN-TW-1', 'report-up', later);
    const primeMinister = { ...later, to: { level: 'central', body: 'Thủ tướng Chính phủ' } };
    expect(await refused(sender, '/KN-TW-1/report-up', primeMinister)).toBe(
      '403 recommendation.central-report-not-by-committee',
    );
    const reported = await act(chair, 'KN-TW-1', 'report-up', primeMinister);
    const detail = await read<RecommendationDetail>('/KN-TW-1', reported);
    expect(detail).toMatchObject({ overdue: true, missing: 'no-reply', unresolved: ['no-reply'] });
    expect(detail.reportedUp).toMatchObject([
      { unit: { id: units.province }, body: null, ownDelay: { workingDays: 3, calendar: 'vn' } },
      { unit: null, body: 'Thủ tướng Chính phủ' },
    ]);
    expect(settled.id).toBe('KN-TW-2');
    const closed = await act(sender, 'KN-TW-2', 'settle', {
      occurredAt: '2025-08-08T09:00:00+07:00',
      outcome: 'Đã có hướng dẫn',
    });
    const pending = await ids(`/central-pending?unit=${units.desk}`, closed);
    expect(pending).toContain('KN-TW-1');
    expect(pending).not.toContain('KN-TW-2');
    expect(await ids(`/central-pending?unit=${units.department}`, closed)).toEqual([]);
  });

  it('R73 counts no reply only after the limit of what was registered, once, and never of what was not', async () => {
    await begin('KN-A1');
    expect(await refused(sender, '/KN-A1/report-unresolved', { ...report, category: 'no-reply' })).toBe(
      '409 recommendation.deadline-not-passed',
    );
    await register('KN-A1');
    const overdue = await letTimePass('KN-A1');
    expect(await letTimePass('KN-A1')).toEqual(overdue);
    const reported = await act(sender, 'KN-A1', 'report-unresolved', { ...report, category: 'no-reply' });
    expect(await read<RecommendationDetail>('/KN-A1', reported)).toMatchObject({
      dueAt,
      missing: 'no-reply',
      unresolved: ['no-reply'],
      reports: [{ category: 'no-reply', reporter: { id: clerk.sub }, ownDelay: { workingDays: 3 } }],
    });
    expect(await ids(`?to=${units.department}&unresolved=no-reply`, reported)).toContain('KN-A1');
    expect((await atAgency(reported))?.noReply).toBe(1);
    const late = await reply('KN-A1', { occurredAt: '2025-08-15T10:00:00+07:00' });
    expect(await read<RecommendationDetail>('/KN-A1', late)).toMatchObject({
      missing: null,
      unresolved: [],
      answers: [{ late: true }],
    });
  });

  it('R73 takes an answer in time, and one recorded afterwards that was in time', async () => {
    await begin('KN-A2');
    await register('KN-A2');
    await letTimePass('KN-A2');
    const answered = await reply('KN-A2', { stance: 'agree' });
    expect(await read<RecommendationDetail>('/KN-A2', answered)).toMatchObject({
      overdue: false,
      unresolved: [],
      answers: [{ late: false, stance: 'agree' }],
    });
    expect(await refused(sender, '/KN-A2/report-unresolved', { ...report, category: 'no-reply' })).toBe(
      '409 recommendation.was-answered',
    );
  });

  it('R74 needs a named person and the quoted sentence; the agency contests, the committee judges, set aside it no longer counts', async () => {
    await begin('KN-B1');
    await reply('KN-B1');
    const generic = { ...report, category: 'generic', quotedSentence: 'thực hiện theo quy định hiện hành' };
    const path = '/KN-B1/report-unresolved';
    expect(await refused(sender, path, { ...generic, quotedSentence: null })).toBe('422 recommendation.quote-missing');
    expect(await refused(sender, path, { ...generic, quotedSentence: 'sẽ xem xét' })).toBe(
      '422 recommendation.quote-not-in-reply',
    );
    const machine = await api.as({ ...clerk, sub: 'he-thong', kind: 'account', capacity: 'system' });
    expect(await refused(machine, path, generic)).toBe('403 actor.not-a-person');
    await act(sender, 'KN-B1', 'report-unresolved', generic);
    await act(sender, 'KN-B1', 'report-unresolved', { ...generic, category: 'deflected' });
    const contested = await act(agencyHead, 'KN-B1', 'contest-report', {
      occurredAt: '2025-08-15T09:00:00+07:00',
      report: 1,
      statement: 'Quy định đã đủ rõ',
    });
    expect(await atAgency(contested)).toMatchObject({ genericOrNoStance: 1, deflected: 1, confirmed: 0 });
    const judge = { occurredAt: '2025-08-18T09:00:00+07:00', grounds: 'Đã xem xét văn bản' };
    expect(await refused(sender, '/KN-B1/judge-report', { ...judge, report: 1, outcome: 'confirmed' })).toBe(
      '403 case.not-yours',
    );
    await act(chair, 'KN-B1', 'judge-report', { ...judge, report: 1, outcome: 'set-aside' });
    const judged = await act(chair, 'KN-B1', 'judge-report', { ...judge, report: 2, outcome: 'confirmed' });
    expect(await read<RecommendationDetail>('/KN-B1', judged)).toMatchObject({
      unresolved: ['deflected'],
      confirmed: ['deflected'],
      reports: [
        { category: 'generic', contested: 'Quy định đã đủ rõ', outcome: 'set-aside' },
        { category: 'deflected', contested: null, outcome: 'confirmed' },
      ],
    });
    expect(await atAgency(judged)).toMatchObject({ genericOrNoStance: 0, deflected: 1, confirmed: 1 });
  });

  it('R75 counts a committee matter that the agency never submitted, answered or not, and one submitted no more', async () => {
    await begin('KN-C1', { forCommittee: true });
    await begin('KN-C2', { forCommittee: true });
    await register('KN-C1');
    await register('KN-C2');
    await reply('KN-C1', { stance: 'agree' });
    const submitted = { occurredAt: '2025-08-08T10:00:00+07:00', committee: units.province };
    expect(await refused(agencyHead, '/KN-C2/submit-to-committee', { ...submitted, committee: units.desk })).toBe(
      '422 recommendation.not-a-committee-above',
    );
    await act(agencyHead, 'KN-C2', 'submit-to-committee', submitted);
    await letTimePass('KN-C1');
    const passed = await letTimePass('KN-C2');
    const reported = await act(sender, 'KN-C1', 'report-unresolved', { ...report, category: 'not-submitted' });
    expect(BigInt(reported.position)).toBeGreaterThan(BigInt(passed.position));
    expect(await ids('?unresolved=not-submitted&overdue=true', reported)).toEqual(['KN-C1']);
    expect((await atAgency(reported))?.notSubmitted).toBe(1);
    expect(await refused(sender, '/KN-C2/report-unresolved', { ...report, category: 'not-submitted' })).toBe(
      '409 recommendation.was-submitted',
    );
  });
});
