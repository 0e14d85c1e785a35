/**
 * Takes the pictures of the README from a running sample province:
 * `npm run demo` in one shell, `npm run screenshots [URL]` in another. With a bundle and a policy
 * (`npm run screenshots -- URL BUNDLE POLICY`) also that of the page that verifies them.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [url = 'http://127.0.0.1:3000', bundle = '', policy = ''] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

/** The sample province is the same every time, so these are always there. */
const screens = [
  ['overview', '/'],
  ['trail', '/officers/CB-0020'],
  ['dossier', '/dossiers/HS-2026-01072'],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1180 } });
  for (const [name, path] of screens) {
    await page.goto(url + path, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    if ((await page.getByRole('alert').count()) > 0)
      throw new Error(`${path} shows a problem: is this the sample province?`);
    await page.screenshot({ path: `${folder}${name}.png` });
  }
  if (bundle !== '' && policy !== '') {
    await page.goto(`${url}/verify.html`);
    await page.getByLabel('Chọn gói vết').setInputFiles(bundle);
    await page.getByLabel('Chọn chính sách').setInputFiles(policy);
    await page
      .getByText(/NGUYÊN VẸN/)
      .first()
      .waitFor();
    await page.screenshot({ path: `${folder}verify.png` });
  }
} finally {
  await browser.close();
}
