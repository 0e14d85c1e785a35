import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import type { CandidatePage, CandidateView, DutyPage } from '#contracts/candidate-views.ts';
import type {
  ConsultationDetail,
  ConsultationSummary,
  DeemedConsent,
  Responsiveness,
} from '#contracts/consultation-views.ts';
import type { AgencyUnresolved, RecommendationView } from '#contracts/recommendation-views.ts';
import type { CommitmentView, OverdueAgeing, TaskSummary } from '#contracts/task-views.ts';
import type { Page as Pages } from '#contracts/views.ts';
import { SealedLedger } from '../support/sealed-ledger.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';
import { accessibilityFaults, openBrowser, openPage, settled, type WatchedPage } from './web-browser.ts';
import { buildWeb } from './web-build.ts';
import { tellHandling, told, type SettableClock } from './web-handling-province.ts';
import { reader } from './web-province.ts';
import { factOf, rowsOf, shown } from './web-reading.ts';

/** The ledger's clock, moved while the province is told. */
const clock: SettableClock = { time: '2025-07-01T01:00:00.000Z', now: () => clock.time };

let workspace: string;
let sealed: SealedLedger;
let api: RunningApi;
let asked: Caller;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'ledger-web-'));
  await buildWeb(join(workspace, 'web'));
  sealed = await SealedLedger.in();
  api = await runApi({ clock, webRoot: join(workspace, 'web'), evidence: sealed.settings });
  await tellHandling(api, clock);
  asked = await api.as(reader);
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await api.stop();
  await sealed.dispose();
  await rm(workspace, { recursive: true });
});

beforeEach(async () => {
  watched = await openPage(browser, api.url);
  page = watched.page;
});

afterEach(async () => {
  await watched.close();
});

const answer = async <T>(path: string): Promise<T> => {
  const { status, body } = await asked.get<T>(path);
  expect({ path, status }).toEqual({ path, status: 200 });
  return body;
};
const open = async (path: string): Promise<void> => {
  await page.goto(path);
  await settled(page);
};
const section = (name: string): Locator => page.getByRole('region', { name });
const table = (name: string): Locator => page.getByRole('table', { name });
const names = (parts: readonly { readonly name: string | null }[]): readonly (string | null)[] =>
  parts.map(({ name }) => name);

describe('a dossier on which opinions were asked', () => {
  const body = (name: string): Locator =>
    page
      .getByRole('article', { name: `Việc xin ý kiến ${told.deemed}` })
      .getByRole('listitem')
      .filter({ has: page.locator('strong', { hasText: name }) });

  it('R17 R32 never shows a deemed consent as an agreement, and names its rule, calendar and who headed the body', async () => {
    const detail = await answer<ConsultationDetail>(`/v1/consultations/${told.deemed}`);
    const deemed = detail.addressees.find(({ unit }) => unit.id === 'stc')?.deemed;
    await open(`/dossiers/${told.dossier}`);
    const silent = body('Sở Tài chính');
    const mark = silent.getByText('Đồng ý do hết hạn', { exact: true });
    expect(await mark.getAttribute('data-tone')).toBe('by-rule');
    expect(await silent.getByText('Đồng ý', { exact: true }).count()).toBe(0);
    expect(await factOf(silent, 'Theo quy định')).toBe('R17, an-lao-2023 §1.3 (bộ quy tắc bản 1)');
    expect(await factOf(silent, 'Tính theo lịch')).toBe('vn, bản 0');
    expect(await factOf(silent, 'Hết hạn lúc')).toBe(shown(deemed?.dueAt ?? ''));
    expect(await factOf(silent, 'Người đứng đầu khi đó')).toBe('giam-doc-tc');
  });

  it('R17 keeps what came late readable beside it, in quoted words', async () => {
    await open(`/dossiers/${told.dossier}`);
    const silent = body('Sở Tài chính');
    expect(await factOf(silent, 'Ý kiến đến sau hạn, lúc')).toBe('07/07/2025 09:00');
    const words = await silent.innerText();
    expect(words).toContain('“Đồng ý” Đã bố trí vốn');
    expect(words).toContain('kết quả đồng ý do hết hạn không thay đổi');
  });

  it('R16 shows the stance on each question, and who drafted and signed it', async () => {
    await open(`/dossiers/${told.dossier}`);
    const answered = body('Văn phòng UBND tỉnh');
    expect(await answered.getByText('Đồng ý', { exact: true }).getAttribute('data-tone')).toBe('good');
    expect(await answered.innerText()).toContain('Giá đất: Đồng ý có điều kiện Có chứng thư định giá');
    expect(await factOf(answered, 'Người ký')).toBe('chanh-vp');
    expect(await answered.getByText('Đã trả lời', { exact: true }).getAttribute('data-tone')).toBe('calm');
  });

  it('R02 R20 shows dissent still open, and on what ground it was passed up and how that was answered', async () => {
    await open(`/dossiers/${told.dossier}`);
    const ways = section('Ý kiến khác nhau và việc trình lên');
    const dissent = ways.getByRole('list', { name: 'Ý kiến không thống nhất' }).getByRole('listitem');
    expect(await dissent.innerText()).toContain('Chưa rõ nguồn vốn giai đoạn 2');
    expect(await dissent.innerText()).toContain('Chưa thống nhất lại');
    const passed = ways.getByRole('list', { name: 'Các lần trình, chuyển có nêu căn cứ' }).getByRole('listitem');
    expect(await passed.innerText()).toContain('Vượt thẩm quyền');
    expect(await passed.innerText()).toContain('Từ chối: thuộc thẩm quyền bên trình');
    expect(await factOf(passed, 'Lý do')).toBe('Việc thuộc thẩm quyền của sở');
    expect(await factOf(passed, 'Ý kiến khác gửi kèm')).toBe('1');
  });
});

describe('a person', () => {
  const cardOf = (candidate: CandidateView | undefined): Locator =>
    section('Dấu hiệu cần xem xét')
      .getByRole('article', { name: candidate?.text.vi ?? '' })
      .filter({ hasText: candidate?.subject.replace('dossier-', '') ?? '' })
      .first();

  it('R79 R32 is asked, not judged: rule, evidence and mitigation stand on the same card', async () => {
    const { items } = await answer<CandidatePage>('/v1/officers/giam-doc-tc/candidates');
    const candidate = items.find(({ subject }) => subject === `dossier-${told.overdue}`);
    expect(candidate?.mitigations.map(({ kind }) => kind)).toContain('rule-not-disseminated');
    await open('/officers/giam-doc-tc');
    const asking = section('Dấu hiệu cần xem xét');
    expect(await asking.innerText()).toContain('không phải kết luận');
    expect(await asking.getByRole('article').count()).toBe(items.length);
    const card = cardOf(candidate);
    const favour = card.getByRole('list', { name: 'Tình tiết cần cân nhắc' });
    for (const { text } of candidate?.mitigations ?? []) expect(await favour.innerText()).toContain(text.vi);
    const [rule] = candidate?.rules ?? [];
    expect(await factOf(card, 'Đối chiếu với')).toBe(
      `${rule?.obligation ?? ''}, ${rule?.instrument ?? ''} ${rule?.clause ?? ''} (bộ quy tắc bản ${String(rule?.rulebookVersion)})`,
    );
    expect(await card.innerText()).toContain(`Lúc ${shown(candidate?.at ?? '')}, tại Sở Tài chính`);
    expect(await page.getByRole('main').innerText()).not.toMatch(/vi phạm|xếp hạng|kỷ luật/i);
  });

  it('R32 is led from the evidence to the entry of the timeline it rests on', async () => {
    const { items } = await answer<CandidatePage>('/v1/officers/giam-doc-tc/candidates');
    const candidate = items.find(({ subject }) => subject === `dossier-${told.overdue}`);
    const [position = ''] = candidate?.evidence ?? [];
    await open('/officers/giam-doc-tc');
    await cardOf(candidate)
      .getByRole('link', { name: `Vị trí ${position}`, exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: /CV-AB/ }).waitFor();
    const entry = page.locator(`#entry-${position}[data-landed]`);
    await entry.waitFor();
    expect(await entry.innerText()).toContain(`Vị trí sổ ${position}`);
    expect(await page.locator(':focus').getAttribute('id')).toBe(`entry-${position}`);
  });

  it('R32 answers as head on a line apart from what the person did', async () => {
    const { items } = await answer<CandidatePage>('/v1/officers/giam-doc-tc/candidates');
    await open('/officers/giam-doc-tc');
    for (const [line, heading] of [
      ['performer', 'Trực tiếp thực hiện'],
      ['head', 'Với tư cách người đứng đầu'],
    ] as const) {
      const count = items.filter((candidate) => candidate.line === line).length;
      await page.getByRole('heading', { level: 3, name: `${heading} (${String(count)})` }).waitFor();
    }
  });

  it('R79 of whom nothing is asked is told so', async () => {
    await open('/officers/chanh-vp');
    await section('Dấu hiệu cần xem xét').getByText('Sổ không đặt câu hỏi nào về người này.').waitFor();
  });

  it('R08 R16 has the opinions drafted and signed, tasks and commitments beside custody', async () => {
    const { items } = await answer<DutyPage>('/v1/officers/giam-doc/duties');
    await open('/officers/giam-doc');
    const rows = await rowsOf(table('Việc khác trong vết trách nhiệm'));
    expect(rows.map(([when]) => when)).toEqual(items.map(({ occurredAt }) => shown(occurredAt)));
    expect(rows.map(([, what]) => what)).toContain('Lấy ý kiến');
    expect(rows.map(([, what]) => what)).toContain('Cam kết mốc hoàn thành');
    await page
      .getByRole('link', { name: `Việc xin ý kiến ${told.silent}` })
      .first()
      .click();
    await page.locator(`#opinions-${told.silent}[data-landed]`).waitFor();
  });
});

describe('opinions and tasks', () => {
  const tab = (name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();

  it('R15 lists every body that owes an opinion, the overdue first', async () => {
    const overdue = await answer<Pages<ConsultationSummary>>('/v1/consultations?overdue=true');
    expect(overdue.items.map(({ id }) => id)).toEqual([told.silent]);
    await open('/');
    await page.getByRole('link', { name: 'Xin ý kiến và nhiệm vụ' }).click();
    await page.getByRole('heading', { level: 1, name: 'Xin ý kiến và nhiệm vụ' }).waitFor();
    await settled(page);
    const [late] = await rowsOf(table('Việc xin ý kiến có cơ quan quá hạn chưa trả lời'));
    expect(late?.[0]).toBe('Văn phòng UBND tỉnh');
    expect(late?.[1]).toContain(told.silent);
    expect(late?.[4]).toBe(`${shown(overdue.items[0]?.dueAt ?? '')}\nQuá hạn`);
    const running = await rowsOf(table('Việc xin ý kiến đang chờ, chưa quá hạn'));
    expect(running).toHaveLength(1);
    expect(running[0]?.[1]).toContain(told.running);
  });

  it('R15 narrows to a unit, and says when a list is empty', async () => {
    await open('/handling');
    await page.getByRole('combobox', { name: 'Đơn vị' }).selectOption({ label: 'Sở Tài chính' });
    await page.getByText('Không có cơ quan nào quá hạn cho ý kiến.').waitFor();
    expect(new URL(page.url()).searchParams.get('unit')).toBe('stc');
    await tab('Đồng ý do hết hạn');
    await table('Đồng ý do hết hạn').waitFor();
    await page.getByRole('combobox', { name: 'Đơn vị' }).selectOption({ label: 'Văn phòng UBND tỉnh' });
    await page.getByText('Không có trường hợp đồng ý do hết hạn.').waitFor();
  });

  it('R17 lists deemed consents as what they are, with rule and head', async () => {
    const { items } = await answer<Pages<DeemedConsent>>('/v1/consultations/deemed');
    await open('/handling?list=deemed');
    const rows = await rowsOf(table('Đồng ý do hết hạn'));
    expect(rows.map(([body]) => body)).toEqual(names(items.map(({ unit }) => unit)));
    expect(rows[0]?.[3]?.split(/\n+/)).toEqual([
      'Đồng ý do hết hạn',
      shown(items[0]?.deemed.dueAt ?? ''),
      'Ý kiến đến sau hạn, lúc 07/07/2025 09:00',
    ]);
    expect(rows[0]?.[4]).toContain('R17, an-lao-2023 §1.3');
    expect(rows[0]?.[4]).toContain(items[0]?.evidence.join(', '));
    expect(rows[0]?.[5]).toBe('giam-doc-tc');
    expect(await page.getByText('Đồng ý', { exact: true }).count()).toBe(0);
  });

  it('R23 lists overdue tasks, and how long they have been so', async () => {
    const ageing = await answer<OverdueAgeing>('/v1/tasks/overdue');
    const { items } = await answer<Pages<TaskSummary>>('/v1/tasks?overdue=true');
    expect(items.map(({ taskId }) => taskId)).toEqual([told.task]);
    await open('/handling?list=tasks');
    const aged = await rowsOf(table('Nhiệm vụ tồn đọng theo đơn vị chủ trì'));
    expect(aged).toEqual(
      ageing.tasks.map(({ unit, open: all, overdue, upTo5, upTo10, upTo30, over30 }) => [
        unit?.name,
        ...[all, overdue, upTo5, upTo10, upTo30, over30].map(String),
      ]),
    );
    const [late] = await rowsOf(table('Nhiệm vụ đang quá hạn'));
    expect(late?.[4]).toBe(shown(items[0]?.originalDueAt ?? ''));
    expect(late?.[5]).toBe(shown(items[0]?.dueAt ?? ''));
    expect(late?.[6]).toContain('Gia hạn 1 lần');
  });

  it('R26 lists milestones committed to and not met', async () => {
    const { items } = await answer<Pages<CommitmentView>>('/v1/commitments?state=broken');
    await open('/handling?list=commitments');
    const rows = await rowsOf(table('Cam kết chưa đạt'));
    expect(rows.map(([, unit, by, , milestone]) => [unit, by, milestone])).toEqual(
      items.map(({ unit, madeBy, milestone }) => [unit.name, madeBy.name, shown(milestone)]),
    );
    expect(rows).toHaveLength(1);
  });

  it('R02 lists escalations refused as within the authority of who submitted', async () => {
    await open('/handling?list=escalations');
    const [refused] = await rowsOf(table('Trình lên bị từ chối'));
    expect(refused?.slice(1, 3)).toEqual(['Sở Xây dựng', 'UBND tỉnh']);
    expect(refused?.[4]).toContain('Việc thuộc thẩm quyền của sở');
  });

  it('R73 R74 R75 lists what is unresolved by agency and category', async () => {
    const agencies = await answer<readonly AgencyUnresolved[]>('/v1/recommendations/unresolved');
    const { items } = await answer<Pages<RecommendationView>>('/v1/recommendations?unresolved=no-reply');
    await open('/handling?list=recommendations');
    const rows = await rowsOf(table('Theo cơ quan, bốn loại'));
    expect(rows.map(([unit, noReply]) => [unit, noReply])).toEqual(
      agencies.map(({ unit, noReply }) => [unit.name, String(noReply)]),
    );
    const list = await rowsOf(table('Danh sách kiến nghị'));
    expect(list.map(([what]) => what?.split('\n')[0])).toEqual(items.map(({ content }) => content));
    await page.getByRole('combobox', { name: 'Loại chưa giải quyết' }).selectOption('deflected');
    await page.getByText('Không có kiến nghị nào thuộc loại này.').waitFor();
  });

  it('R18 compares organisations alone, and withholds a rate of few cases', async () => {
    const pairs = await answer<readonly Responsiveness[]>('/v1/responsiveness');
    await open('/handling?list=responses');
    const rows = await rowsOf(table('Phản hồi giữa các cơ quan'));
    expect(rows.map((cells) => cells.slice(0, 7))).toEqual(
      pairs.map(({ responder, requester, asked: all, answeredInTime, late, silent, returned }) => [
        responder.name,
        requester.name,
        ...[all, answeredInTime, late, silent, returned].map(String),
      ]),
    );
    expect(pairs.every(({ inTime }) => inTime.share === null)).toBe(true);
    for (const cells of rows) expect(cells[8]).toContain('Chưa đủ số liệu');
    expect(await page.getByRole('main').getByRole('link').count()).toBe(0);
  });

  it('R17 says the same in English', async () => {
    await open('/handling?list=deemed');
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Opinions and tasks' }).waitFor();
    await table('Deemed consents').getByText('Deemed consent (time ran out)').first().waitFor();
  });

  it('R15 says what failed and tries again', async () => {
    await page.route('**/v1/consultations?*', (route) => route.abort());
    await page.goto('/handling');
    await page.getByRole('alert').first().waitFor();
    await page.unroute('**/v1/consultations?*');
    await page.getByRole('button', { name: 'Thử lại' }).first().click();
    await table('Việc xin ý kiến có cơ quan quá hạn chưa trả lời').waitFor();
  });
});

describe('every screen of the rules of handling', () => {
  const lists = ['waiting', 'deemed', 'tasks', 'commitments', 'escalations', 'recommendations', 'responses'];
  it.each([
    ['dossier', `/dossiers/${told.dossier}`],
    ['person with questions', '/officers/giam-doc-tc'],
    ['person with duties', '/officers/giam-doc'],
    ...lists.map((list) => [`list ${list}`, `/handling?list=${list}`] as const),
  ])('R32 is accessible and fits a narrow screen: %s', async (_name, path) => {
    const width = (): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
    await open(path);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await width()).toBeLessThanOrEqual(1280);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await width()).toBeLessThanOrEqual(360);
    expect(watched.complaints).toEqual([]);
  });
});
