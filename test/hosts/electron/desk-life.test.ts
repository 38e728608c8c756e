import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  startsWithWindows,
  startWithWindows,
  type Autostart,
} from '../../../main/hosts/electron/autostart.ts';
import { catchUpAfterSleep } from '../../../main/hosts/electron/catch-up.ts';
import { followDeskState } from '../../../main/hosts/electron/desk-state.ts';
import { followUpdates, type Updater } from '../../../main/hosts/electron/follow-updates.ts';
import { showBadge } from '../../../main/hosts/electron/show-badge.ts';
import { systemFetch } from '../../../main/hosts/electron/system-fetch.ts';
import { tellPreparation } from '../../../main/hosts/electron/tell-preparation.ts';
import { fillTray } from '../../../main/hosts/electron/tray-icon.ts';
import { readUpdateFeed } from '../../../main/hosts/electron/update-feed.ts';
import { fetchThrough } from '../../../main/hosts/thread/host-fetch.ts';
import { openTexts } from '../../../main/hosts/texts.ts';
import { startStandInVendor } from '../../support/stand-in-vendor.ts';
import { answeringCore as core } from '../support/answering-core.ts';
import { emitter } from '../support/electron-events.ts';

const texts = openTexts('ru');

describe('the icon by the clock', () => {
  const actions = {
    show: () => undefined,
    syncNow: () => undefined,
    quit: () => undefined,
    startsWithWindows: 'on' as Autostart | null,
    startWithWindows: vi.fn<(wanted: boolean) => void>(),
  };
  const filled = (late: number, unmapped: number, more = {}) => {
    const tray = { setToolTip: vi.fn<(text: string) => void>(), setContextMenu: () => undefined };
    const buildFromTemplate = vi.fn<(items: { label?: string; click?: unknown }[]) => never>();
    fillTray(
      tray as never,
      { buildFromTemplate } as never,
      texts,
      { ...actions, ...more },
      {
        late,
        unmapped,
      },
    );
    return { tip: tray.setToolTip.mock.calls[0]![0], items: buildFromTemplate.mock.calls[0]![0] };
  };

  test('says what asks for somebody, or only its name', () => {
    expect(filled(0, 0).tip).toBe('Пульт доставки');
    const { tip, items } = filled(2, 5);
    expect(tip).toBe('Пульт доставки: опаздывает 2 заказа, не распределено 5 статусов');
    expect(items[0]).toMatchObject({ enabled: false });
  });

  test('offers the start with Windows to an installed program alone', () => {
    const named = (items: readonly { label?: string }[]) =>
      items.find(({ label }) => label?.endsWith('вместе с Windows')) as
        | { checked: boolean; click(item: { checked: boolean }): void }
        | undefined;
    expect(named(filled(0, 0, { startsWithWindows: null }).items)).toBeUndefined();
    named(filled(0, 0).items)!.click({ checked: false });
    expect(actions.startWithWindows).toHaveBeenCalledExactlyOnceWith(false);
    const forAll = filled(0, 0, { startsWithWindows: 'for-all' }).items;
    expect(forAll.find(({ label }) => label?.includes('у всех'))).toMatchObject({
      checked: true,
      enabled: false,
    });
  });

  test.each([
    [[], 'off'],
    [[{ scope: 'user', enabled: false }], 'off'],
    [[{ scope: 'user', enabled: true }], 'on'],
    [
      [
        { scope: 'user', enabled: true },
        { scope: 'machine', enabled: true },
      ],
      'for-all',
    ],
  ])('knows by the entries of Windows whether it is started: %j', (launchItems, told) => {
    const asked = vi.fn<(options: object) => object>(() => ({ launchItems }));
    const set = vi.fn<(item: object) => void>();
    const app = { isPackaged: true, getLoginItemSettings: asked, setLoginItemSettings: set };
    expect(startsWithWindows(app as never)).toBe(told);
    startWithWindows(app as never, told !== 'on');
    // In quotes: a path with spaces would be cut at the first one.
    const entry = { path: `"${process.execPath}"`, args: ['--hidden'] };
    expect(asked).toHaveBeenCalledWith(entry);
    expect(set).toHaveBeenCalledWith({ openAtLogin: told !== 'on', ...entry });
    expect(startsWithWindows({ ...app, isPackaged: false } as never)).toBeNull();
  });

  test('and the badge follow the core, and tell the same once', async () => {
    const answers = { 'orders.counts': { late: 3 }, 'statusMapping.unmapped': { statuses: 1 } };
    const { application, tell } = core(answers);
    const timers: (() => void)[] = [];
    const timer = {
      setTimeout: ((work: () => void) => timers.push(work)) as never,
      clearTimeout: () => undefined,
    };
    const seen: unknown[] = [];
    const stop = followDeskState(application, (state) => seen.push(state), timer);
    await vi.waitFor(() => expect(seen).toEqual([{ late: 3, unmapped: 1 }]));
    tell('orders.changed');
    timers.at(-1)!();
    await vi.waitFor(() => expect(timers.length).toBeGreaterThan(2));
    expect(seen).toHaveLength(1);
    answers['orders.counts'] = { late: 0 };
    timers.at(-1)!();
    await vi.waitFor(() => expect(seen.at(-1)).toEqual({ late: 0, unmapped: 1 }));
    stop();
    const setOverlayIcon = vi.fn<(image: unknown, words: string) => void>();
    const window = { setOverlayIcon, isDestroyed: () => false };
    showBadge(window as never, 'image' as never, { late: 1, unmapped: 0 }, texts);
    showBadge(window as never, 'image' as never, { late: 0, unmapped: 0 }, texts);
    expect(setOverlayIcon.mock.calls).toEqual([
      ['image', 'опаздывает 1 заказ'],
      [null, ''],
    ]);
  });
});

test('after sleep everything is fetched at once', () => {
  const power = emitter();
  const { application, asked } = core({});
  catchUpAfterSleep(power as never, application);
  power.handlers.get('resume')!();
  expect(asked).toEqual(['sync.now']);
});

test('a refused file is told with its line', async () => {
  const problem = {
    kind: 'invalid',
    code: 'provisioning.missing-field',
    params: { line: 7, column: 3, field: 'preset' },
  };
  const { application, tell } = core({
    'provisioning.state': { state: 'refused', problems: [problem], at: 1 },
  });
  const shown: unknown[] = [];
  tellPreparation(
    application,
    () => texts,
    (notice) => shown.push(notice),
  );
  tell('provisioning.changed');
  await vi.waitFor(() =>
    expect(shown).toEqual([
      {
        title: 'Файл подготовки не принят',
        body: 'Строка 7, столбец 3. Не хватает поля «preset».',
      },
    ]),
  );
});

describe('the network of Windows', () => {
  test('carries a request of the core and its answer whole', async () => {
    const vendor = await startStandInVendor();
    vendor.answer = ({ headers, body }, response) => {
      response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '7' });
      response.end(JSON.stringify({ told: body, bearer: headers.authorization }));
    };
    const carried = fetchThrough(systemFetch({ fetch: globalThis.fetch, request: null } as never));
    const answer = await carried(`${vendor.url}/api`, {
      method: 'POST',
      headers: { authorization: 'Bearer abc', 'content-type': 'application/json' },
      body: JSON.stringify({ город: 'Омск' }),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await answer.json()).toEqual({ told: { город: 'Омск' }, bearer: 'Bearer abc' });
    await vendor.close();
    await expect(carried(vendor.url)).rejects.toBeInstanceOf(TypeError);
  });

  test('is given up when the core gives up', async () => {
    const never = fetchThrough(() => new Promise(() => undefined));
    const asked = never('https://example.org', { signal: AbortSignal.timeout(5) });
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('updates', () => {
  const updater = () => {
    const events = emitter();
    const checkForUpdates = vi.fn<() => Promise<null>>(async () => null);
    const setFeedURL = vi.fn<(options: unknown) => void>();
    return { ...events, checkForUpdates, setFeedURL } as unknown as Updater & typeof events;
  };

  test.each([
    ['{"feed":"https://updates.example.org/desk/"}', 'https://updates.example.org/desk/'],
    ['{"feed":"http://updates.example.org/"}', null],
    ['{"feed":"https://me:secret@updates.example.org/"}', null],
    ['{"feed":"file:///c:/update"}', null],
    ['not JSON', null],
    [null, null],
  ])('are off unless the data folder names an https server: %j', (text, feed) => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-updates-'));
    if (text !== null) writeFileSync(join(folder, 'updates.json'), text);
    expect(readUpdateFeed(folder)).toBe(feed);
    rmSync(folder, { recursive: true, force: true });
  });

  test('wait for the end of work, never go back, and a feed that fails changes nothing', async () => {
    const lines: string[] = [];
    const one = updater();
    one.checkForUpdates = () => Promise.reject(new Error('ENOTFOUND'));
    const stop = followUpdates(one, 'https://updates.example.org/', ({ code }) => {
      lines.push(code);
    });
    await Promise.resolve();
    one.handlers.get('error')!(new Error('sha512 checksum mismatch'));
    expect(one).toMatchObject({
      autoInstallOnAppQuit: true,
      allowDowngrade: false,
      allowPrerelease: false,
    });
    expect(lines).toEqual(['updates.failed']);
    one.handlers.get('update-downloaded')!({});
    expect(lines.at(-1)).toBe('updates.ready');
    stop();
  });
});
