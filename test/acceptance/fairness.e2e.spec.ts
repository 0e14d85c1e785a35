import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CandidatePage, RatesView } from '#contracts/candidate-views.ts';
import type { OfficerView } from '#contracts/views.ts';
import { at, CandidateOffice, mitigationsOf, signature } from './candidate-office.ts';

describe('fairness over HTTP', () => {
  let office: CandidateOffice;

  beforeAll(async () => {
    office = await CandidateOffice.open();
    for (const unit of ['so-a', 'so-b']) await office.disseminate(unit);
  });
  afterAll(() => office.stop());

  const only = async (unit: string, subject: string) => {
    const [candidate, another] = await office.candidates(unit, subject);
    expect(another).toBeUndefined();
    return candidate;
  };
  const complete = (id: string, unit: string, when: string): Promise<void> => office.completed(id, unit, when);

  it('R06 a prompt return is never a fault', async () => {
    await office.registered('F1', 'so-a');
    await office.handedOff('F1', ['so-a', 'so-b'], at(1));
    await office.returned('F1', ['so-b', 'so-a'], at(1, 16));
    await complete('F1', 'so-a', at(2));
    for (const unit of ['so-a', 'so-b']) expect(await office.candidates(unit, 'dossier-F1')).toEqual([]);
  });

  it('R23 R64 one incident gives one candidate with every rule it touches', async () => {
    await office.registered('F2', 'so-a', { deadline: at(30) });
    const candidate = await only('so-a', 'dossier-F2');
    expect(candidate?.kind).toBe('overdue-dossier');
    expect(candidate?.rules.map(({ obligation }) => obligation)).toEqual(['R23', 'R64']);
  });

  it('R23 delay before it arrived and time with others stand beside it, and who gets it overdue is not asked', async () => {
    await office.registered('F3', 'so-a', { deadline: at(10) });
    await office.handedOff('F3', ['so-a', 'so-b'], at(9));
    await office.handedOff('F3', ['so-b', 'so-c'], at(11));
    await complete('F3', 'so-c', at(12));
    expect(mitigationsOf(await only('so-b', 'dossier-F3'))).toContain('upstream-delay');
    expect(await office.candidates('so-c', 'dossier-F3')).toEqual([]);
    await office.registered('F4', 'so-a', { deadline: at(10) });
    await office.handedOff('F4', ['so-a', 'so-b'], at(2));
    await office.returned('F4', ['so-b', 'so-a'], at(3));
    await complete('F4', 'so-a', at(12));
    expect(mitigationsOf(await only('so-a', 'dossier-F4'))).toContain('clock-stopped');
  });

  it('R23 leave, an objection in writing, a reported obstacle and an accepted reason stand beside it', async () => {
    await office.registered('F5', 'so-a', { deadline: at(8) });
    await office.act('cb-so-a', 'so-a', '/v1/dossiers/F5/record-objection', {
      occurredAt: at(1),
      objector: { kind: 'officer', id: 'cb-so-a' },
      order: 'Dừng xử lý',
      grounds: 'Trái quy định',
    });
    await office.act('gd-so-a', 'so-a', '/v1/office/leaves', {
      occurredAt: at(2),
      officer: 'cb-so-a',
      unit: 'so-a',
      from: at(3),
      to: at(6),
      kind: 'nghỉ phép năm',
    });
    await office.act('gd-so-a', 'so-a', '/v1/office/obstacles', {
      occurredAt: at(2),
      unit: 'so-a',
      channel: 'ubnd',
      concerns: ['dossier-F5'],
      content: 'Thiếu số liệu',
    });
    await complete('F5', 'so-a', at(9));
    const before = await only('so-a', 'dossier-F5');
    await office.act('cb-so-a', 'so-a', '/v1/office/reasons', {
      occurredAt: at(10),
      reasonId: 'ly-do-1',
      incident: before?.incident,
      officer: 'cb-so-a',
      reason: 'Chờ số liệu',
    });
    const claimed = await only('so-a', 'dossier-F5');
    expect(mitigationsOf(claimed)).not.toContain('reason-accepted');
    await office.act('gd-so-a', 'so-a', '/v1/office/reasons/ly-do-1/accept', {
      occurredAt: at(11),
      grounds: 'Có căn cứ',
    });
    expect(mitigationsOf(await only('so-a', 'dossier-F5'))).toEqual(
      expect.arrayContaining(['leave', 'written-objection', 'obstacle-reported', 'reason-accepted']),
    );
  });

  it('R32 a head is not asked about what fell due under a predecessor, and what began under one is said', async () => {
    await office.registered('F6', 'so-b', { deadline: at(10) });
    await office.registered('F7', 'so-b', { deadline: at(40) });
    const ending = { validTo: at(20), reason: 'Điều động' };
    const { appointments } = await office.get<OfficerView>('/v1/officers/gd-so-b');
    const id = appointments[0]?.appointmentId ?? '';
    await office.admin(`/v1/units/so-b/appointments/${id}/end`, { occurredAt: at(20), ...ending });
    await office.admin('/v1/officers', { officerId: 'gd-moi', name: 'Giám đốc mới' });
    const taken = { occurredAt: at(20), officerId: 'gd-moi', role: 'head', validFrom: at(20) };
    await office.admin('/v1/units/so-b/appointments', taken);
    expect((await only('so-b', 'dossier-F6'))?.head?.id).toBe('gd-so-b');
    const later = await only('so-b', 'dossier-F7');
    expect(later?.head?.id).toBe('gd-moi');
    expect(mitigationsOf(later)).toContain('inherited');
    const { items } = await office.get<CandidatePage>('/v1/officers/gd-moi/candidates?limit=200');
    expect(items.map(({ subject }) => subject)).not.toContain('dossier-F6');
  });

  it('R13 nobody is late with an invalid request, and only the requester is asked about it', async () => {
    const asked = office.act('gd-so-a', 'so-a', '/v1/consultations', {
      consultationId: 'F8',
      occurredAt: at(1),
      requester: 'so-a',
      subject: 'Không câu hỏi',
      questions: [],
      addressees: [{ unit: 'so-b' }],
      signature: signature('so-a'),
    });
    await expect(asked).rejects.toThrow(/consultation/);
    expect(await office.candidates('so-b', 'consultation-F8')).toEqual([]);
  });

  it('R25 R26 a granted extension stands beside it, and a task with its part is one incident', async () => {
    const assign = (taskId: string, parentTaskId: string | null): Promise<void> =>
      office.act('gd-ubnd', 'ubnd', '/v1/tasks', {
        occurredAt: at(0),
        taskId,
        parentTaskId,
        assigner: 'ubnd',
        lead: 'so-a',
        coordinators: [],
        responsible: { kind: 'officer', id: 'cb-so-a' },
        title: 'Rà soát quy hoạch',
        product: 'Báo cáo',
        term: { kind: 'working-days', days: 5 },
      });
    await assign('F10', null);
    await assign('F11', 'F10');
    const request = { occurredAt: at(2), reason: 'Chờ số liệu', milestone: at(20) };
    await office.act('gd-so-a', 'so-a', '/v1/tasks/F10/request-extension', request);
    await office.act('gd-ubnd', 'ubnd', '/v1/tasks/F10/grant-extension', { occurredAt: at(3) });
    await office.api.letTimePass();
    const candidate = await only('so-a', 'task-F10');
    expect(candidate).toMatchObject({ kind: 'broken-commitment', performer: { id: 'gd-so-a' } });
    expect(mitigationsOf(candidate)).toContain('granted-extension');
    expect(await office.candidates('so-a', 'task-F11')).toEqual([]);
  });

  it('R15 R17 silence on a valid, registered request is one candidate beside the deemed consent', async () => {
    await office.act('gd-so-a', 'so-a', '/v1/consultations', {
      consultationId: 'F12',
      occurredAt: at(1),
      requester: 'so-a',
      subject: 'Quy hoạch khu B',
      questions: [{ questionId: 'q1', text: 'Có thống nhất không?' }],
      addressees: [{ unit: 'so-c', relevance: 'Môi trường' }],
      term: { kind: 'working-days', days: 5 },
      signature: signature('so-a'),
    });
    const delivery = { occurredAt: at(1, 10), unit: 'so-c', arrivalNumber: '7', registeredAt: at(1, 10) };
    await office.act('cb-so-c', 'so-c', '/v1/consultations/F12/confirm-delivery', delivery);
    await office.api.letTimePass();
    const candidate = await only('so-c', 'consultation-F12');
    expect(candidate).toMatchObject({ kind: 'silent-opinion', head: { id: 'gd-so-c' } });
    expect(candidate?.rules.map(({ obligation }) => obligation)).toEqual(['R17', 'R15']);
  });

  it('R10 accounts and the unknown are never persons; late entries are marked', async () => {
    await office.registered('F9', 'so-a', { holder: { party: { kind: 'unknown' }, unit: 'so-a' } });
    const found = await office.candidates('so-a', 'dossier-F9');
    expect(found.length).toBeGreaterThan(0);
    for (const { performer, recordedLate } of found) {
      expect(performer).toMatchObject({ kind: 'unknown', id: null });
      expect(recordedLate).toBe(true);
    }
  });

  it('R18 rates have denominators and intervals, are withheld for few cases, and there are none of persons', async () => {
    const before = await office.get<RatesView>('/v1/units/so-a/rates');
    const rate = ({ rates }: RatesView) => rates.find(({ measure }) => measure === 'dossiers-on-time');
    expect(rate(before)).toMatchObject({ numerator: 0, denominator: 3, share: null, low: null, high: null });
    for (const id of ['G1', 'G2', 'G3']) {
      await office.registered(id, 'so-a', { deadline: at(10) });
      await complete(id, 'so-a', at(5));
    }
    const after = rate(await office.get<RatesView>('/v1/units/so-a/rates'));
    expect(after).toMatchObject({ numerator: 3, denominator: 6, share: 0.5 });
    expect(after?.low).toBeCloseTo(0.1876, 3);
    expect(after?.high).toBeCloseTo(0.8124, 3);
    const caller = await office.api.as({
      sub: 'cb-so-a',
      kind: 'officer',
      unit: 'so-a',
      capacity: 'own',
      roles: ['reader'],
    });
    expect((await caller.get('/v1/officers/cb-so-a/rates')).status).toBe(404);
  });

  it('the machine knows no other state than that of a candidate, and never speaks of a violation', async () => {
    const page = await office.get<CandidatePage>('/v1/units/so-a/candidates?limit=200');
    expect(new Set(page.items.map(({ state }) => state))).toEqual(new Set(['candidate']));
    expect(JSON.stringify(page)).not.toMatch(/vi phạm|violation|guilty/i);
    expect(page.items.every(({ evidence, rules }) => evidence.length > 0 && rules.length > 0)).toBe(true);
  });
});
