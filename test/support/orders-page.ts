import type { Locator, Page } from 'playwright';

/** The first line of the list with its values in it. */
export const firstRow = (page: Page): Locator =>
  page.locator('[role="grid"] [data-index="0"]:not([data-waiting])');

/** Shows the orders of every day: the list begins with today's. */
export async function showAllTime(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Дни/ }).click();
  await page.getByRole('button', { name: 'Всё время', exact: true }).click();
  await firstRow(page).waitFor();
}
