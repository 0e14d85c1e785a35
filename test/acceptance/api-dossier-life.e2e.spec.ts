import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierDetail, Page, TimelineEntry, Trail } from '#contracts/views.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';
import { clerk, establishOffice, expert, head, units } from './office.ts';

describe('the life of a dossier over HTTP', () => {
  let api: RunningApi;
  let atDesk: Caller;
  let atExpert: Caller;
  let atHead: Caller;

  beforeAll(async () => {
    api = await runApi();
    await establishOffice(api);
    [atDesk, atExpert, atHead] = await Promise.all([api.as(clerk), api.as(expert), api.as(head)]);
  });
  afterAll(() => api.stop());

  const register = {
    dossierId: 'HS-0001',
    occurredAt: '2025-08-04T08:00:00+07:00',
    issuer: 'UBND xã An Lạc',
    number: '123',
    symbol: 'TTr-UBND',
    subject: 'Đề nghị phê duyệt quy hoạch chi tiết',
    dossierType: 'land-allocation',
    urgency: 'normal',
    secrecy: 'none',
    receivedAt: '2025-08-04T08:00:00+07:00',
    deadline: '2025-08-15T17:00:00+07:00',
    holder: { party: { kind: 'officer', id: clerk.sub }, unit: units.desk },
  };

  it('R33 R32 runs from registration to archive, and reads back as timeline and trail of the persons who had it', async () => {
    const registered = await atDesk.post('/v1/dossiers', register);
    expect(registered).toMatchObject({ status: 201, body: { id: 'HS-0001', revision: 0 } });
    expect(registered.headers.get('etag')).toBe('"0"');

    const handedOff = await atDesk.post('/v1/dossiers/HS-0001/hand-off', {
      occurredAt: '2025-08-04T10:00:00+07:00',
      to: { party: { kind: 'officer', id: expert.sub }, unit: units.department },
      reason: 'Chuyển xử lý theo chức năng',
    });
    expect(handedOff).toMatchObject({ status: 200, body: { id: 'HS-0001', revision: 1 } });
    const acts: readonly [Caller, string, unknown][] = [
      [atExpert, 'confirm-receipt', { occurredAt: '2025-08-04T13:30:00+07:00', arrivalNumber: '77' }],
      [
        atHead,
        'assign',
        {
          occurredAt: '2025-08-04T14:00:00+07:00',
          leadUnit: units.department,
          responsible: { kind: 'officer', id: expert.sub },
          step: 'Thẩm định',
        },
      ],
      [atExpert, 'perform-step', { occurredAt: '2025-08-05T09:00:00+07:00', step: 'Thẩm định thực địa' }],
      [
        atExpert,
        'submit',
        {
          occurredAt: '2025-08-06T09:00:00+07:00',
          to: { party: { kind: 'officer', id: head.sub }, unit: units.department },
          proposal: 'Đề nghị phê duyệt',
        },
      ],
      [atHead, 'decide', { occurredAt: '2025-08-07T09:00:00+07:00', decision: 'approved', grounds: 'Đủ điều kiện' }],
      [
        atHead,
        'complete',
        {
          occurredAt: '2025-08-07T10:00:00+07:00',
          outcome: 'granted',
          product: { number: '14', symbol: 'QĐ-SNV', issuedOn: '2025-08-07', title: 'Phê duyệt quy hoạch' },
        },
      ],
      [atHead, 'archive', { occurredAt: '2025-08-08T10:00:00+07:00', fileCode: 'H08.2025.12', retention: '20 năm' }],
    ];
    let last = handedOff;
    for (const [caller, act, body] of acts) {
      last = await caller.post(`/v1/dossiers/HS-0001/${act}`, body);
      expect({ act, ...last }).toMatchObject({ act, status: 200 });
    }
    const written = { headers: { 'wait-for-position': last.body.position } };

    const dossier = await atDesk.get<DossierDetail>('/v1/dossiers/HS-0001', written);
    expect(dossier.headers.get('etag')).toBe(`"${String(last.body.revision)}"`);
    expect(dossier.body).toMatchObject({ status: 'archived', outcome: 'granted', late: false, holder: null });

    const timeline = await atDesk.get<Page<TimelineEntry>>('/v1/dossiers/HS-0001/timeline', written);
    expect(timeline.body.items.map(({ type, actor }) => [type, actor.id])).toEqual([
      ['dossier.registered', clerk.sub],
      ['dossier.handed-off', clerk.sub],
      ['dossier.receipt-confirmed', expert.sub],
      ['dossier.assigned', head.sub],
      ['dossier.step-performed', expert.sub],
      ['dossier.submitted', expert.sub],
      ['dossier.decided', head.sub],
      ['dossier.completed', head.sub],
      ['dossier.archived', head.sub],
    ]);

    const trail = await atDesk.get<Trail>(`/v1/officers/${expert.sub}/trail`, written);
    expect(trail.body.officer.name).toBe('Trần Thị Bình');
    expect(trail.body.items).toMatchObject([
      {
        dossierId: 'HS-0001',
        beganBy: 'dossier.handed-off',
        endedBy: 'dossier.submitted',
        outcome: 'submitted',
        receiptConfirmedAt: '2025-08-04T06:30:00.000Z',
        workingMs: 15 * 3_600_000,
      },
    ]);
    const asHead = await atDesk.get<Trail>(`/v1/officers/${head.sub}/trail?line=head`, written);
    expect(asHead.body.items.map(({ holder }) => holder.id)).toEqual([head.sub, expert.sub]);
  });
});
