import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

const QUIET_MS = 120;
const PATIENCE_MS = 1500;
const SECOND_LOOK_MS = 1000;

/**
 * Faults of access of the page, or of what opened over it: the rule and the elements. Looked for
 * once nothing moves; what is only passing (a list that closes, a notice that fades) is not a fault.
 */
export async function axeFaults(page: Page, within = 'body'): Promise<readonly string[]> {
  await stillness(page);
  const faults = await analyse(page, within);
  if (faults.length === 0) return faults;
  await page.waitForTimeout(SECOND_LOOK_MS);
  await stillness(page);
  return analyse(page, within);
}

async function analyse(page: Page, within: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Resolves when the page has not changed for a moment; a page that never rests is taken as it is. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(
    ([quietMs, patienceMs]) =>
      new Promise<void>((resolve) => {
        const done = (): void => {
          watcher.disconnect();
          resolve();
        };
        let timer = setTimeout(done, quietMs);
        const watcher = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quietMs);
        });
        watcher.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        setTimeout(done, patienceMs);
      }),
    [QUIET_MS, PATIENCE_MS] as const,
  );
}
