import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../apps/cli/src/program.ts';
import type {
  ConsultationDetail,
  ConsultationSummary,
  DeemedConsent,
  Responsiveness,
} from '#contracts/consultation-views.ts';
import type { Problem } from '#contracts/problem.ts';
import type { Page, Receipt } from '#contracts/views.ts';
import { administrator } from './office.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { establishTaskOffice, type Name, type TaskOffice } from './task-office.ts';

const begin = '2025-07-01T01:00:00.000Z';
/** The ledger's clock, moved by the tests. */
const clock = { time: begin, now: (): string => clock.time };

let api: RunningApi;
let office: TaskOffice;
/** What the rulebook calls letter 001, which makes silence consent; it binds Sở Tài chính alone. */
const letter = 'an-lao-2023';

beforeAll(async () => {
  api = await runApi({ clock });
  office = await establishTaskOffice(api);
  const admin = await api.as(administrator);
  const since = '2024-01-01T00:00:00+07:00';
  const binding = { instrumentId: letter, unitId: 'stc', withSubordinates: true, from: since };
  for (const [path, body] of [
    ['versions', { effectiveFrom: since }],
    ['bindings', binding],
  ] as const) {
    const answer = await admin.post<unknown>(`/v1/rulebook/${path}`, body);
    expect({ path, ...answer }).toMatchObject({ path, status: 201 });
  }
});
afterAll(() => api.stop());
beforeEach(() => {
  clock.time = begin;
});

/** It is so late, and everything that fell due by then is recorded. */
const itIs = async (moment: string): Promise<void> => {
  clock.time = new Date(moment).toISOString();
  await api.letTimePass();
};
const act = async (who: Name, path: string, body: object): Promise<{ status: number; code: unknown }> => {
  const { status, body: answer } = await office[who].post<Receipt & Problem>(`/v1/consultations${path}`, body);
  return { status, code: status < 300 ? null : answer.code };
};
const done = async (who: Name, path: string, body: object): Promise<void> => {
  expect({ path, ...(await act(who, path, body)) }).toEqual({ path, status: path === '' ? 201 : 200, code: null });
};
const ask = async <T>(path: string): Promise<T> => {
  await api.letTimePass();
  const { status, body } = await office['chanh-vp'].get<T>(`/v1/${path}`);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body;
};
const one = (id: string): Promise<ConsultationDetail> => ask<ConsultationDetail>(`consultations/${id}`);
const of = async (id: string, unit = 'stc') =>
  (await one(id)).addressees.find((addressee) => addressee.unit.id === unit);

const officer = (id: string) => ({ kind: 'officer', id });
const signedBy = (signer: Name, drafter: Name = signer) => ({
  drafter: officer(drafter),
  signer: officer(signer),
  capacity: 'own',
});
/** Asked on Tuesday 1 July, to be answered by the end of Friday 4 July 2025. */
const dueAt = '2025-07-04T16:59:59.999Z';
const request = {
  requester: 'sxd',
  subject: 'Quy hoạch chi tiết khu dân cư',
  questions: [
    { questionId: 'c1', text: 'Nguồn vốn' },
    { questionId: 'c2', text: 'Giá đất' },
  ],
  addressees: [{ unit: 'stc', relevance: 'Quản lý giá', legalBasis: { text: 'Luật Đất đai', clause: 'Điều 43' } }],
  term: { kind: 'working-days', days: 3 },
  signature: signedBy('giam-doc', 'chuyen-vien'),
};
const answer = {
  unit: 'stc',
  answers: [
    { questionId: 'c1', stance: 'agree' },
    { questionId: 'c2', stance: 'disagree', grounds: 'Cơ bản thực hiện theo quy định của pháp luật.' },
  ],
  signature: signedBy('giam-doc-tc'),
};
const delivered = { unit: 'stc', arrivalNumber: '45', registeredAt: begin };

const requested = (consultationId: string, changes: object = {}): Promise<void> =>
  done('giam-doc', '', { consultationId, ...request, ...changes });
const running = async (id: string, changes: object = {}): Promise<void> => {
  await requested(id, changes);
  await done('giam-doc-tc', `/${id}/confirm-delivery`, delivered);
};

describe('asking', () => {
  it('R13 refuses a request without questions or without a deadline, and one that leaves no time', async () => {
    const refused = async (changes: object): Promise<unknown> =>
      (await act('giam-doc', '', { ...request, ...changes })).code;
    expect(await refused({ questions: [] })).toBe('consultation.questions-missing');
    expect(await refused({ term: null })).toBe('consultation.deadline-missing');
    expect(await refused({ term: { kind: 'day', day: '2025-06-30' } })).toBe('consultation.due-not-ahead');
    expect(await refused({ signature: signedBy('chuyen-vien') })).toBe('consultation.signer-not-entitled');
  });

  it('R13 R16 shows who asked what, drafted and signed by whom, under which head, until when on which calendar', async () => {
    await requested('yk-13', { term: { kind: 'before-day', day: '2025-07-10' } });
    expect(await one('yk-13')).toMatchObject({
      requester: { id: 'sxd', name: 'Sở Xây dựng' },
      dueAt: '2025-07-09T16:59:59.999Z',
      defects: [],
      questions: request.questions,
      signature: { drafter: { id: 'chuyen-vien' }, signer: { id: 'giam-doc' }, head: { id: 'giam-doc' } },
      calendar: { calendar: 'vn', version: 0 },
      addressees: [{ outcome: 'chưa trả lời', relevance: 'Quản lý giá', legalBasis: 'Luật Đất đai (Điều 43)' }],
    });
  });

  it('R11 keeps every round on a dossier side by side, with or without a legal basis; none is refused for being another', async () => {
    const addressees = [{ unit: 'stc', relevance: null, legalBasis: null }];
    await requested('yk-11-a', { dossierId: 'hs-11' });
    clock.time = '2025-07-01T02:00:00.000Z';
    await requested('yk-11-b', { dossierId: 'hs-11', addressees });
    const rounds = await ask<Page<ConsultationSummary>>('consultations?dossier=hs-11');
    expect(rounds.items.map(({ id, subject }) => [id, subject])).toEqual([
      ['yk-11-b', request.subject],
      ['yk-11-a', request.subject],
    ]);
    expect([(await of('yk-11-a'))?.legalBasis, (await of('yk-11-b'))?.legalBasis]).toEqual([
      'Luật Đất đai (Điều 43)',
      null,
    ]);
  });

  it('R12 takes a request back from the wrong body at once, with the right one named; that is no lateness', async () => {
    await running('yk-12');
    const back = { unit: 'stc', reason: 'Không thuộc chức năng', basis: { text: 'Quy chế', clause: 'Điều 8' } };
    expect((await act('giam-doc-tc', '/yk-12/return', { ...back, rightUnit: 'stc' })).code).toBe(
      'consultation.right-unit-is-own',
    );
    await done('giam-doc-tc', '/yk-12/return', { ...back, rightUnit: 'vp' });
    await itIs('2025-07-08T09:00:00+07:00');
    expect(await of('yk-12')).toMatchObject({
      status: 'returned',
      overdue: false,
      returned: { basis: 'Quy chế (Điều 8)', rightUnit: { id: 'vp' } },
      passedDeadlines: [],
      deemed: null,
    });
  });

  it('R14 lets the body asked, or somebody above, say that it was asked needlessly, and not who asked', async () => {
    await running('yk-14');
    const found = { unit: 'stc', reason: 'Không liên quan trực tiếp' };
    expect((await act('giam-doc', '/yk-14/mark-unrelated', found)).code).toBe('consultation.not-entitled');
    await done('giam-doc-tc', '/yk-14/mark-unrelated', found);
    expect(await of('yk-14')).toMatchObject({ unrelated: { reason: found.reason, assessor: { id: 'giam-doc-tc' } } });
  });
});

describe('answering', () => {
  it('R15 waits for the body from its registration on, reminds it before, on and after the day, and shows what is overdue', async () => {
    await requested('yk-15', { addressees: [{ unit: 'vp' }] });
    const registered = { unit: 'vp', arrivalNumber: '7', registeredAt: begin };
    await done('chanh-vp', '/yk-15/confirm-delivery', registered);
    const ids = async (query: string): Promise<readonly string[]> =>
      (await ask<Page<ConsultationSummary>>(`consultations?${query}`)).items.map(({ id }) => id);
    expect(await ids('waitingOn=vp')).toContain('yk-15');
    expect(await ids('waitingOn=vp&overdue=true')).not.toContain('yk-15');
    await itIs('2025-07-07T09:00:00+07:00');
    expect(await ids('waitingOn=vp&overdue=true')).toContain('yk-15');
    expect(await of('yk-15', 'vp')).toMatchObject({
      registeredAt: begin,
      arrivalNumber: '7',
      reminders: [
        { kind: 'before', at: '2025-07-02T17:00:00.000Z' },
        { kind: 'due', at: '2025-07-03T17:00:00.000Z' },
        { kind: 'after', at: '2025-07-06T17:00:00.000Z' },
      ],
    });
    await done('chuyen-vien', '/yk-15/remind', { unit: 'vp', text: 'Đề nghị trả lời' });
    await done('chanh-vp', '/yk-15/answer', { ...answer, unit: 'vp', signature: signedBy('chanh-vp') });
    expect(await of('yk-15', 'vp')).toMatchObject({
      status: 'answered-late',
      outcome: 'trả lời quá hạn',
      answer: null,
    });
    expect(await ids('waitingOn=vp')).not.toContain('yk-15');
  });

  it('R16 takes a clear stance on every question, with grounds, signed by who may sign', async () => {
    await running('yk-16');
    const [first, second] = answer.answers;
    const refused = async (changes: object): Promise<unknown> =>
      (await act('giam-doc-tc', '/yk-16/answer', { ...answer, ...changes })).code;
    expect(await refused({ answers: [first] })).toBe('consultation.stance-missing');
    expect(await refused({ answers: [first, { ...second, grounds: null }] })).toBe('consultation.grounds-missing');
    expect(await refused({ answers: [first, { ...second, stance: 'agree-with-conditions' }] })).toBe(
      'consultation.conditions-missing',
    );
    expect(await refused({ signature: signedBy('giam-doc') })).toBe('consultation.signer-not-entitled');
    await done('giam-doc-tc', '/yk-16/answer', answer);
    await itIs('2025-07-08T09:00:00+07:00');
    expect(await of('yk-16')).toMatchObject({
      status: 'answered',
      outcome: 'đã trả lời',
      answer: { withoutStance: [], signature: { signer: { id: 'giam-doc-tc' }, head: { id: 'giam-doc-tc' } } },
      deemed: null,
      passedDeadlines: [],
    });
  });

  it('R74 has an opinion called generic by a named person with the sentence quoted, contested, and settled above both', async () => {
    await running('yk-74');
    await done('giam-doc-tc', '/yk-74/answer', answer);
    const said = { unit: 'stc', questionId: 'c2', quality: 'generic', reason: 'Không nêu giá nào' };
    const quotedSentence = 'Cơ bản thực hiện theo quy định'.normalize('NFD');
    const assess = async (who: Name, body: object): Promise<unknown> =>
      (await act(who, '/yk-74/assess-quality', body)).code;
    expect(await assess('giam-doc', said)).toBe('consultation.quote-missing');
    expect(await assess('giam-doc', { ...said, quotedSentence: 'Hoàn toàn thống nhất' })).toBe(
      'consultation.quote-not-found',
    );
    expect(await assess('chuyen-vien', { ...said, quotedSentence })).toBe('consultation.assessor-involved');
    expect(await assess('giam-doc-tc', { ...said, quotedSentence })).toBe('case.not-yours');
    expect(await assess('giam-doc', { ...said, quotedSentence })).toBeNull();
    const settled = { assessmentId: '1', outcome: 'confirmed', reason: 'Câu trích không nêu giá' };
    expect((await act('chu-tich', '/yk-74/settle-assessment', settled)).code).toBe('consultation.time-to-contest');
    const statement = 'Giá đã nêu tại phụ lục';
    await done('giam-doc-tc', '/yk-74/contest-assessment', { assessmentId: '1', statement });
    expect((await act('giam-doc', '/yk-74/settle-assessment', settled)).code).toBe('consultation.settler-assessed');
    await done('chu-tich', '/yk-74/settle-assessment', settled);
    expect((await one('yk-74')).assessments).toMatchObject([
      {
        quality: 'generic',
        assessor: { id: 'giam-doc' },
        contested: { statement },
        settled: { outcome: 'confirmed', by: { id: 'chu-tich' } },
      },
    ]);
  });
});

describe('silence', () => {
  it('R17 R19 is “đồng ý do hết hạn” where letter 001 binds the body asked, with rule, versions, evidence and who answers for it', async () => {
    await running('yk-17');
    await itIs('2025-07-04T16:59:59.998Z');
    expect(await of('yk-17')).toMatchObject({ status: 'waiting', deemed: null });
    await itIs('2025-07-04T17:00:00.000Z');
    const { items } = await ask<Page<DeemedConsent>>('consultations/deemed?unit=stc');
    const found = items.find(({ consultationId }) => consultationId === 'yk-17');
    expect(found).toMatchObject({
      outcome: 'đồng ý do hết hạn',
      unit: { id: 'stc' },
      requester: { id: 'sxd' },
      deemed: {
        dueAt,
        rule: { obligation: 'R17', instrument: letter, clause: '§1.3', rulebookVersion: 1 },
        calendar: { calendar: 'vn', version: 0 },
        head: { id: 'giam-doc-tc' },
      },
      voided: null,
    });
    const { history, addressees } = await one('yk-17');
    const positions = (...types: readonly string[]): readonly string[] =>
      history.filter(({ type }) => types.includes(type.replace('consultation.', ''))).map(({ position }) => position);
    expect(found?.evidence).toEqual(positions('requested', 'delivered', 'deadline-passed', 'consent-deemed'));
    expect(history.find(({ type }) => type.endsWith('deemed'))).toMatchObject({
      occurredAt: dueAt,
      actor: { kind: 'account' },
    });
    expect(addressees).toMatchObject([{ status: 'consent-deemed', answer: null }]);
  });

  it('R17 keeps a late answer readable, which undoes nothing; a consent is voided by name, with its history', async () => {
    await running('yk-17-late');
    await itIs('2025-07-07T09:00:00+07:00');
    await done('giam-doc-tc', '/yk-17-late/answer', { ...answer, answers: [{ questionId: 'c1', grounds: 'Đã xem' }] });
    expect(await of('yk-17-late')).toMatchObject({
      status: 'consent-deemed',
      outcome: 'đồng ý do hết hạn',
      answer: null,
      lateAnswer: { answers: [{ grounds: 'Đã xem', stance: null }], withoutStance: ['c1', 'c2'] },
    });
    const voided = { unit: 'stc', ground: 'other', reason: 'Hỏi lại bằng văn bản khác' };
    expect((await act('giam-doc-tc', '/yk-17-late/void-deemed-consent', voided)).code).toBe('consultation.own-void');
    expect((await act('chuyen-vien', '/yk-17-late/void-deemed-consent', voided)).code).toBe(
      'consultation.not-entitled',
    );
    await done('chanh-vp', '/yk-17-late/void-deemed-consent', voided);
    expect(await of('yk-17-late')).toMatchObject({
      deemed: { dueAt },
      voided: { ground: 'other', by: { id: 'chanh-vp' } },
      lateAnswer: { at: '2025-07-07T02:00:00.000Z' },
    });
  });

  it('R17 labels an answer entered afterwards as such, and clears the body when somebody vouches for its arrival', async () => {
    await running('yk-17-paper');
    await itIs('2025-07-07T09:00:00+07:00');
    await done('giam-doc-tc', '/yk-17-paper/answer', { ...answer, occurredAt: '2025-07-03T09:00:00+07:00' });
    const entered = await of('yk-17-paper');
    expect(entered).toMatchObject({ status: 'consent-deemed', answer: { recordedAfterDeadline: true } });
    const ground = { unit: 'stc', ground: 'answered-in-time', reason: 'Có dấu văn thư ngày 03/7' };
    await done('giam-doc', '/yk-17-paper/void-deemed-consent', ground);
    expect(await of('yk-17-paper')).toMatchObject({ status: 'answered', voided: { ground: 'answered-in-time' } });
  });

  it('R17 deems nothing before registration, after an extension until its end, nor of what was withdrawn', async () => {
    await requested('yk-17-unregistered');
    await running('yk-17-extended');
    await running('yk-17-withdrawn');
    const extension = { unit: 'stc', term: { kind: 'working-days', days: 5 }, reason: 'Gửi bổ sung bản đồ' };
    await done('giam-doc', '/yk-17-extended/extend', extension);
    await done('giam-doc', '/yk-17-withdrawn/withdraw', { reason: 'Không còn cần' });
    await itIs('2025-07-07T09:00:00+07:00');
    expect(await of('yk-17-unregistered')).toMatchObject({ status: 'waiting', overdue: false, deemed: null });
    expect(await of('yk-17-extended')).toMatchObject({ status: 'waiting', extensions: [{ formerDueAt: dueAt }] });
    expect(await of('yk-17-withdrawn')).toMatchObject({ status: 'withdrawn', deemed: null });
    expect(
      (await act('giam-doc', '/yk-17-extended/extend', { ...extension, occurredAt: '2025-07-20T09:00:00+07:00' })).code,
    ).toBe('act.in-future');
    await itIs('2025-07-09T09:00:00+07:00');
    await itIs('2025-07-10T00:00:00+07:00');
    expect(await of('yk-17-extended')).toMatchObject({ status: 'consent-deemed' });
    expect((await act('giam-doc', '/yk-17-extended/extend', extension)).code).toBe('consultation.closed');
  });

  it('R17 deems nothing of a body merged away in between, nor of its successor before it is asked and registers anew', async () => {
    const admin = await api.as(administrator);
    const since = '2024-01-01T00:00:00+07:00';
    const setUp = async (path: string, body: object, status = 201): Promise<void> => {
      const answered = await admin.post<unknown>(path, { occurredAt: since, ...body });
      expect({ path, ...answered }).toMatchObject({ path, status });
    };
    await setUp('/v1/units', {
      unitId: 'skh',
      name: 'Sở Kế hoạch',
      unitKind: 'department',
      parent: 'ubnd',
      validFrom: since,
    });
    await setUp('/v1/officers', { officerId: 'giam-doc-kh', name: 'giam-doc-kh' });
    await setUp('/v1/units/skh/appointments', { officerId: 'giam-doc-kh', role: 'head', validFrom: since });
    await setUp('/v1/rulebook/bindings', { instrumentId: letter, unitId: 'skh', withSubordinates: true, from: since });
    const planner = await api.as({
      sub: 'giam-doc-kh',
      kind: 'officer',
      unit: 'skh',
      capacity: 'own',
      roles: ['recorder'],
    });
    await requested('yk-17-merged', { addressees: [{ unit: 'skh' }] });
    const path = '/v1/consultations/yk-17-merged/confirm-delivery';
    expect((await planner.post(path, { ...delivered, unit: 'skh' })).status).toBe(200);
    clock.time = '2025-07-03T01:00:00.000Z';
    await setUp(
      '/v1/units/skh/dissolve',
      {
        occurredAt: clock.time,
        validTo: clock.time,
        successors: ['stc'],
        basis: { text: 'Nghị quyết sắp xếp các sở' },
      },
      200,
    );
    await itIs('2025-07-07T08:00:00+07:00');
    expect(await of('yk-17-merged', 'skh')).toMatchObject({
      status: 'lapsed',
      overdue: false,
      deemed: null,
      passedDeadlines: [{ dueAt, duty: 'addressee-dissolved' }],
    });
    await done('giam-doc', '/yk-17-merged/readdress', { from: 'skh', to: 'stc', reason: 'Sáp nhập sở' });
    await itIs('2025-07-11T08:00:00+07:00');
    expect(await of('yk-17-merged')).toMatchObject({ status: 'waiting', overdue: false, deemed: null });
  });

  it('R73 stays silence, overdue and without consent, where no such rule binds the body asked', async () => {
    await requested('yk-73', { addressees: [{ unit: 'vp' }] });
    await done('chanh-vp', '/yk-73/confirm-delivery', { ...delivered, unit: 'vp' });
    await itIs('2025-07-08T09:00:00+07:00');
    expect(await of('yk-73', 'vp')).toMatchObject({
      status: 'silent',
      outcome: 'quá hạn chưa trả lời',
      overdue: true,
      deemed: null,
      passedDeadlines: [{ dueAt, duty: 'owed' }],
    });
  });
});

it('R18 shows how organisations answer each other, pair by pair, with an interval from five cases on and no person', async () => {
  const asked = async (id: string): Promise<void> => {
    await done('truong-phong', '', {
      ...request,
      consultationId: id,
      requester: 'sxd-qh',
      signature: signedBy('truong-phong'),
    });
    await done('giam-doc-tc', `/${id}/confirm-delivery`, delivered);
  };
  const pair = async (): Promise<Responsiveness | undefined> => {
    const pairs = await ask<readonly Responsiveness[]>('responsiveness?requester=sxd-qh&responder=stc');
    return pairs[0];
  };
  for (const id of ['yk-18-1', 'yk-18-2', 'yk-18-3', 'yk-18-4', 'yk-18-5']) await asked(id);
  clock.time = '2025-07-01T03:00:00.000Z';
  for (const id of ['yk-18-1', 'yk-18-2', 'yk-18-3']) await done('giam-doc-tc', `/${id}/answer`, answer);
  expect(await pair()).toMatchObject({
    asked: 3,
    answeredInTime: 3,
    inTime: { denominator: 3, share: null, low: null },
  });
  await itIs('2025-07-07T10:00:00+07:00');
  await done('giam-doc-tc', '/yk-18-4/answer', answer);
  const found = await pair();
  expect(found).toMatchObject({
    requester: { id: 'sxd-qh' },
    responder: { id: 'stc', name: 'Sở Tài chính' },
    asked: 5,
    answeredInTime: 3,
    late: 1,
    silent: 1,
    returned: 0,
    medianOfficeMs: 2 * 3_600_000,
    inTime: { numerator: 3, denominator: 5, share: 0.6 },
  });
  expect([found?.inTime.low, found?.inTime.high].map((bound) => bound?.toFixed(2))).toEqual(['0.23', '0.88']);
  expect(JSON.stringify(found)).not.toMatch(/giam-doc|truong-phong/);
});

describe('on the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledger-opinions-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const ledger = async (...args: readonly string[]): Promise<{ code: number; text: string; answer: unknown }> => {
    const said: string[] = [];
    let given: unknown;
    const { ownerUrl, appUrl } = api.database;
    const code = await runCli(['consultations', ...args], {
      output: {
        line: (text = '') => void said.push(text),
        json: (value) => (given = value),
        note: (text) => void said.push(text),
        progress: () => ({ advance: () => undefined, end: () => undefined }),
      },
      env: { DATABASE_URL: ownerUrl, LEDGER_APP_DATABASE_URL: appUrl, LEDGER_DATA_DIR: folder },
      stop: new AbortController().signal,
    });
    return { code, text: said.join('\n'), answer: given };
  };

  it('R17 R18 names who is waited for, what was deemed under which rule, and how organisations answer', async () => {
    await running('yk-cli', { dossierId: 'hs-cli' });
    expect((await ledger('--waiting-on', 'stc', '--dossier', 'hs-cli')).text).toMatch(
      /yk-cli +Sở Xây dựng +Sở Tài chính +04\/07\/2025 23:59 +chưa trả lời/,
    );
    await itIs('2025-07-07T09:00:00+07:00');
    expect((await ledger('--waiting-on', 'stc', '--dossier', 'hs-cli')).text).toBe('Không có. / None.');
    expect((await ledger('--deemed')).text).toMatch(
      /yk-cli +Sở Tài chính +đồng ý do hết hạn +04\/07\/2025 23:59 +giam-doc-tc .*an-lao-2023 §1\.3 +quy tắc 1, lịch vn 0/,
    );
    const { answer: page } = await ledger('--deemed', '--json');
    expect((page as Page<DeemedConsent>).items.map(({ consultationId }) => consultationId)).toContain('yk-cli');
    expect((await ledger('--responsiveness', '--requester', 'sxd')).text).toMatch(/Sở Xây dựng +Sở Tài chính/);
    expect(await ledger('--deemed', '--responsiveness')).toMatchObject({ code: 2 });
  });
});
