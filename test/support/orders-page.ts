import type { Locator, Page } from 'playwright';

/** The list of orders. */
export const grid = (page: Page): Locator => page.getByRole('grid');

/** A line of the list, from 0, with its values in it. */
export const row = (page: Page, index: number): Locator =>
  page.locator(`[role="grid"] [data-index="${index}"]:not([data-waiting])`);

/** The first line of the list with its values in it. */
export const firstRow = (page: Page): Locator => row(page, 0);

/** A line that is chosen. */
export const chosenRow = (page: Page, index: number): Locator =>
  row(page, index).and(page.locator('[aria-selected="true"]'));

/** Whether a line stands wholly inside the list. */
export async function inSight(page: Page, index: number): Promise<boolean> {
  const [line, box] = await Promise.all([row(page, index).boundingBox(), grid(page).boundingBox()]);
  if (line === null || box === null) return false;
  return line.y >= box.y && line.y + line.height <= box.y + box.height + 1;
}

/** Shows the orders of every day: the list begins with today's. */
export async function showAllTime(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Дни/ }).click();
  await page.getByRole('button', { name: 'Всё время', exact: true }).click();
  await firstRow(page).waitFor();
}
