import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScreenId } from '../../renderer/app/screens.tsx';
import { CHAIN_START } from '../faults/support/chain-desk.ts';
import { axeFaults } from '../support/axe-faults.ts';
import { browserOfFile } from '../support/browser-of-file.ts';
import { openDeskWindow, type DeskWindow } from '../support/desk-window.ts';
import { firstRow, showAllTime } from '../support/orders-page.ts';
import { openSyncedChain, type SyncedChain } from '../support/synced-chain.ts';

const button = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first();
const first = (selector: string) => (page: Page) => page.locator(`${selector}:visible`).first();

/** What a screen shows once it has its data. A screen that is added and not tried here does not compile. */
const SCREENS: Readonly<Record<ScreenId, (page: Page) => Locator>> = {
  orders: firstRow,
  reports: first('main canvas'),
  sources: button(/^Действия: /),
  statuses: first('section[data-group]'),
  zones: first('canvas.maplibregl-canvas'),
  terminals: first('[role=tab][aria-selected=true]'),
  connections: button(/^Удалить/),
  settings: first('main h2'),
  sync: button(/полнота|доказан/),
};

const browser = browserOfFile();
let chain: SyncedChain;
let window: DeskWindow;

beforeAll(async () => {
  chain = await openSyncedChain('axe', 81);
  window = await openDeskWindow(browser(), chain, 'orders', {
    viewport: { width: 1366, height: 900 },
    // The chain's orders end there, whatever the machine's clock says.
    now: new Date(CHAIN_START),
  });
});

afterAll(async () => {
  await window.close();
  await chain.close();
});

describe.each(['light', 'dark'] as const)('with real orders, %s', (theme) => {
  beforeAll(() => window.wear(theme));

  it.each(Object.entries(SCREENS))('the screen «%s» has no faults', async (screen, shown) => {
    await window.show(screen);
    await shown(window.page).waitFor();
    expect(await axeFaults(window.page)).toEqual([]);
  });

  it('neither has the list of all time with an open card', async () => {
    await window.show('orders');
    await showAllTime(window.page);
    await firstRow(window.page).click();
    await window.page.getByRole('complementary').last().waitFor();
    expect(await axeFaults(window.page)).toEqual([]);
  });
});
