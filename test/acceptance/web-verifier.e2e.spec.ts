import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createApi } from '#api/create-api.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { buildVerifier } from './verifier-build.ts';
import { flipped, madeBundle, otherPolicyText, policyText, report } from './verifier-bundle.ts';
import { accessibilityFaults, openBrowser, openPage, type WatchedPage } from './web-browser.ts';

let workspace: string;
let browser: Browser;
let address: string;
let opened: WatchedPage;
let page: Page;
const bundle = madeBundle();

beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'ledger-verifier-page-'));
  await buildVerifier(workspace);
  address = pathToFileURL(join(workspace, 'verify.html')).href;
  const files = {
    'vet.trail': bundle,
    'spoilt.trail': flipped(bundle),
    'policy.json': policyText,
    'other.json': otherPolicyText,
  };
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(workspace, name), content)));
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await rm(workspace, { recursive: true, force: true });
});

const open = async (width?: number): Promise<void> => {
  opened = await openPage(browser, address, width);
  ({ page } = opened);
  await page.context().setOffline(true);
  await page.goto(address);
};

beforeEach(() => open());

/** The scripts of this test and of the checker are kept out of the frame of the report, too. */
const ofTheTest = /Blocked script execution in 'about:srcdoc'|Failed to execute 'postMessage' on 'DOMWindow'/u;

/** What a good page does not do: errors, violations of its content policy, requests to anywhere. */
afterEach(async () => {
  expect(opened.complaints.filter((text) => !ofTheTest.test(text))).toEqual([]);
  await opened.close();
});

const choose = async (trail: string, policy = 'policy.json'): Promise<void> => {
  await page.getByLabel(/Chọn gói vết|Choose the bundle/u).setInputFiles(join(workspace, trail));
  await page.getByLabel(/Chọn chính sách|Choose the policy/u).setInputFiles(join(workspace, policy));
};

const verdict = () => page.locator('.verdict .word');
const said = async (): Promise<string | null> => {
  await verdict().waitFor();
  return verdict().textContent();
};

describe('the page, opened from a file without a network', () => {
  it('says what to do before anything is chosen', async () => {
    expect(await page.getByRole('status').textContent()).toMatch(/^Chọn hoặc thả .+gửi đi đâu\.$/u);
    expect(await verdict().count()).toBe(0);
  });

  it('says intact, and what that covers', async () => {
    await choose('vet.trail');
    expect(await said()).toBe('✓ NGUYÊN VẸN');
    const main = page.getByRole('main');
    for (const text of [
      'cán bộ cb-1 (officer:cb-1): 101 việc',
      'Không có dấu thời gian nào được xét',
      'Thanh tra tỉnh, 22/11/2025',
      'so-cai.example/tinh',
      'đã xóa hợp pháp, theo việc ở vị trí 150',
    ])
      expect(await main.textContent()).toContain(text);
    expect(await main.textContent()).toContain(createHash('sha256').update(bundle).digest('hex'));
  });

  it('turns the pages of the events', async () => {
    await choose('vet.trail');
    await said();
    const rows = page.getByRole('rowheader');
    expect([await rows.count(), await rows.first().textContent()]).toEqual([50, '1']);
    expect(await page.locator('tbody tr').first().textContent()).toBe(
      '1chuyển dossier.handed-off05/01/2026 08:01:0005/01/2026 08:01:00––',
    );
    await page.getByRole('button', { name: 'Trang sau' }).click();
    expect(await page.getByText('Trang 2 trên 3').count()).toBe(1);
    await page.getByRole('button', { name: 'Trang sau' }).click();
    expect(await rows.last().textContent()).toBe('151');
    expect(await page.getByRole('button', { name: 'Trang sau' }).isDisabled()).toBe(true);
  });

  it('names the bad record of a spoilt bundle, and shows nothing else of it', async () => {
    await choose('spoilt.trail');
    expect(await said()).toBe('✗ BỊ CAN THIỆP');
    expect(await page.getByRole('listitem').first().textContent()).toContain('vị trí 4 trong sổ');
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.getByRole('main').textContent()).not.toContain('xóa hợp pháp');
  });

  it('tells what it cannot know apart from what is wrong', async () => {
    await choose('vet.trail', 'other.json');
    expect(await said()).toBe('? KHÔNG KIỂM CHỨNG ĐƯỢC');
    expect(await page.getByRole('status').textContent()).toContain('Đây không phải là bị can thiệp');
    await page.getByLabel('Chọn chính sách').setInputFiles(join(workspace, 'vet.trail'));
    await page.getByText('Chính sách không dùng được').waitFor();
    expect(await said()).toBe('? KHÔNG KIỂM CHỨNG ĐƯỢC');
  });

  it('gives no verdict over a file that was changed after it was chosen', async () => {
    await writeFile(join(workspace, 'changing.trail'), bundle);
    await page.getByLabel('Chọn gói vết').setInputFiles(join(workspace, 'changing.trail'));
    await writeFile(join(workspace, 'changing.trail'), 'more than there was before');
    await page.getByLabel('Chọn chính sách').setInputFiles(join(workspace, 'policy.json'));
    await page.getByText('Không đọc được tệp').waitFor();
    expect(await said()).toBe('? KHÔNG KIỂM CHỨNG ĐƯỢC');
  });

  it('says that it has no verdict when its own work breaks off', async () => {
    await page.addInitScript('Worker.prototype.postMessage = () => { throw new Error("broken off") }');
    await page.reload();
    await choose('vet.trail');
    await page.getByText('Bộ kiểm chứng hỏng giữa chừng, chưa có kết quả: broken off.').waitFor();
    expect(await said()).toBe('? KHÔNG KIỂM CHỨNG ĐƯỢC');
  });

  it('takes another file at once: a verdict never stands beside a bundle it is not about', async () => {
    await choose('vet.trail');
    expect(await said()).toBe('✓ NGUYÊN VẸN');
    await page.getByLabel('Chọn gói vết').setInputFiles(join(workspace, 'spoilt.trail'));
    await page.getByText('BỊ CAN THIỆP').waitFor();
    await page.getByLabel('Chọn gói vết').setInputFiles(join(workspace, 'vet.trail'));
    await page.getByText('NGUYÊN VẸN').waitFor();
  });

  it('is used by keyboard alone, and speaks English on demand', async () => {
    const chooserOpened = page.waitForEvent('filechooser');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await (await chooserOpened).setFiles(join(workspace, 'vet.trail'));
    await page.getByLabel('Choose the policy').setInputFiles(join(workspace, 'policy.json'));
    expect(await said()).toBe('✓ INTACT');
    expect(await page.title()).toBe('Verify a responsibility trail');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    expect(await said()).toBe('✓ NGUYÊN VẸN');
  });

  it('takes files that are dropped, in any order, and tells them apart', async () => {
    const dropped = await page.evaluateHandle(
      `((files) => {
        const transfer = new DataTransfer();
        for (const [name, text] of files) transfer.items.add(new File([text], name));
        return transfer;
      })(${JSON.stringify([
        ['b', policyText],
        ['a', new TextDecoder().decode(bundle)],
      ])})`,
    );
    await page.locator('main').dispatchEvent('drop', { dataTransfer: dropped });
    expect(await said()).toBe('✓ NGUYÊN VẸN');
  });

  it('works where the browser allows no worker', async () => {
    await page.addInitScript('delete globalThis.Worker');
    await page.reload();
    await choose('vet.trail');
    expect(await said()).toBe('✓ NGUYÊN VẸN');
  });
});

describe('the report', () => {
  it('is shown as it was printed, in a frame that runs nothing', async () => {
    await choose('vet.trail');
    await said();
    const inner = page.frameLocator('iframe');
    const heading = inner.getByRole('heading', { name: 'Vết trách nhiệm của cb-1' });
    await heading.waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-same-origin');
    const shown = `document.querySelector('iframe').contentDocument`;
    expect(await page.evaluate(`getComputedStyle(${shown}.querySelector('h1')).color`)).toBe('rgb(1, 2, 3)');
    expect(await page.evaluate(`${shown}.scripts.length`)).toBe(0);
    expect(await page.title()).toBe('Kiểm chứng vết trách nhiệm');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu bản in' }).click();
    expect(await readFile(await (await saved).path(), 'utf8')).toBe(report);
  });
});

describe('for everybody', () => {
  it.each([1280, 360])('at %s pixels: no accessibility fault, and nothing is cut off', async (width) => {
    await opened.close();
    await open(width);
    for (const [trail, word] of [
      [null, null],
      ['spoilt.trail', 'BỊ CAN THIỆP'],
      ['vet.trail', 'NGUYÊN VẸN'],
    ] as const) {
      if (trail !== null) await choose(trail);
      if (word !== null) await page.getByText(word).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  });
});

describe('served by the ledger', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runApi({ verifierPage: join(workspace, 'verify.html') });
  });
  afterAll(() => api.stop());

  it('is the same page under its own content policy, and needs the server no more once it is there', async () => {
    const served = await fetch(`${api.url}/verify.html`);
    const html = await readFile(join(workspace, 'verify.html'), 'utf8');
    expect([served.status, await served.text()]).toEqual([200, html]);
    expect(served.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; .+; frame-ancestors 'none'$/u,
    );
    await opened.close();
    opened = await openPage(browser, api.url);
    ({ page } = opened);
    await page.goto(`${api.url}/verify.html`);
    await page.context().setOffline(true);
    await choose('vet.trail');
    expect(await said()).toBe('✓ NGUYÊN VẸN');
  });

  it('is not served at all when it states no content policy of its own', async () => {
    const spoilt = createApi({ ...api.deps, verifierPage: join(workspace, 'policy.json') });
    await expect(spoilt).rejects.toThrow('states no content policy');
  });
});

it('the file holds one script and one style, which its content policy names, and no address', async () => {
  const html = await readFile(join(workspace, 'verify.html'), 'utf8');
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(html)?.[1] ?? '';
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gsu)].map(([, text]) => text ?? '');
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gsu)].map(([, text]) => text ?? '');
  const hash = (text = ''): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect([scripts.length, styles.length]).toEqual([1, 1]);
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hash(scripts[0])}`,
    `style-src ${hash(styles[0])}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(html.replace(/<script>.*?<\/script>/gsu, '')).not.toMatch(/https?:|src=|href=/u);
});
