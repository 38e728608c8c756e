import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Application } from '../../../main/application.ts';
import { applicationMenu } from '../../../main/hosts/electron/application-menu.ts';
import { closeWithCore, closeWithSession } from '../../../main/hosts/electron/close-with-core.ts';
import { readDesktopOptions } from '../../../main/hosts/electron/desktop-options.ts';
import { becomeOnlyInstance } from '../../../main/hosts/electron/only-instance.ts';
import { openTexts } from '../../../main/hosts/texts.ts';
import { emitter, type Handler } from '../support/electron-events.ts';

describe('program', () => {
  test('is there once; the second start shows the first', () => {
    const app = emitter();
    const show = vi.fn<Handler>();
    const lock = (given: boolean) => ({ ...app, requestSingleInstanceLock: () => given }) as never;
    const folder = mkdtempSync(join(tmpdir(), 'desk-once-'));
    expect(becomeOnlyInstance(lock(false), folder, show)).toBe(false);
    expect(app.handlers.size).toBe(0);
    expect(becomeOnlyInstance(lock(true), folder, show)).toBe(true);
    rmSync(folder, { recursive: true });
    app.handlers.get('second-instance')!();
    expect(show).toHaveBeenCalledOnce();
  });

  test('ends after the core has closed, once', async () => {
    const app = emitter();
    const done: string[] = [];
    const exit = vi.fn<Handler>(() => void done.push('exit'));
    const close = async (): Promise<void> => void done.push('core');
    closeWithCore({ ...app, quit: vi.fn<Handler>(), exit } as never, { close } as Application);
    const preventDefault = vi.fn<Handler>();
    app.handlers.get('will-quit')!({ preventDefault });
    app.handlers.get('will-quit')!({ preventDefault });
    await vi.waitFor(() => expect(exit).toHaveBeenCalledOnce());
    expect(done).toEqual(['core', 'exit']);
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });

  test('closes the core when Windows shuts down', () => {
    const window = emitter();
    const close = vi.fn<() => Promise<void>>(async () => undefined);
    closeWithSession(window as never, { close } as never);
    window.handlers.get('session-end')!();
    expect(close).toHaveBeenCalledOnce();
  });

  test('reads its own options among those of Chromium', () => {
    const options = readDesktopOptions(['.', '--data=/somewhere', '--inspect=1', '--demo']);
    expect(options).toEqual({ dataFolder: resolve('/somewhere'), demo: true, hidden: false });
  });

  test('menus have words for everything, in both languages', () => {
    for (const language of ['ru', 'en'] as const) {
      const menu = applicationMenu(openTexts(language), {
        syncNow: vi.fn<Handler>(),
        openLogs: vi.fn<Handler>(),
      });
      expect(JSON.stringify(menu)).not.toMatch(/desktop\./);
      expect(menu).toHaveLength(4);
    }
  });
});
