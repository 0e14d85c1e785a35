import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { LedgerClaims } from '#api/auth/claims.ts';
import { ledgerAsOcel } from '#api/export/ledger-ocel.ts';
import { ledgerAsXes } from '#api/export/ledger-xes.ts';
import { LedgerSnapshot } from '#api/export/selection.ts';
import type {
  CirculationView,
  FirstPassView,
  PingPongView,
  ReviewDepthView,
  SubmissionView,
} from '#contracts/submission-views.ts';
import type { Problem } from '#contracts/problem.ts';
import type { DossierDetail, Page, TimelineEntry } from '#contracts/views.ts';
import type { DomainEvent } from '#domain/events.ts';
import { root } from '../support/repository.ts';
import { runApi, type Answer, type Caller, type RunningApi } from './running-api.ts';

const units = {
  government: 'chinh-phu',
  committee: 'ubnd-tinh',
  office: 'vp-ubnd',
  construction: 'so-xd',
  finance: 'so-tc',
  home: 'so-nv',
  desk: 'mot-cua',
} as const;
const since = '2024-01-01T00:00:00+07:00';

const person = (sub: string, unit: string): LedgerClaims => ({
  sub,
  kind: 'officer',
  unit,
  capacity: 'own',
  roles: ['reader', 'recorder'],
});
const staff = {
  chair: person('ct', units.committee),
  chief: person('cvp', units.office),
  builder: person('gd-xd', units.construction),
  financier: person('gd-tc', units.finance),
  home: person('gd-nv', units.home),
  clerk: person('mc', units.desk),
} as const;

let api: RunningApi;
let by: { readonly [Name in keyof typeof staff]: Caller };

/** Directly into the ledger: setting up instruments is the subject of other tests. */
const record = async (stream: string, event: DomainEvent, index: number): Promise<void> => {
  await api.deps.store.append({
    stream,
    expected: 'any',
    events: [
      {
        ...event,
        id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        occurredAt: '2024-01-01T00:00:00.000Z',
        recordedAt: '2024-01-01T00:00:00.000Z',
        actor: { kind: 'unknown' },
        unit: null,
        capacity: 'own',
        provenance: { kind: 'entered' },
        correlationId: 'setting',
        causationId: null,
      },
    ],
  });
};

const duties: Readonly<Record<string, Readonly<Record<string, boolean>>>> = {
  R02: {},
  R03: {},
  R04: {},
  R07: {},
  R20: { fullConsensus: true },
  R22: {},
};

const establish = async (): Promise<void> => {
  const admin = await api.as({ ...staff.chair, sub: 'quan-tri', roles: ['administrator'] });
  const send = async (path: string, body: object): Promise<void> => {
    const { status, body: answer } = await admin.post<unknown>(path, { occurredAt: since, ...body });
    if (status !== 201) throw new Error(`${path}: ${String(status)} ${JSON.stringify(answer)}`);
  };
  const unit = (unitId: string, unitKind: string, parent: string | null): Promise<void> =>
    send('/v1/units', { unitId, name: unitId, unitKind, parent, validFrom: since });
  await unit(units.government, 'other', null);
  await unit(units.committee, 'province-committee', units.government);
  await unit(units.office, 'province-office', units.committee);
  for (const id of [units.construction, units.finance, units.home]) await unit(id, 'department', units.committee);
  await unit(units.desk, 'service-centre', units.committee);
  for (const { sub, unit: unitId } of Object.values(staff)) {
    await send('/v1/officers', { officerId: sub, name: sub });
    await send(`/v1/units/${unitId ?? ''}/appointments`, { officerId: sub, role: 'head', validFrom: since });
  }
};

/** One letter binds everyone under the committee; planning is the construction department's, strategy the committee's. */
const bindLetter = async (): Promise<void> => {
  const clause = {
    clause: '§1',
    duties: Object.entries(duties).map(([obligation, parameters]) => ({ obligation, parameters })),
  };
  const instrument = {
    instrumentId: 'thu',
    kind: 'công văn',
    number: null,
    symbol: null,
    issuer: 'UBND tỉnh',
    issuedOn: null,
    title: 'Chấn chỉnh trách nhiệm',
    territory: 'toàn tỉnh',
    validFrom: '2024-01-01',
    validTo: null,
    replaces: [],
    cites: [],
    certainty: 'V',
    clauses: [clause],
  } as const;
  const effectiveFrom = '2020-01-01T00:00:00.000Z';
  const published = { version: 1, effectiveFrom, instruments: [instrument], source: 'test' };
  await record('rulebook-vn', { type: 'rulebook.published', version: 1, data: published }, 1);
  const binding = {
    bindingId: 'b',
    instrumentId: 'thu',
    unitId: units.committee,
    withSubordinates: true,
    from: effectiveFrom,
    to: null,
  };
  await record('rulebook-vn', { type: 'rulebook.bound', version: 1, data: binding }, 2);
  const cells = [
    ['planning', units.construction],
    ['strategy', units.committee],
  ] as const;
  for (const [index, [matterKind, unitId]] of cells.entries()) {
    const basis = { text: 'Quyết định phân cấp', clause: null };
    const data = {
      authorityId: matterKind,
      matterKind,
      unitId,
      power: 'decide',
      validFrom: effectiveFrom,
      validTo: null,
      basis,
    } as const;
    await record(`authority-${matterKind}`, { type: 'authority.assigned', version: 1, data }, 3 + index);
  }
};

beforeAll(async () => {
  api = await runApi();
  await establish();
  await bindLetter();
  const callers = await Promise.all(Object.entries(staff).map(async ([name, claims]) => [name, await api.as(claims)]));
  by = Object.fromEntries(callers) as typeof by;
});
afterAll(() => api.stop());

const at = (day: number, hour = 8): string =>
  `2025-08-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+07:00`;
const place = (name: keyof typeof staff) => ({
  party: { kind: 'officer', id: staff[name].sub },
  unit: staff[name].unit,
});
const basis = { text: 'Quy chế làm việc của UBND tỉnh', clause: 'Điều 8' };

let last = '0';
const noteOf = <T extends { readonly position?: string }>(answer: Answer<T>): Answer<T> => {
  if (answer.body.position !== undefined) last = answer.body.position;
  return answer;
};
const register = async (dossierId: string, holder: keyof typeof staff, changes: object = {}): Promise<void> => {
  const body = {
    dossierId,
    occurredAt: at(4),
    issuer: 'Công ty An Bình',
    subject: `Hồ sơ ${dossierId}`,
    dossierType: 'planning',
    urgency: 'normal',
    secrecy: 'none',
    receivedAt: at(4),
    holder: place(holder),
    ...changes,
  };
  expect(noteOf(await by[holder].post('/v1/dossiers', body))).toMatchObject({ status: 201 });
};
type Outcome = Answer<{ readonly position?: string; readonly code?: string }>;
const act = async (name: keyof typeof staff, dossier: string, what: string, body: object): Promise<Outcome> =>
  noteOf(await by[name].post<Outcome['body']>(`/v1/dossiers/${dossier}/${what}`, body));
const done = async (name: keyof typeof staff, dossier: string, what: string, body: object): Promise<void> => {
  const { status, body: answer } = await act(name, dossier, what, body);
  expect({ what, status, answer }).toMatchObject({ what, status: 200 });
};
const read = async <T>(path: string): Promise<T> => {
  const { status, body } = await by.chief.get<T>(path, { headers: { 'wait-for-position': last } });
  expect({ path, status }).toEqual({ path, status: 200 });
  return body;
};
const timeline = async (dossier: string): Promise<readonly string[]> =>
  (await read<Page<TimelineEntry>>(`/v1/dossiers/${dossier}/timeline`)).items.map(({ type }) => type);
const holderUnits = async (dossier: string): Promise<readonly (string | undefined)[]> =>
  (await read<DossierDetail>(`/v1/dossiers/${dossier}`)).custody.map(({ unit }) => unit?.id);

const beyond = { ground: 'beyond-authority', explanation: 'Vượt hạn mức được phân cấp' };
const submission = (day: number, to: keyof typeof staff, ground: object | null = null) => ({
  occurredAt: at(day),
  to: place(to),
  proposal: 'Đề nghị phê duyệt',
  ground,
});

describe('submitting upward', () => {
  it('R02 R21 asks for a ground, and the receiver may refuse as within the submitter’s authority: the dossier is back with it', async () => {
    await register('tr-1', 'builder');
    const bare = await act('builder', 'tr-1', 'submit', submission(5, 'chair'));
    expect(bare).toMatchObject({ status: 422, body: { code: 'escalation.ground-missing' } });
    await done('builder', 'tr-1', 'submit', submission(5, 'chair', beyond));
    const refusal = { occurredAt: at(6), reason: 'Việc thuộc thẩm quyền của sở', basis };
    await done('chair', 'tr-1', 'refuse-escalation', refusal);
    await done('chair', 'tr-1', 'refuse-escalation', refusal);
    expect(await timeline('tr-1')).toEqual([
      'dossier.registered',
      'dossier.submitted',
      'escalation.stated',
      'escalation.refused',
      'dossier.returned',
    ]);
    expect(await holderUnits('tr-1')).toEqual([units.construction, units.committee, units.construction]);
    const { items } = await read<Page<SubmissionView>>('/v1/submissions?status=refused&submitter=so-xd');
    expect(items).toMatchObject([
      {
        dossierId: 'tr-1',
        ground: 'beyond-authority',
        receiver: { id: units.committee },
        basis: 'Quy chế làm việc của UBND tỉnh (Điều 8)',
      },
    ]);
  });

  it('R02 records a ground that the matrix contradicts, and the receiver may accept it', async () => {
    await register('tr-2', 'builder');
    await done('builder', 'tr-2', 'submit', submission(5, 'chair', beyond));
    await done('chair', 'tr-2', 'accept-escalation', { occurredAt: at(6), note: 'Liên ngành' });
    const { items } = await read<Page<SubmissionView>>('/v1/submissions?dossier=tr-2');
    expect(items).toMatchObject([{ status: 'accepted', answeredBy: { id: units.committee } }]);
  });

  it('R03 asks the province for the ground when it passes to the Government what it may decide', async () => {
    await register('tw-1', 'chair', { dossierType: 'strategy' });
    const to = { party: { kind: 'unknown' }, unit: units.government };
    const body = { ...submission(5, 'chair'), to };
    expect(await act('chair', 'tw-1', 'submit', body)).toMatchObject({
      status: 422,
      body: { code: 'escalation.ground-missing' },
    });
    await done('chair', 'tw-1', 'submit', { ...body, ground: beyond });
    const { items } = await read<Page<SubmissionView>>(`/v1/submissions?receiver=${units.government}`);
    expect(items).toMatchObject([{ dossierId: 'tw-1', ground: 'beyond-authority' }]);
  });

  it('R07 R20 is blocked by open dissent, until agreeing was tried and failed and that is the ground', async () => {
    await register('tn-1', 'builder');
    const noConsensus = {
      ground: 'no-consensus',
      explanation: 'Đã họp, không thống nhất',
      attempts: ['ph-1'],
      dissents: ['yk-1'],
    };
    const unsupported = await act('builder', 'tn-1', 'submit', submission(6, 'chief', noConsensus));
    expect(unsupported).toMatchObject({ status: 422, body: { code: 'ground.evidence-unknown' } });
    await done('builder', 'tn-1', 'record-coordination', {
      occurredAt: at(5),
      attemptId: 'ph-1',
      units: [units.finance],
      topic: 'Nguồn vốn',
      heldAt: at(5),
      result: 'not-agreed',
    });
    await done('financier', 'tn-1', 'record-dissent', {
      occurredAt: at(5, 9),
      dissentId: 'yk-1',
      unit: units.finance,
      content: 'Chưa rõ nguồn vốn',
    });
    const blocked = await act('builder', 'tn-1', 'submit', submission(6, 'chief', noConsensus));
    expect(blocked).toMatchObject({ status: 409, body: { code: 'submission.open-dissent' } });
    const failed = { occurredAt: at(5, 10), attempts: ['ph-1'], dissents: ['yk-1'], statement: 'Hai bên giữ ý kiến' };
    await done('builder', 'tn-1', 'fail-consensus', failed);
    await done('builder', 'tn-1', 'submit', submission(6, 'chief', noConsensus));
    const { items } = await read<Page<SubmissionView>>('/v1/submissions?ground=no-consensus');
    expect(items).toMatchObject([{ dossierId: 'tn-1', openDissents: 1 }]);
  });

  it('R20 lets pass what was settled', async () => {
    await register('tn-2', 'builder', { dossierType: 'other' });
    await done('builder', 'tn-2', 'record-dissent', {
      occurredAt: at(5),
      unit: units.finance,
      content: 'Chưa rõ quy mô',
    });
    expect((await act('builder', 'tn-2', 'submit', submission(6, 'chief'))).status).toBe(409);
    await done('builder', 'tn-2', 'resolve-dissent', {
      occurredAt: at(5, 9),
      dissentId: '1',
      resolution: 'Bổ sung thuyết minh',
    });
    await done('builder', 'tn-2', 'submit', submission(6, 'chief'));
  });
});

describe('passing sideways', () => {
  const handing = (day: number, to: keyof typeof staff, ground: object | null = null) => ({
    occurredAt: at(day),
    to: place(to),
    reason: 'Chuyển xử lý',
    ground,
  });

  it('R04 asks for a ground of who passes on a matter of its own, and never of who distributes', async () => {
    await register('ng-1', 'clerk');
    await done('clerk', 'ng-1', 'hand-off', handing(4, 'builder'));
    const bare = await act('builder', 'ng-1', 'hand-off', handing(5, 'financier'));
    expect(bare).toMatchObject({ status: 422, body: { code: 'transfer.ground-missing' } });
    const direction = { ground: 'direction', explanation: 'Theo chỉ đạo', direction: { number: '9', symbol: 'UBND' } };
    await done('builder', 'ng-1', 'hand-off', handing(5, 'financier', direction));
    const { items } = await read<Page<SubmissionView>>('/v1/submissions?dossier=ng-1');
    expect(items).toMatchObject([{ by: 'hand-off', submitter: { id: units.construction }, ground: 'direction' }]);
  });

  it('R05 lets nobody work on another body’s matter, unless assigned to coordinate', async () => {
    await register('ng-2', 'builder');
    const step = { occurredAt: at(6), step: 'Thẩm định nguồn vốn' };
    expect(await act('financier', 'ng-2', 'perform-step', step)).toMatchObject({
      body: { code: 'step.unit-not-involved' },
    });
    const responsible = { kind: 'officer', id: staff.builder.sub };
    await done('builder', 'ng-2', 'assign', {
      occurredAt: at(5),
      leadUnit: units.construction,
      coordinators: [units.finance],
      responsible,
    });
    await done('financier', 'ng-2', 'perform-step', step);
  });

  it('R06 R10 returns promptly with the right unit, and shows a dossier going round in circles', async () => {
    await register('vong-1', 'clerk', { dossierType: 'feedback' });
    await done('clerk', 'vong-1', 'hand-off', handing(4, 'home'));
    await done('home', 'vong-1', 'return', {
      occurredAt: at(4, 15),
      to: place('clerk'),
      reason: 'Không thuộc chức năng',
      basis,
      rightUnit: units.finance,
    });
    await done('clerk', 'vong-1', 'hand-off', handing(5, 'financier'));
    await done('financier', 'vong-1', 'hand-off', handing(6, 'home'));
    const returned = (await read<Page<TimelineEntry>>('/v1/dossiers/vong-1/timeline')).items[2];
    expect(returned).toMatchObject({ type: 'dossier.returned', data: { rightUnit: units.finance } });
    const { items } = await read<Page<CirculationView>>('/v1/circulation');
    expect(items.find(({ dossierId }) => dossierId === 'vong-1')).toMatchObject({
      hops: 4,
      circular: true,
      visited: [units.desk, units.home, units.desk, units.finance, units.home].map((id) => ({ id })),
    });
    const pairs = await read<readonly PingPongView[]>('/v1/circulation/ping-pong');
    expect(pairs.find(({ via }) => via.id === units.home)).toMatchObject({
      from: { id: units.desk },
      times: 1,
      withoutSubstance: 1,
      byReturn: 1,
    });
  });
});

describe('the gate of the Office', () => {
  const checklist = (met: boolean) => ({ checklist: [{ item: 'Ý kiến Sở Tài chính', met }] });
  const up = (day: number) => ({ occurredAt: at(day), to: place('chair'), proposal: 'Kính trình' });

  it('R22 forwards nothing unchecked, returns with defects, forwards the better second try, and keeps the rate', async () => {
    await register('vp-1', 'home', { dossierType: 'other' });
    await done('home', 'vp-1', 'submit', submission(5, 'chief'));
    expect(await act('chief', 'vp-1', 'forward-submission', up(6))).toMatchObject({
      status: 409,
      body: { code: 'submission.unchecked' },
    });
    expect(await act('chief', 'vp-1', 'submit', { ...up(6) })).toMatchObject({
      status: 409,
      body: { code: 'submission.unchecked' },
    });
    await done('chief', 'vp-1', 'check-submission', { occurredAt: at(6), ...checklist(false) });
    await done('chief', 'vp-1', 'return-submission', {
      occurredAt: at(6, 9),
      defects: ['Thiếu ý kiến Sở Tài chính'],
      basis,
    });
    await done('home', 'vp-1', 'submit', submission(7, 'chief'));
    await done('chief', 'vp-1', 'check-submission', { occurredAt: at(8), ...checklist(true) });
    await done('chief', 'vp-1', 'forward-submission', up(8));
    expect(await holderUnits('vp-1')).toEqual([units.home, units.office, units.home, units.office, units.committee]);
    const { items } = await read<Page<SubmissionView>>('/v1/submissions?dossier=vp-1');
    expect(items).toMatchObject([
      { ordinal: 1, status: 'forwarded', defects: [] },
      { ordinal: 0, status: 'returned', defects: ['Thiếu ý kiến Sở Tài chính'] },
    ]);
    const rates = await read<readonly FirstPassView[]>('/v1/submissions/first-pass');
    expect(rates).toContainEqual(
      expect.objectContaining({
        submitter: { id: units.home, name: units.home },
        firstPass: { numerator: 0, denominator: 1, share: null, interval: null },
        returns: 1,
      }),
    );
  });

  it('R22 records what goes on although defective as the Office’s own answer', async () => {
    await register('vp-2', 'home', { dossierType: 'other' });
    await done('home', 'vp-2', 'submit', submission(5, 'chief'));
    await done('chief', 'vp-2', 'check-submission', { occurredAt: at(6), ...checklist(false) });
    await done('chief', 'vp-2', 'forward-submission', up(6));
    const { items } = await read<Page<SubmissionView>>('/v1/submissions?dossier=vp-2');
    expect(items).toMatchObject([
      { gate: { id: units.office }, gateOutcome: 'forwarded', defects: ['Ý kiến Sở Tài chính'] },
    ]);
  });
});

describe('handling', () => {
  it('R35 counts levels of review per unit, never per person', async () => {
    await register('dv-1', 'builder');
    for (const level of [1, 2]) {
      const body = { occurredAt: at(5, 8 + level), document: 'Dự thảo tờ trình', level, changed: level === 2 };
      await done('builder', 'dv-1', 'pass-review-level', body);
    }
    const depths = await read<readonly ReviewDepthView[]>('/v1/submissions/review-depth');
    expect(depths).toEqual([
      {
        unit: { id: units.construction, name: units.construction },
        documents: 1,
        levels: 2,
        deepest: 2,
        valueFree: { numerator: 1, denominator: 2, share: null, interval: null },
      },
    ]);
  });

  it('R62 counts requests for more papers and keeps the apology with its new appointment', async () => {
    await register('dan-1', 'clerk', { dossierType: 'feedback' });
    await done('clerk', 'dan-1', 'request-supplement', { occurredAt: at(5), papers: ['Bản vẽ'], reason: 'Thiếu' });
    await done('clerk', 'dan-1', 'request-supplement', {
      occurredAt: at(6),
      papers: ['Giấy ủy quyền'],
      reason: 'Thiếu',
    });
    const apology = { occurredAt: at(7), reason: 'Chờ đo đạc', newAppointment: at(12) };
    expect(await act('clerk', 'dan-1', 'issue-apology', { ...apology, newAppointment: at(6) })).toMatchObject({
      status: 422,
    });
    await done('clerk', 'dan-1', 'issue-apology', apology);
    const { items } = await read<Page<TimelineEntry>>('/v1/dossiers/dan-1/timeline');
    expect(items.slice(1).map(({ type, data }) => [type, data['ordinal'] ?? data['newAppointment']])).toEqual([
      ['supplement.requested', 1],
      ['supplement.requested', 2],
      ['apology.issued', '2025-08-12T01:00:00.000Z'],
    ]);
  });

  it('R64 records who refuses to process, and a written objection to an order', async () => {
    await register('tc-1', 'financier', { dossierType: 'feedback' });
    await done('chair', 'tc-1', 'refuse-processing', {
      occurredAt: at(6),
      reason: 'Không nhận việc',
      recordedFor: { kind: 'officer', id: staff.financier.sub },
    });
    expect(await act('home', 'tc-1', 'refuse-processing', { occurredAt: at(6), reason: 'x' })).toMatchObject({
      status: 403,
    });
    await done('financier', 'tc-1', 'record-objection', {
      occurredAt: at(7),
      order: 'Cấp ngay',
      grounds: 'Chưa đủ điều kiện',
    });
    expect((await timeline('tc-1')).slice(1)).toEqual(['processing.refused', 'objection.recorded']);
  });

  it('R21 moves the dossier’s tag for If-Match with every such act', async () => {
    await register('et-1', 'builder');
    await done('builder', 'et-1', 'request-supplement', { occurredAt: at(5), papers: ['Bản vẽ'], reason: 'Thiếu' });
    expect((await read<DossierDetail>('/v1/dossiers/et-1')).revision).toBe(1);
    const stale = await by.builder.post<Problem>(
      '/v1/dossiers/et-1/request-supplement',
      { occurredAt: at(6), papers: ['Khác'], reason: 'Thiếu' },
      { headers: { 'if-match': '"0"' } },
    );
    expect(stale.status).toBe(412);
  });
});

describe('exports', () => {
  const whole = async (parts: AsyncIterable<string>): Promise<string> => {
    let text = '';
    for await (const part of parts) text += part;
    return text;
  };

  it('R21 tell what was done between the moves, in OCEL that its schema accepts, and in XES', async () => {
    const snapshot = await LedgerSnapshot.take(api.deps.store, { dossier: 'tn-1' });
    const ocel = JSON.parse(await whole(ledgerAsOcel(snapshot))) as {
      readonly events: readonly {
        readonly type: string;
        readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[];
      }[];
      readonly objects: readonly { readonly id: string }[];
    };
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const schema = JSON.parse(await readFile(join(root, 'test/fixtures/ocel2.schema.json'), 'utf8')) as object;
    const validate = ajv.compile(schema);
    expect([validate(ocel), validate.errors]).toEqual([true, null]);
    expect(ocel.events.map(({ type }) => type)).toEqual([
      'dossier.registered',
      'coordination.attempted',
      'dissent.recorded',
      'consensus.failed',
      'dossier.submitted',
      'escalation.stated',
    ]);
    expect(ocel.events[2]?.relationships).toContainEqual({ objectId: 'unit:so-tc', qualifier: 'dissenter' });
    const ids = new Set(ocel.objects.map(({ id }) => id));
    expect(
      ocel.events.flatMap(({ relationships }) => relationships).filter(({ objectId }) => !ids.has(objectId)),
    ).toEqual([]);
    expect(await whole(ledgerAsXes(snapshot))).toContain('<string key="eventType" value="escalation.stated"/>');
  });
});
