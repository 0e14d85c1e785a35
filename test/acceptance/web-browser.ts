import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

// A browser that never speaks to anyone but the page under test.
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = async (): Promise<Browser> => {
  if (!existsSync(executablePath))
    throw new Error(`no browser at ${executablePath}: install the Debian package "chromium" or set CHROMIUM`);
  return chromium.launch({ executablePath, args: quiet });
};

/** Scripts for the page are texts: the types of a browser's globals stay out of the server's code. */
const reportViolations = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('content policy: ' + event.violatedDirective + ' ' + event.blockedURI))`;

/** A page and everything it did that a good page does not do. */
export type WatchedPage = {
  readonly page: Page;
  /** Console errors, uncaught exceptions, content policy violations, requests to other origins. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

export const openPage = async (browser: Browser, origin: string, width = 1280): Promise<WatchedPage> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: origin, locale: 'en-US' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) complaints.push(request.url());
  });
  await context.addInitScript({ content: reportViolations });
  return { page, complaints, close: () => context.close() };
};

/** Waits until the screen has its data: nothing on it says that it is loading. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
};

/** What axe-core finds against WCAG 2.2 A and AA and its good practice, one line per rule. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};
