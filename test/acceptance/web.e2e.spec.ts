import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { createApi } from '#api/create-api.ts';
import type {
  CustodyRow,
  DossierDetail,
  OfficerView,
  Overview,
  Page as Pages,
  TimelineEntry,
  Trail,
} from '#contracts/views.ts';
import { atRest, keepState } from '#sealing/signer/sealing-state.ts';
import { SealedLedger } from '../support/sealed-ledger.ts';
import { runApi, type Caller, type RunningApi } from './running-api.ts';
import { accessibilityFaults, openBrowser, openPage, settled, type WatchedPage } from './web-browser.ts';
import { buildWeb } from './web-build.ts';
import { known, reader, tellProvince } from './web-province.ts';
import { factOf, rowsOf, shown } from './web-reading.ts';

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
  sealed.now = Date.now();
  api = await runApi({ webRoot: join(workspace, 'web'), evidence: sealed.settings });
  await tellProvince(api);
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

const answer = async <T>(path: string): Promise<T> => (await asked.get<T>(path)).body;
/** Opens a screen and answers the headers it came with. */
const open = async (path: string): Promise<Readonly<Record<string, string>>> => {
  const response = await page.goto(path);
  await settled(page);
  return response?.headers() ?? {};
};

const section = (name: string): Locator => page.getByRole('region', { name });
const focused = (): Locator => page.locator(':focus');

describe('overview', () => {
  it('shows the figures of the ledger, in all and for every unit', async () => {
    const overview = await answer<Overview>('/v1/overview');
    await open('/');
    const figures = page.getByLabel('Số liệu chung').locator('dd > span');
    expect(await figures.allInnerTexts()).toEqual(
      [
        overview.dossiers.open,
        overview.dossiers.overdue,
        overview.dossiers.completed,
        overview.dossiers.completedLate,
      ].map(String),
    );
    await section('Khối lượng theo đơn vị').getByText('Bảng', { exact: true }).click();
    const rows = await rowsOf(page.getByRole('table', { name: 'Khối lượng theo đơn vị' }));
    expect(rows.map((cells) => cells.slice(0, 8))).toEqual(
      overview.units.map((unit) => [
        unit.unit.name,
        ...[
          unit.holding,
          unit.overdue,
          unit.received,
          unit.passedOn,
          unit.returned,
          unit.completed,
          unit.completedLate,
        ].map(String),
      ]),
    );
    expect(overview.units.length).toBeGreaterThan(1);
  });

  it('draws the workload of units and says it in words to those who cannot see it', async () => {
    const { units } = await answer<Overview>('/v1/overview');
    const most = [...units].sort((a, b) => b.holding - a.holding)[0];
    await open('/');
    const chart = page.getByRole('img', { name: /^Biểu đồ cột/ });
    await chart.locator('.recharts-bar-rectangle').first().waitFor();
    const words = await chart.getAttribute('aria-label');
    expect(words).toContain(
      `${most?.unit.name ?? ''}, ${String(most?.holding)} hồ sơ, ${String(most?.overdue)} quá hạn`,
    );
  });

  it('R33 lists who holds what, page by page, and narrows to a unit and to what is overdue', async () => {
    const all = await answer<Pages<CustodyRow>>('/v1/custody?limit=200');
    const overdue = all.items.filter((row) => row.overdue);
    await open('/');
    const table = page.getByRole('table', { name: 'Hồ sơ đang được giữ' });
    expect(await table.locator('tbody tr').count()).toBe(25);
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await page.getByText(`Danh sách có ${String(all.items.length)} dòng đang hiển thị.`).waitFor();
    const rows = await rowsOf(table);
    expect(rows.map(([, unit, holder, since]) => [unit, holder, since])).toEqual(
      all.items.map((row) => [row.unit?.name, row.holder.name, shown(row.beganAt)]),
    );

    await page.getByLabel('Chỉ hồ sơ quá hạn').check();
    await page.getByText(`Danh sách có ${String(overdue.length)} dòng đang hiển thị.`).waitFor();
    expect(await table.getByText('Quá hạn').count()).toBe(overdue.length);
    expect(new URL(page.url()).searchParams.get('overdue')).toBe('true');
    await page.getByLabel('Chỉ hồ sơ quá hạn').uncheck();
    await page.getByRole('combobox', { name: 'Đơn vị' }).selectOption({ label: 'Sở Nội vụ' });
    const inUnit = all.items.filter((row) => row.unit?.id === 'snv');
    await page.getByText(`Danh sách có ${String(inUnit.length)} dòng đang hiển thị.`).waitFor();
    expect(inUnit.length).toBeGreaterThan(0);
  });

  it('goes back to a day that was typed as days are written here', async () => {
    const then = await answer<Overview>('/v1/overview?asOf=2025-06-03');
    await open('/');
    await page.getByLabel('Tính đến ngày').fill('31/02/2025');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.getByText('Ngày phải theo dạng dd/MM/yyyy').waitFor();
    await page.getByLabel('Tính đến ngày').fill('3/6/2025');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.getByText(`Số liệu tính đến ${shown(then.asOf)}`).waitFor();
    await settled(page);
    const figures = page.getByLabel('Số liệu chung').locator('dd > span');
    expect(await figures.first().innerText()).toBe(String(then.dossiers.open));
    expect(then.dossiers.completed).toBe(0);
  });
});

describe('a person', () => {
  it('R33 is found by a name without accents, however the tone is placed, and opens as a trail', async () => {
    const found = await answer<Pages<OfficerView>>('/v1/officers?q=nguyen%20van%20hoa');
    expect(found.items.map(({ id }) => id)).toEqual([known.person]);
    const trail = await answer<Trail>(`/v1/officers/${known.person}/trail?line=performer`);
    await open('/');
    await page.getByRole('combobox', { name: 'Tìm người hoặc hồ sơ' }).fill('nguyen van hoa');
    await page.getByRole('option', { name: 'Nguyễn Văn Hoà' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nguyễn Văn Hoà' }).waitFor();
    await settled(page);
    const items = page.getByRole('list', { name: 'Các lần giữ' }).locator(':scope > li');
    expect(await items.count()).toBe(trail.items.length);
    expect(trail.items.length).toBeGreaterThan(2);
    for (const [index, interval] of trail.items.entries()) await expectInterval(items.nth(index), interval);
  });

  const outcomes: Readonly<Record<string, string>> = {
    open: 'Đang giữ',
    'passed-on': 'Đã chuyển',
    returned: 'Đã trả lại',
    submitted: 'Đã trình',
    completed: 'Đã hoàn thành',
  };

  const expectInterval = async (item: Locator, interval: Trail['items'][number]): Promise<void> => {
    const text = await item.innerText();
    const ended = interval.endedAt === null ? 'đến nay' : shown(interval.endedAt);
    expect(text).toContain(`${shown(interval.beganAt)} – ${ended}`);
    expect(text).toContain(outcomes[interval.outcome]);
    expect(text).toContain(interval.secretReference ?? interval.subject);
    expect(await factOf(item, 'Đơn vị')).toBe(interval.unit?.name);
    expect(await factOf(item, 'Hạn hồ sơ')).toBe(interval.deadline === null ? '—' : shown(interval.deadline));
    expect(await factOf(item, 'Việc đã ghi trong lần giữ')).toBe(String(interval.actsInInterval));
    if (interval.secretReference === null)
      expect(await factOf(item, 'Căn cứ')).toBe(interval.basis ?? 'Không ghi căn cứ');
  };

  it('R06 who returned a misdirected dossier is shown neutrally, with nothing like a score', async () => {
    await open('/officers/cb-lan');
    const mark = page.getByRole('list', { name: 'Các lần giữ' }).getByText('Đã trả lại', { exact: true });
    expect(await mark.getAttribute('data-tone')).toBe('plain');
    expect(await page.getByRole('main').innerText()).not.toMatch(/điểm|xếp hạng|kỷ luật|vi phạm/i);
  });

  it('R32 answers as head on a line of its own', async () => {
    const head = await answer<Trail>(`/v1/officers/${known.head}/trail?line=head`);
    await open(`/officers/${known.head}`);
    await page.getByText('Chưa có lần giữ hồ sơ nào trên tuyến này.').waitFor();
    await page.getByRole('tab', { name: `Người đứng đầu đơn vị (${String(head.head.intervals)})` }).click();
    await settled(page);
    const items = page.getByRole('list', { name: 'Các lần giữ' }).locator(':scope > li');
    await items.first().waitFor();
    expect(await items.count()).toBe(head.items.length);
    expect(await factOf(items.first(), 'Người giữ')).toBe(head.items[0]?.holder.name);
  });

  it.each(['json', 'csv', 'xes'])('has a trail that can be taken away as %s', async (format) => {
    const { body } = await asked.get<unknown>(`/v1/officers/${known.person}/trail/export?format=${format}`);
    await open(`/officers/${known.person}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Xuất ${format.toUpperCase()}` }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file.length).toBeGreaterThan(100);
    expect(file).toContain(known.journey);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
    expect(typeof body).toBe(format === 'json' ? 'object' : 'string');
  });
});

describe('a dossier', () => {
  it('is followed from the trail, and shows where it was and everything that happened', async () => {
    const dossier = await answer<DossierDetail>(`/v1/dossiers/${known.journey}`);
    const timeline = await answer<Pages<TimelineEntry>>(`/v1/dossiers/${known.journey}/timeline`);
    await open(`/officers/${known.person}`);
    await page
      .getByRole('link', { name: `${dossier.number ?? ''}/${dossier.symbol ?? ''}` })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '01/TTr-UBND' }).waitFor();
    await settled(page);
    expect(await page.getByRole('main').innerText()).toContain(dossier.subject);

    const facts = section('Thông tin hồ sơ');
    expect(await factOf(facts, 'Hạn giải quyết')).toBe(shown(dossier.deadline ?? ''));
    expect(await factOf(facts, 'Hoàn thành')).toBe(shown(dossier.completedAt ?? ''));
    expect(await factOf(facts, 'Số lần chuyển / trả lại')).toBe(
      `${String(dossier.handoffs)} / ${String(dossier.returns)}`,
    );

    const rows = await rowsOf(page.getByRole('table', { name: 'Ai đã giữ hồ sơ' }));
    expect(rows.map(([number, holder, unit]) => [number, holder, unit])).toEqual(
      dossier.custody.map(({ sequence, holder, unit }) => [String(sequence + 1), holder.name, unit?.name]),
    );
    expect(rows.map(([, , , began]) => began?.split('\n')[0])).toEqual(
      dossier.custody.map(({ beganAt }) => shown(beganAt)),
    );
    const band = section('Ai đã giữ hồ sơ').getByRole('img');
    expect(await band.getAttribute('aria-label')).toContain(`${String(dossier.custody.length)} lần giữ`);

    const entries = section('Diễn biến').locator('ol > li');
    expect(await entries.count()).toBe(timeline.items.length);
    for (const [index, entry] of timeline.items.entries()) {
      const item = entries.nth(index);
      expect(await item.locator('time').first().innerText()).toBe(shown(entry.occurredAt));
      expect(await factOf(item, 'Người thực hiện')).toBe(entry.actor.name);
      expect(await factOf(item, 'Người đứng đầu khi đó')).toBe(entry.headAtThatTime?.name);
      expect(await item.innerText()).toContain(`Vị trí sổ ${entry.position}`);
    }
  });

  it('R32 names the capacity of every act, who headed the unit then, and marks what was recorded late', async () => {
    await open(`/dossiers/${known.journey}`);
    const decided = section('Diễn biến').locator('ol > li').filter({ hasText: 'Quyết định' }).first();
    expect(await factOf(decided, 'Tư cách')).toBe('Ký thay (KT.)');
    expect(await factOf(decided, 'Người đứng đầu khi đó')).toBe('Trần Thị Thu Hương');
    expect(await decided.innerText()).toContain('Ghi muộn');
    const returned = section('Diễn biến').locator('ol > li').filter({ hasText: 'Trả lại' }).first();
    expect(await factOf(returned, 'Đơn vị đúng thẩm quyền')).toBe('Sở Nội vụ');
    expect(await factOf(returned, 'Căn cứ')).toBe('Nghị định 30/2020/NĐ-CP, điều 21 khoản 2 điểm b');
  });

  it('when secret shows its reference and nothing of what it is about', async () => {
    await open(`/dossiers/${known.secret}`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('M-2025-07');
    const text = await page.getByRole('main').innerText();
    for (const word of ['UBND xã An Lão', 'Đề án vị trí việc làm', 'TTr-UBND']) expect(text).not.toContain(word);
  });

  it('is found by its number and by words of its subject without accents', async () => {
    await open('/');
    const search = page.getByRole('combobox', { name: 'Tìm người hoặc hồ sơ' });
    await search.fill('dieu chinh bien che');
    await page.getByRole('option', { name: /01\/TTr-UBND/ }).waitFor();
    await search.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kết quả tìm “dieu chinh bien che”' }).waitFor();
    await page.getByRole('link', { name: '01/TTr-UBND' }).click();
    await page.getByRole('heading', { level: 1, name: '01/TTr-UBND' }).waitFor();
  });
});

describe('the evidence', () => {
  const note = (): Locator => page.getByRole('region', { name: 'Tình trạng chứng cứ' });

  it('is said to be missing while nothing has been sealed', async () => {
    await open('/');
    await note().getByText('Sổ chưa được niêm phong lần nào').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('shows on every screen how far it goes, the window, and where to verify a bundle', async () => {
    await sealed.seal(api.deps.store);
    await open(`/dossiers/${known.journey}`);
    await note()
      .getByText(/^Điểm kiểm cuối: \d\d\/\d\d\/\d{4} \d\d:\d\d\./)
      .waitFor();
    expect(await note().innerText()).toContain('Mọi việc đã ghi đều được phủ.');
    expect(await note().innerText()).toContain('Khoảng hở: 10 giây khi có việc mới, 1 giờ khi không có gì.');
    expect(await note().innerText()).toContain('Không có nhân chứng');
    expect(await note().getByRole('link').first().getAttribute('href')).toBe('/verify.html');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('says loudly on every screen that nothing is sealed any more, why, and what to do', async () => {
    const since = '2026-03-02T01:00:00.000Z';
    const sentence = { vi: 'Dữ liệu đã bị lùi', en: 'The data was set back' };
    await keepState(sealed.settings.folder, { ...atRest, refused: { code: 'rolled-back', since, sentence } });
    try {
      await open('/handling');
      const alarm = page.getByRole('alert');
      await alarm.waitFor();
      expect(await alarm.innerText()).toContain('Sổ không còn được niêm phong');
      expect(await alarm.innerText()).toContain('Từ 02/03/2026 08:00');
      expect(await alarm.innerText()).toContain('Dữ liệu đã bị lùi.');
      expect(await accessibilityFaults(page)).toEqual([]);
    } finally {
      await keepState(sealed.settings.folder, atRest);
    }
  });
});

describe('every reader', () => {
  it('reads English after switching, and finds it so next time', async () => {
    await open('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('vi');
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(await page.title()).toBe('Overview · Accountability ledger');
    await open(`/dossiers/${known.journey}`);
    await page.getByRole('heading', { name: 'Who has held it' }).waitFor();
    await page.getByText('For the head (KT.)').first().waitFor();
  });

  it('can do the whole walk with the keyboard alone', async () => {
    await open('/');
    await page.keyboard.press('Tab');
    expect(await focused().innerText()).toBe('Chuyển tới nội dung chính');
    await page.keyboard.press('Enter');
    expect(await focused().getAttribute('id')).toBe('main');
    await page.keyboard.press('Shift+Tab');
    const search = page.getByRole('combobox', { name: 'Tìm người hoặc hồ sơ' });
    for (let presses = 0; presses < 8 && (await focused().getAttribute('role')) !== 'combobox'; presses += 1)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('thu huong');
    const option = page.getByRole('option', { name: 'Trần Thị Thu Hương' });
    await option.waitFor();
    expect(await search.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await search.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await page.keyboard.press('Escape');
    await option.waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowDown');
    await option.waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Trần Thị Thu Hương' }).waitFor();
    expect(await focused().getAttribute('id')).toBe('main');
    await settled(page);
    await page.getByRole('tab', { name: /Trực tiếp giữ/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: /Người đứng đầu/, selected: true }).waitFor();
  });

  it.each([
    ['overview', '/'],
    ['trail', `/officers/${known.person}`],
    ['trail as head', `/officers/${known.head}?line=head`],
    ['journey', `/dossiers/${known.journey}`],
    ['secret dossier', `/dossiers/${known.secret}`],
    ['search', '/search?q=nguyen'],
  ])(
    'finds the %s accessible and within a narrow screen, and the browser has nothing to complain of',
    async (_name, path) => {
      const headers = await open(path);
      expect(headers['content-security-policy']).toMatch(
        /^default-src '(none|self)';.*script-src 'self';.*frame-ancestors 'none'/,
      );
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      expect(watched.complaints).toEqual([]);
    },
  );

  it('hears the landmarks and the state of the search from the accessibility tree', async () => {
    await open('/');
    await page.getByRole('combobox', { name: 'Tìm người hoặc hồ sơ' }).fill('nguyen van hoa');
    await page.getByRole('status').filter({ hasText: 'Tìm thấy 1 người và 0 hồ sơ.' }).waitFor({ state: 'attached' });
    const tree = await page.locator('body').ariaSnapshot();
    for (const landmark of ['banner', 'navigation "Điều hướng chính"', 'search', 'main', 'contentinfo'])
      expect(tree).toContain(landmark);
  });
});

describe('when something is wrong', () => {
  it('says what, in words, with the request to look for, and tries again', async () => {
    await page.goto('/dossiers/khong-co');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const refused = await asked.get<{ title: string; code: string }>('/v1/dossiers/khong-co');
    expect(refused.status).toBe(404);
    expect(await alert.innerText()).toContain(refused.body.title);
    expect(await alert.innerText()).toMatch(/Mã yêu cầu: \S+/);

    await page.route('**/v1/overview*', (route) => route.abort());
    await page.goto('/');
    await page.getByText('Không kết nối được với máy chủ').waitFor();
    await page.unroute('**/v1/overview*');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByLabel('Số liệu chung').waitFor();
  });

  it('shows that it is loading until the answer is there', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/v1/overview*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/');
    await page.getByRole('status').filter({ hasText: 'Đang tải…' }).first().waitFor({ state: 'attached' });
    release();
    await page.getByLabel('Số liệu chung').waitFor();
  });

  it('says that there is no such screen', async () => {
    await open('/khong-co-trang-nay');
    await page.getByRole('heading', { level: 1, name: 'Không có trang này' }).waitFor();
  });

  it('without a development issuer asks for a token, refuses a wrong one and keeps a right one for the tab', async () => {
    const { issuer: _issuer, ...deps } = api.deps;
    const app = await createApi(deps);
    await app.listen(0, '127.0.0.1');
    try {
      const url = await app.getUrl();
      await page.goto(url);
      await page.getByLabel('Mã truy cập', { exact: true }).fill('khong.phai.token');
      await page.getByRole('button', { name: 'Vào xem' }).click();
      await page.getByText('Mã truy cập không hợp lệ hoặc đã hết hạn.').waitFor();
      await page.getByLabel('Mã truy cập', { exact: true }).fill(asked.token);
      await page.getByRole('button', { name: 'Vào xem' }).click();
      await page.getByLabel('Số liệu chung').waitFor();
      await page.reload();
      await page.getByLabel('Số liệu chung').waitFor();
      await page.getByRole('button', { name: 'Thoát' }).click();
      await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
    } finally {
      await app.close();
    }
  });
});
