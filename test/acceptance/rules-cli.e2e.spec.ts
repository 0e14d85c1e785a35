import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InstrumentList, RulesInForce } from '#contracts/rulebook-views.ts';
import { runCli } from '../../apps/cli/src/program.ts';
import { administrator, clerk, establishOffice, expert, head, units } from './office.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let folder: string;

type Ended = { readonly code: number; readonly lines: readonly string[]; readonly notes: readonly string[] };

/** The command line on the ledger of the running API. */
const ledger = async (...args: readonly string[]): Promise<Ended> => {
  const [lines, notes]: [string[], string[]] = [[], []];
  const code = await runCli(args, {
    output: {
      line: (text = '') => void lines.push(text),
      json: (value) => void lines.push(JSON.stringify(value)),
      note: (text) => void notes.push(text),
      progress: () => ({ advance: () => undefined, end: () => undefined }),
    },
    env: {
      DATABASE_URL: api.database.ownerUrl,
      LEDGER_APP_DATABASE_URL: api.database.appUrl,
      LEDGER_DATA_DIR: folder,
    },
    stop: new AbortController().signal,
  });
  return { code, lines, notes };
};
const json = async <T>(...args: readonly string[]): Promise<T> => {
  const { code, lines, notes } = await ledger(...args, '--json');
  expect({ code, notes }).toEqual({ code: 0, notes: [] });
  return JSON.parse(lines.join('\n')) as T;
};
const eventsStored = async (): Promise<bigint> => api.deps.store.headPosition();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-rules-'));
  api = await runApi();
  await establishOffice(api);
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('ledger rules', () => {
  it('R19 says that there is no rulebook yet, and what to run', async () => {
    expect((await ledger('rules')).lines.join('\n')).toContain('ledger rules publish');
    expect((await ledger('rules', '--unit', units.department)).lines.join('\n')).toContain('ledger rules publish');
  });

  it('R19 publishes the product’s rulebook once, and says so the second time', async () => {
    expect(await json('rules', 'publish')).toEqual({ version: 1, what: 'published' });
    expect(await json('rules', 'publish')).toEqual({ version: 1, what: 'known' });
    const list = await json<InstrumentList>('rules', '--at', '2025-07-31');
    expect(list.items.map(({ instrumentId }) => instrumentId)).toContain('an-lao-2023');
  });

  it('R19 R17 shows what is in force for a unit at a moment, once it is bound', async () => {
    const bound = ['--instrument', 'an-lao-2023', '--unit', units.department, '--from', '2024-01-01'];
    expect(await ledger('rules', 'bind', ...bound)).toMatchObject({ code: 0, notes: [] });
    const again = await ledger('rules', 'bind', ...bound, '--with-subordinates');
    expect(again).toMatchObject({ code: 1, lines: [] });
    expect(again.notes.join('\n')).toMatch(/Mã .* đã dùng[^]*Id .* is taken/);

    const found = await json<RulesInForce>('rules', '--unit', units.department, '--at', '2025-07-31');
    expect(found.items).toContainEqual(
      expect.objectContaining({ obligation: 'R17', clause: '§1.3', instrumentId: 'an-lao-2023', rulebookVersion: 1 }),
    );
    expect((await json<RulesInForce>('rules', '--unit', units.desk, '--at', '2025-07-31')).items).toEqual([]);
    const shown = await ledger('rules', '--unit', units.department, '--at', '2025-07-31');
    expect(shown.lines.join('\n')).toMatch(
      /Sở Nội vụ, 31\/07\/2025 23:59[^]*R06 +§1\.2 +an-lao-2023 .*returnWorkingDays=1/,
    );
  });

  it('R19 refuses a faulty file whole, naming every fault', async () => {
    const file = join(folder, 'own.yaml');
    await writeFile(file, '- id: own\n  validFrom: 2025-02-30\n');
    const before = await eventsStored();
    const faulty = await ledger('rules', 'publish', '--file', file, '--source', 'Tờ trình 3');
    expect(faulty.code).toBe(2);
    expect(faulty.notes.join('\n')).toContain('own.yaml.0.issuer: is required');
    expect(faulty.notes.join('\n')).toContain('own.yaml.0.validFrom: is not a real day');
    expect((await ledger('rules', 'publish', '--file', file)).code).toBe(2);
    expect(await eventsStored()).toBe(before);
  });

  it('R19 explains itself in both languages', async () => {
    for (const args of [['rules'], ['rules', 'publish'], ['rules', 'bind'], ['rules', 'simulate'], ['authority']]) {
      const { code, lines } = await ledger(...args, '--help');
      expect({ args, code }).toEqual({ args, code: 0 });
      expect(lines.join('\n')).toMatch(/Cách dùng \/ Usage:[^]*hiển thị trợ giúp \/ show help/);
    }
    expect((await ledger('rules', 'bind', '--unit', units.desk)).code).toBe(2);
  });
});

describe('ledger rules simulate', () => {
  type Simulation = { stored: boolean; before: number; after: number; appearing: object[]; disappearing: object[] };

  /** Received on Monday 4 August, sent back on Thursday: late by a limit of one working day, not by one of three. */
  beforeAll(async () => {
    const [atDesk, atExpert] = await Promise.all([api.as(clerk), api.as(expert)]);
    const register = await atDesk.post('/v1/dossiers', {
      dossierId: 'HS-0001',
      occurredAt: '2025-08-04T08:00:00+07:00',
      issuer: 'UBND xã An Lạc',
      number: '123',
      symbol: 'TTr-UBND',
      subject: 'Đề nghị phê duyệt',
      dossierType: 'land-allocation',
      urgency: 'normal',
      secrecy: 'none',
      receivedAt: '2025-08-04T08:00:00+07:00',
      deadline: '2025-08-29T17:00:00+07:00',
      holder: { party: { kind: 'officer', id: clerk.sub }, unit: units.desk },
    });
    const handOff = await atDesk.post('/v1/dossiers/HS-0001/hand-off', {
      occurredAt: '2025-08-04T10:00:00+07:00',
      to: { party: { kind: 'officer', id: expert.sub }, unit: units.department },
      reason: 'Chuyển xử lý',
    });
    const back = await atExpert.post('/v1/dossiers/HS-0001/return', {
      occurredAt: '2025-08-07T10:00:00+07:00',
      to: { party: { kind: 'officer', id: clerk.sub }, unit: units.desk },
      reason: 'Không thuộc chức năng',
      basis: { text: 'Quy chế làm việc', clause: 'Điều 8' },
      rightUnit: units.province,
    });
    expect([register.status, handOff.status, { status: back.status, body: back.body }]).toEqual([
      201,
      200,
      { status: 200, body: expect.anything() },
    ]);
  });

  const simulate = (...args: readonly string[]): Promise<Simulation> =>
    json('rules', 'simulate', '--obligation', 'R06', ...args);

  it('R19 R06 shows which candidates another limit would have removed, and stores nothing', async () => {
    const before = await eventsStored();
    const found = await simulate('--set', 'returnWorkingDays=3', '--unit', units.department);
    expect(found).toMatchObject({
      stored: false,
      appearing: [],
      disappearing: [
        { kind: 'late-return', subject: 'dossier-HS-0001', unit: units.department, clause: 'R06 an-lao-2023 §1.2' },
      ],
    });
    expect(found.before - found.after).toBe(1);
    const said = await ledger('rules', 'simulate', '--obligation', 'R06', '--set', 'returnWorkingDays=3');
    expect(said.lines.join('\n')).toMatch(
      /Không còn[^]*dossier-HS-0001[^]*không ghi gì vào sổ cái[^]*nothing was stored/,
    );
    expect(said.lines.join('\n')).not.toMatch(/cb-|Trần Thị Bình/);
    expect(await eventsStored()).toBe(before);
    const inForce = await json<RulesInForce>('rules', '--unit', units.department, '--at', '2025-08-07');
    expect(inForce.items.find(({ obligation }) => obligation === 'R06')?.parameters).toMatchObject({
      returnWorkingDays: 1,
    });
  });

  it('R19 finds no difference where the value is the same, and none outside the days asked', async () => {
    expect(await simulate('--set', 'returnWorkingDays=1')).toMatchObject({ appearing: [], disappearing: [] });
    const elsewhen = await simulate('--set', 'returnWorkingDays=3', '--from', '2025-08-08', '--to', '2025-08-31');
    expect(elsewhen.disappearing).toEqual([]);
    const then = await simulate('--set', 'returnWorkingDays=3', '--from', '2025-08-07', '--to', '2025-08-07');
    expect(then.disappearing).toHaveLength(1);
  });

  it.each([
    ['a parameter no rule reads', 'returnHours=3', /R06 has no parameter returnHours/],
    ['a value out of range', 'returnWorkingDays=99', /must be 0–60/],
    ['no value', 'returnWorkingDays', /Must be name=number/],
  ])('R19 refuses %s', async (_case, set, expected) => {
    const refused = await ledger('rules', 'simulate', '--obligation', 'R06', '--set', set);
    expect(refused.code).toBe(2);
    expect(refused.notes.join('\n')).toMatch(expected);
  });
});

describe('ledger authority', () => {
  it('R01 R09 shows matrix and register together', async () => {
    const admin = await api.as(administrator);
    const from = '2025-01-01T00:00:00+07:00';
    const basis = { text: 'Quy chế làm việc', clause: 'Điều 8' };
    const cell = { matterKind: 'land-allocation', unitId: units.department, power: 'decide', validFrom: from, basis };
    expect(await admin.post('/v1/authorities', cell)).toMatchObject({ status: 201 });
    const grant = {
      unitId: units.department,
      delegator: head.sub,
      delegate: expert.sub,
      scope: 'land-allocation',
      document: '12/GUQ-SNV',
      validFrom: from,
      validTo: '2025-07-01T00:00:00+07:00',
    };
    expect(await admin.post('/v1/delegations', grant)).toMatchObject({ status: 201 });
    const shown = (await ledger('authority', '--at', '2025-07-31', '--unit', units.department)).lines.join('\n');
    expect(shown).toMatch(/land-allocation +Sở Nội vụ +quyết định[^]*Sổ ủy quyền[^]*Trần Thị Bình[^]*đã hết hạn/);
    const none = (await ledger('authority', '--matter', 'budget', '--unit', units.desk)).lines.join('\n');
    expect(none).toMatch(/The matrix is silent[^]*None/);
  });
});

describe('a rulebook of one’s own', () => {
  it('R19 is published from files, judges from now on, and is not replaced by the product’s', async () => {
    const file = join(folder, 'own.yaml');
    const instrument = {
      id: 'an-lao-2023',
      kind: 'công văn',
      number: '15',
      symbol: 'UBND-VP',
      issuer: 'UBND tỉnh Sơn Hà',
      issuedOn: '2024-06-20',
      title: 'Chấn chỉnh',
      territory: 'tỉnh',
      validFrom: '2024-07-01',
      validTo: null,
      replaces: [],
      cites: [],
      certainty: 'V',
      clauses: [{ clause: '§7', duties: { R06: { returnWorkingDays: 2 } } }],
    };
    // JSON is YAML.
    await writeFile(file, JSON.stringify([instrument]));
    const before = await json<RulesInForce>('rules', '--unit', units.department, '--at', '2025-07-31');
    const own = ['rules', 'publish', '--file', file, '--source', 'Tờ trình 3'];
    expect(await json(...own)).toEqual({ version: 2, what: 'published' });
    expect(await json(...own)).toEqual({ version: 2, what: 'known' });
    expect(await json('rules', 'publish')).toEqual({ version: 2, what: 'kept' });
    expect(await json<RulesInForce>('rules', '--unit', units.department, '--at', '2025-07-31')).toEqual(before);
    const now = await json<RulesInForce>('rules', '--unit', units.department);
    expect(now.items).toMatchObject([{ obligation: 'R06', clause: '§7', rulebookVersion: 2 }]);
    const backwards = await ledger('rules', 'publish', '--file', file, '--source', 'Khác', '--from', '2025-01-01');
    expect(backwards).toMatchObject({ code: 1, lines: [] });
    expect(backwards.notes.join('\n')).toContain('new rules do not judge the past');
  });
});
