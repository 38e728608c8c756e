import { describe, expect, test, vi } from 'vitest';
import type { SyncState } from '../../../main/contract/sync.ts';
import {
  startsWithWindows,
  startWithWindows,
  type Autostart,
} from '../../../main/hosts/electron/autostart.ts';
import { CALM, followDeskState, type DeskState } from '../../../main/hosts/electron/desk-state.ts';
import { showBadge } from '../../../main/hosts/electron/show-badge.ts';
import { stayByClock } from '../../../main/hosts/electron/stay-by-clock.ts';
import { fillTray } from '../../../main/hosts/electron/tray-icon.ts';
import { openTexts } from '../../../main/hosts/texts.ts';
import { answeringCore as core } from '../support/answering-core.ts';
import { emitter } from '../support/electron-events.ts';

type Item = Readonly<{
  label?: string;
  type?: string;
  checked?: boolean;
  enabled?: boolean;
  click?: (item: { checked: boolean }) => void;
}>;

/** What a person sees by the clock. */
function tray(
  state: DeskState,
  language: 'ru' | 'en' = 'ru',
  startsItself: Autostart | null = 'on',
) {
  const seen = { image: '', tip: '', items: [] as readonly Item[], wanted: [] as boolean[] };
  const icon = {
    setImage: (image: string) => void (seen.image = image),
    setToolTip: (text: string) => void (seen.tip = text),
    setContextMenu: (items: readonly Item[]) => void (seen.items = items),
  };
  const actions = {
    show: () => undefined,
    syncNow: () => undefined,
    quit: () => undefined,
    startsWithWindows: startsItself,
    startWithWindows: (wanted: boolean) => void seen.wanted.push(wanted),
  };
  const images = { usual: 'usual', alert: 'alert' };
  const menus = { buildFromTemplate: (items: unknown) => items };
  fillTray(icon as never, images as never, menus as never, openTexts(language), actions, state);
  const labels = seen.items.flatMap(({ label }) => label ?? []);
  return { ...seen, labels, wanted: seen.wanted };
}

describe('the icon by the clock', () => {
  test.each([
    ['ru', CALM, 'Пульт доставки', 'usual'],
    [
      'ru',
      { late: 2, unmapped: 5, silent: 1 },
      'Пульт доставки: опаздывает 2 заказа, не загружается 1 подключение, не распределено 5 статусов',
      'alert',
    ],
    ['ru', { ...CALM, silent: 3 }, 'Пульт доставки: не загружаются 3 подключения', 'alert'],
    ['en', CALM, 'Delivery Desk', 'usual'],
    [
      'en',
      { late: 1, unmapped: 2, silent: 2 },
      'Delivery Desk: 1 order is late, 2 connections are not fetching, 2 statuses are not placed',
      'alert',
    ],
  ] as const)('says in %s what asks for somebody: %j', (language, state, tip, image) => {
    const seen = tray(state, language);
    expect([seen.tip, seen.image]).toEqual([tip, image]);
    if (image === 'alert') expect(seen.items[0]).toMatchObject({ enabled: false });
  });

  test.each([
    ['ru', ['Открыть окно', 'Загрузить сейчас', 'Запускать вместе с Windows', 'Выход']],
    ['en', ['Open the window', 'Fetch now', 'Start with Windows', 'Quit']],
  ] as const)('has its menu in %s', (language, labels) => {
    expect(tray(CALM, language).labels).toEqual(labels);
  });

  test('offers the start with Windows to an installed program alone', () => {
    const offered = (startsItself: Autostart | null) =>
      tray(CALM, 'ru', startsItself).items.find(({ type }) => type === 'checkbox');
    expect(offered(null)).toBeUndefined();
    expect(offered('off')).toMatchObject({ checked: false, enabled: true });
    expect(offered('for-all')).toMatchObject({ checked: true, enabled: false });
    expect(offered('for-all')?.label).toContain('у всех');
    const { items, wanted } = tray(CALM);
    items.find(({ type }) => type === 'checkbox')!.click!({ checked: false });
    expect(wanted).toEqual([false]);
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
});

describe('what asks for somebody', () => {
  const connection = (state: object) => ({ connectionId: 1, name: 'a', state: state as SyncState });
  const waiting = (attempt: number) => connection({ type: 'waiting', attempt });

  test('is asked of the core when it may have changed, and told once', async () => {
    const answers = {
      'orders.counts': { late: 3 },
      'statusMapping.unmapped': { statuses: 1 },
      'sync.status': [waiting(2), connection({ type: 'idle' })],
    };
    const { application, tell } = core(answers);
    const timers: (() => void)[] = [];
    const timer = {
      setTimeout: ((work: () => void) => timers.push(work)) as never,
      clearTimeout: () => undefined,
    };
    const seen: DeskState[] = [];
    const stop = followDeskState(application, (state) => seen.push(state), timer);
    await vi.waitFor(() => expect(seen).toEqual([{ late: 3, unmapped: 1, silent: 0 }]));
    const looks = timers.length;
    tell('sync.progressed', [waiting(2)]);
    expect(timers).toHaveLength(looks);
    tell('orders.changed');
    timers.at(-1)!();
    await vi.waitFor(() => expect(timers.length).toBeGreaterThan(looks + 1));
    expect(seen).toHaveLength(1);
    answers['orders.counts'] = { late: 0 };
    answers['sync.status'] = [waiting(3), connection({ type: 'stopped' })];
    tell('sync.progressed', answers['sync.status']);
    timers.at(-1)!();
    await vi.waitFor(() => expect(seen.at(-1)).toEqual({ late: 0, unmapped: 1, silent: 2 }));
    stop();
  });

  test('marks the button of the task bar, with the words for those who do not see it', () => {
    const setOverlayIcon = vi.fn<(image: unknown, words: string) => void>();
    const window = { setOverlayIcon, isDestroyed: () => false };
    const badge = 'image' as never;
    showBadge(window as never, badge, { ...CALM, late: 1 }, openTexts('ru'));
    showBadge(window as never, badge, { ...CALM, unmapped: 1 }, openTexts('en'));
    showBadge(window as never, badge, CALM, openTexts('ru'));
    expect(setOverlayIcon.mock.calls).toEqual([
      ['image', 'опаздывает 1 заказ'],
      ['image', '1 status is not placed'],
      [null, ''],
    ]);
  });
});

describe('closing the window', () => {
  function closing(stays: boolean) {
    const [app, events] = [emitter(), emitter()];
    const [hide, tell] = [vi.fn<() => void>(), vi.fn<() => void>()];
    const launchItems = stays ? [{ scope: 'user', enabled: true }] : [];
    const login = { isPackaged: true, getLoginItemSettings: () => ({ launchItems }) };
    stayByClock({ ...app, ...login } as never, { ...events, hide } as never, tell);
    const close = (): boolean => {
      const preventDefault = vi.fn<() => void>();
      events.handlers.get('close')!({ preventDefault });
      return preventDefault.mock.calls.length === 0;
    };
    return { app, events, hide, tell, close };
  }

  test('ends a program that somebody started', () => {
    const { close, hide } = closing(false);
    expect(close()).toBe(true);
    expect(hide).not.toHaveBeenCalled();
  });

  test('leaves one that Windows starts by the clock, and says so once', () => {
    const { close, hide, tell } = closing(true);
    expect([close(), close()]).toEqual([false, false]);
    expect(hide).toHaveBeenCalledTimes(2);
    expect(tell).toHaveBeenCalledOnce();
  });

  test.each(['before-quit', 'session-end'])('ends it after %s', (name) => {
    const { app, events, close } = closing(true);
    (name === 'before-quit' ? app : events).handlers.get(name)!();
    expect(close()).toBe(true);
  });
});
