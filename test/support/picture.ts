import type { Page } from 'playwright';

/** A picture to look at, into the folder that the variable DESK_PICTURES names; without it none. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESK_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}
