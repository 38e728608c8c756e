import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, Display } from 'electron';
import { describe, expect, test, vi, beforeEach } from 'vitest';
import { openMainWindow } from '../../../main/hosts/electron/main-window.ts';
import { emitter, type Handler } from '../support/electron-events.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-electron-'));
});

describe('window', () => {
  const display = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } } as Display;

  function open(displays = [display], hidden = false) {
    const events = emitter();
    const made: unknown[] = [];
    const window = {
      ...events,
      loadURL: vi.fn<Handler>(async () => undefined),
      maximize: vi.fn<Handler>(),
      show: vi.fn<Handler>(),
      getNormalBounds: () => ({ x: 40, y: 50, width: 1200, height: 700 }),
      isMaximized: () => true,
    };
    const Window = function (options: unknown) {
      made.push(options);
      return window;
    } as unknown as new () => BrowserWindow;
    const paths = {
      preloadFile: '/p.cjs',
      boundsFile: join(folder, 'window.json'),
      iconFile: '/i.png',
    };
    openMainWindow(
      Window,
      { getAllDisplays: () => displays, getPrimaryDisplay: () => displays[0]! },
      { ...paths, title: 'Пульт', hidden },
    );
    return { window, options: made[0], handlers: events.handlers };
  }

  function closeShown({ handlers }: ReturnType<typeof open>): void {
    handlers.get('show')!();
    handlers.get('close')!();
  }

  test('is never larger than its screen', () => {
    const small = { workArea: { x: 0, y: 0, width: 800, height: 560 } } as Display;
    const least = { minWidth: 800, minHeight: 560 };
    expect(open([small]).options).toMatchObject({ width: 800, height: 560, ...least });
  });

  test('has a page that reaches nothing but the preload', () => {
    const { options, window } = open();
    expect(options).toMatchObject({
      show: false,
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
      },
    });
    expect(window.loadURL).toHaveBeenCalledWith('desk://app/');
  });

  test('started by Windows it stays out of sight', () => {
    closeShown(open());
    const { window, handlers } = open([display], true);
    handlers.get('ready-to-show')?.();
    expect(window.show).not.toHaveBeenCalled();
    expect(window.maximize).not.toHaveBeenCalled();
    // Never seen, it has no place to remember; shown later, it is as it was left.
    expect(handlers.has('close')).toBe(false);
    handlers.get('show')!();
    expect(window.maximize).toHaveBeenCalledOnce();
  });

  test('comes back where it was', () => {
    closeShown(open());
    const again = open();
    expect(again.options).toMatchObject({ x: 40, y: 50, width: 1200, height: 700 });
    again.handlers.get('show')!();
    expect(again.window.maximize).toHaveBeenCalledOnce();
  });

  test.each([
    [
      'its screen is gone',
      { bounds: { x: 5000, y: 0, width: 800, height: 600 }, maximized: false },
    ],
    ['nothing readable was kept', { bounds: { x: 'left' } }],
  ])('takes its usual size when %s', async (_why, kept) => {
    await writeFile(join(folder, 'window.json'), JSON.stringify(kept));
    expect(open().options).toMatchObject({ width: 1440, height: 900 });
    expect(open().options).not.toHaveProperty('x');
  });
});
