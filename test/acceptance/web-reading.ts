import type { Locator } from 'playwright-core';

/** `dd/MM/yyyy HH:mm` in Vietnam, reckoned by the runtime's own calendar and not by the page's code. */
export const shown = (instant: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
    hour12: false,
  }).format(new Date(instant));
  return parts.replace(',', '');
};

/** The texts of a table, row by row. */
export const rowsOf = async (table: Locator): Promise<readonly (readonly string[])[]> =>
  Promise.all((await table.locator('tbody tr').all()).map((row) => row.locator('th, td').allInnerTexts()));

/** What stands beside a label in a list of facts. */
export const factOf = async (place: Locator, label: string): Promise<string> =>
  place
    .locator('dt', { hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd')
    .first()
    .innerText();
