import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '#contracts/problem.ts';
import type {
  BindingView,
  DisseminationCoverageList,
  InstrumentList,
  RulesInForce,
  RuleView,
} from '#contracts/rulebook-views.ts';
import type { Page } from '#contracts/views.ts';
import { administrator, clerk, establishOffice, expert, head, units } from './office.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';

/** Monday 4 August 2025, 09:00 in Vietnam, until a test moves it. */
const clock = { time: '2025-08-04T02:00:00.000Z', now: (): string => clock.time };

let api: RunningApi;
let admin: Caller;
let atHead: Caller;

beforeAll(async () => {
  api = await runApi({ clock });
  await establishOffice(api);
  [admin, atHead] = await Promise.all([api.as(administrator), api.as(head)]);
  expect(await admin.post('/v1/rulebook/versions', {})).toMatchObject({ status: 201, body: { revision: 0 } });
  await bind('an-lao-2023', units.department);
  await bind('ct-02-2018-kon-tum', units.desk);
  await bind('kon-tum-2024', units.desk);
});
afterAll(() => api.stop());

const bind = async (instrumentId: string, unitId: string, changes: object = {}): Promise<void> => {
  const binding = { bindingId: `${instrumentId}.${unitId}`, instrumentId, unitId, withSubordinates: false };
  const body = { ...binding, from: '2024-01-01T00:00:00+07:00', ...changes };
  const answer = await admin.post<unknown>('/v1/rulebook/bindings', body);
  expect(answer).toMatchObject({ status: 201, body: { id: `${instrumentId}.${unitId}` } });
};
const inForce = async (unit: string, at: string): Promise<RulesInForce> => {
  const { status, body } = await atHead.get<RulesInForce>(`/v1/rulebook/in-force?unit=${unit}&at=${at}`);
  expect(status).toBe(200);
  return body;
};
const rule = async (obligation: string, unit: string, at: string): Promise<RuleView | null> =>
  (await inForce(unit, at)).items.find((found) => found.obligation === obligation) ?? null;

describe('the rulebook in force', () => {
  it('R19 R17 has deemed consent bind where An Lão’s letter binds, and not where it does not', async () => {
    expect(await rule('R17', units.department, '2025-07-31')).toEqual({
      obligation: 'R17',
      clause: '§1.3',
      instrumentId: 'an-lao-2023',
      instrument: 'công văn …/UBND-VP (Chủ tịch UBND huyện An Lão)',
      parameters: {},
      rulebookVersion: 1,
    });
    expect(await rule('R17', units.desk, '2025-07-31')).toBeNull();
    expect(await rule('R17', units.province, '2025-07-31')).toBeNull();
    expect(await rule('R15', units.desk, '2025-07-31')).toMatchObject({ instrumentId: 'kon-tum-2024' });
  });

  it('R19 answers for the caller’s own unit now when nothing else is asked', async () => {
    const { body } = await atHead.get<RulesInForce>('/v1/rulebook/in-force');
    expect(body).toMatchObject({ unit: { id: units.department }, at: clock.time, rulebookVersion: 1 });
  });

  it('R70 lets the directive take the place of the one of 2018 from its first day, and judges what came before by the old one', async () => {
    const instruments = async (at: string): Promise<readonly string[]> => {
      const list = await atHead.get<InstrumentList>(`/v1/rulebook/instruments?at=${at}`);
      expect(list.body.items.some(({ replaces }) => replaces.includes('ct-02-2018-kon-tum'))).toBe(true);
      const coverage = await atHead.get<DisseminationCoverageList>(`/v1/rulebook/disseminations?at=${at}`);
      return coverage.body.items
        .filter(({ units: bound }) => bound.some(({ unit }) => unit.id === units.desk))
        .map(({ instrumentId }) => instrumentId);
    };
    expect(await instruments('2024-12-31')).toEqual(['ct-02-2018-kon-tum']);
    expect(await instruments('2025-01-01')).toEqual(['kon-tum-2024']);
    expect(await rule('R26', units.desk, '2024-12-31')).toBeNull();
    expect(await rule('R26', units.desk, '2025-01-01')).toMatchObject({ clause: '§1c' });
  });

  it('R05 shows the exceptions where they are written, and only there', async () => {
    expect((await rule('R05', units.desk, '2025-07-31'))?.parameters).toEqual({ exceptionsWritten: true });
    expect((await rule('R05', units.department, '2025-07-31'))?.parameters).toEqual({});
  });

  it('R19 ends with its binding; one undone from its beginning never bound anybody', async () => {
    await bind('dak-lak-2023', units.province, { from: '2025-03-01T00:00:00+07:00' });
    await bind('cv-3239-2024-kon-tum', units.province, { from: '2025-03-01T00:00:00+07:00' });
    const end = (binding: string, to: string) =>
      admin.post(`/v1/rulebook/bindings/${binding}.${units.province}/end`, { to, reason: 'Nhầm tỉnh' });
    expect(await end('dak-lak-2023', '2025-06-01T00:00:00+07:00')).toMatchObject({ status: 200 });
    expect(await end('cv-3239-2024-kon-tum', '2025-03-01T00:00:00+07:00')).toMatchObject({ status: 200 });
    expect(await rule('R10', units.province, '2025-05-31')).not.toBeNull();
    expect(await rule('R10', units.province, '2025-06-01')).toBeNull();
    expect(await rule('R72', units.province, '2025-05-31')).toBeNull();
    const { body } = await atHead.get<Page<BindingView>>(`/v1/rulebook/bindings?unit=${units.province}&limit=1`);
    expect(body.items).toMatchObject([{ bindingId: `dak-lak-2023.${units.province}`, to: '2025-05-31T17:00:00.000Z' }]);
    const rest = await atHead.get<Page<BindingView>>(
      `/v1/rulebook/bindings?unit=${units.province}&limit=1&cursor=${body.next ?? ''}`,
    );
    expect(rest.body).toMatchObject({ items: [{ instrumentId: 'cv-3239-2024-kon-tum' }], next: null });
  });
});

const letter = (changes: object = {}) => ({
  id: 'an-lao-2023',
  kind: 'công văn',
  number: null,
  symbol: 'UBND-VP',
  issuer: 'Chủ tịch UBND huyện',
  issuedOn: null,
  title: 'Bản sửa',
  territory: 'huyện',
  validFrom: '2024-01-01',
  validTo: null,
  replaces: [],
  cites: [],
  certainty: 'V',
  clauses: [{ clause: '§9', duties: { R06: { returnWorkingDays: 3 } } }],
  ...changes,
});

describe('a new version', () => {
  it('R19 R70 published later does not judge what happened earlier, whatever it claims', async () => {
    const version = { instruments: [letter()], source: 'Tờ trình 2' };
    expect(
      await admin.post<Problem>('/v1/rulebook/versions', { ...version, effectiveFrom: '2025-08-04T08:59:59+07:00' }),
    ).toMatchObject({ status: 422, body: { code: 'rulebook.reaches-back' } });

    const before = await inForce(units.department, '2025-08-31');
    const effectiveFrom = '2025-09-01T00:00:00+07:00';
    expect(await admin.post('/v1/rulebook/versions', { ...version, effectiveFrom })).toMatchObject({ status: 201 });
    expect(await inForce(units.department, '2025-08-31')).toEqual(before);
    expect(await inForce(units.department, '2025-09-01')).toMatchObject({
      rulebookVersion: 2,
      items: [{ obligation: 'R06', clause: '§9', parameters: { returnWorkingDays: 3 }, rulebookVersion: 2 }],
    });
  });

  it('R19 is none when it says the same again', async () => {
    const version = { instruments: [letter()], source: 'Tờ trình 2' };
    const again = await admin.post('/v1/rulebook/versions', version);
    expect(again.status).toBe(201);
    expect((await inForce(units.department, '2025-09-01')).rulebookVersion).toBe(2);
  });

  it('R19 is refused whole, every fault named where it is', async () => {
    const faulty = [
      letter({ validFrom: '2024-02-30', clauses: [{ clause: '§1', duties: { R06: { returnHours: 1 }, R99: {} } }] }),
      letter({ id: 'other', colour: 'red' }),
    ];
    const { status, body } = await admin.post<Problem>('/v1/rulebook/versions', { instruments: faulty, source: 'x' });
    expect({ status, paths: body.faults?.map(({ path }) => path) }).toEqual({
      status: 422,
      paths: [
        'instruments.0.validFrom',
        'instruments.0.clauses.0.duties.R06.returnHours',
        'instruments.0.clauses.0.duties.R99',
        'instruments.1.colour',
      ],
    });
    expect((await inForce(units.department, '2025-09-01')).rulebookVersion).toBe(2);
  });

  it('R19 is for administrators; so is what it binds', async () => {
    for (const path of ['/v1/rulebook/versions', '/v1/rulebook/bindings']) {
      expect(await atHead.post<Problem>(path, {})).toMatchObject({ status: 403, body: { code: 'auth.role-missing' } });
    }
  });
});

describe('a binding', () => {
  const asked = (changes: object) =>
    admin.post<Problem>('/v1/rulebook/bindings', {
      instrumentId: 'an-lao-2023',
      unitId: units.department,
      withSubordinates: false,
      from: '2025-08-01T00:00:00+07:00',
      ...changes,
    });

  it.each([
    ['an instrument nobody wrote', { instrumentId: 'none' }, 422, 'rulebook.instrument-unknown'],
    ['a unit nobody founded', { unitId: 'none' }, 422, 'unit.unknown'],
    [
      'a unit before its beginning',
      { from: '2023-12-31T00:00:00+07:00', to: '2024-01-01T00:00:00+07:00' },
      422,
      'unit.not-in-office',
    ],
    ['an empty time', { to: '2025-08-01T00:00:00+07:00' }, 422, 'period.empty'],
    ['what is bound already', {}, 409, 'rulebook.already-bound'],
  ] as const)('R19 is refused for %s', async (...[, changes, status, code]) => {
    expect(await asked(changes)).toMatchObject({ status, body: { code } });
  });
});

describe('dissemination', () => {
  const session = {
    disseminationId: 'qt-1',
    instrumentId: 'an-lao-2023',
    unitId: units.department,
    heldAt: '2025-08-04T08:00:00+07:00',
    attendees: [expert.sub],
    document: 'BB-07',
  };
  const coverage = async (at: string): Promise<unknown> => {
    const path = `/v1/rulebook/disseminations?instrument=an-lao-2023&at=${at}`;
    const { body } = await atHead.get<DisseminationCoverageList>(path);
    return body.items.map(({ bound, reached, units: rows }) => ({ bound, reached, units: rows }));
  };

  it('R79 counts the units an instrument binds and those it was made known in', async () => {
    const unit = { id: units.department, name: 'Sở Nội vụ' };
    expect(await coverage('2025-08-04')).toEqual([
      { bound: 1, reached: 0, units: [{ unit, sessions: 0, firstHeldAt: null }] },
    ]);
    expect(await atHead.post('/v1/rulebook/disseminations', session)).toMatchObject({
      status: 201,
      body: { id: 'qt-1' },
    });
    expect(await coverage('2025-08-03')).toMatchObject([{ bound: 1, reached: 0 }]);
    expect(await coverage('2025-08-04')).toEqual([
      { bound: 1, reached: 1, units: [{ unit, sessions: 1, firstHeldAt: '2025-08-04T01:00:00.000Z' }] },
    ]);
    expect(await atHead.post('/v1/rulebook/disseminations', session)).toMatchObject({
      status: 201,
      body: { revision: 0 },
    });
  });

  it('R79 is recorded by the unit or one above it, of people who exist, about what has happened', async () => {
    const hold = async (changes: object, caller = atHead) => {
      const { status, body } = await caller.post<Problem>('/v1/rulebook/disseminations', {
        ...session,
        disseminationId: 'qt-2',
        ...changes,
      });
      return [status, body.code];
    };
    expect(await hold({}, await api.as(clerk))).toEqual([403, 'case.not-yours']);
    expect(await hold({ attendees: ['nobody'] })).toEqual([422, 'case.officer-unknown']);
    expect(await hold({ heldAt: '2025-08-04T09:00:01+07:00' })).toEqual([422, 'act.in-future']);
    expect(await hold({ instrumentId: 'none' })).toEqual([422, 'rulebook.instrument-unknown']);
    expect(await hold({ disseminationId: 'qt-1', document: 'BB-08' })).toEqual([409, 'case.id-taken']);
  });
});
