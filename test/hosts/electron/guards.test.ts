import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { denyPermissions } from '../../../main/hosts/electron/deny-permissions.ts';
import { mayOpenExternal } from '../../../main/hosts/electron/open-external.ts';
import { refuseForeignPages } from '../../../main/hosts/electron/refuse-foreign-pages.ts';
import { saveDownloads } from '../../../main/hosts/electron/save-downloads.ts';
import { emitter, type Handler } from '../support/electron-events.ts';

describe('guards', () => {
  function guarded() {
    const app = emitter();
    const shell = { openExternal: vi.fn<() => Promise<void>>(async () => undefined) };
    refuseForeignPages(app as never, shell);
    const contents = emitter();
    let open: Handler = () => undefined;
    const setWindowOpenHandler = (handler: unknown): void => void (open = handler as Handler);
    app.handlers.get('web-contents-created')!({}, {
      ...contents,
      setWindowOpenHandler,
    } as Partial<WebContents>);
    return { contents, shell, open: (url: string) => open({ url }) };
  }

  test.each([
    ['https://evil.example/', true],
    ['file:///c:/windows', true],
    ['desk://other/', true],
    ['javascript:alert(1)', true],
    ['desk://app/', false],
  ])('navigation to %s is prevented: %s', (url, prevented) => {
    const { contents } = guarded();
    const preventDefault = vi.fn<Handler>();
    contents.handlers.get('will-frame-navigate')!({ url, preventDefault });
    contents.handlers.get('will-redirect')!({ url, preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(prevented ? 2 : 0);
  });

  test('a phone goes to its program, and the page stays', () => {
    const { contents, shell } = guarded();
    const preventDefault = vi.fn<Handler>();
    contents.handlers.get('will-frame-navigate')!({ url: 'tel:+79161234567', preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('tel:+79161234567');
  });

  test('no embedded view, no new window', () => {
    const { contents, open, shell } = guarded();
    const preventDefault = vi.fn<Handler>();
    contents.handlers.get('will-attach-webview')!({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(open('https://evil.example/')).toEqual({ action: 'deny' });
    expect(shell.openExternal).not.toHaveBeenCalled();
    expect(open('https://ru.iiko.help/articles')).toEqual({ action: 'deny' });
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://ru.iiko.help/articles');
  });

  test.each([
    ['https://ru.iiko.help/x', true],
    ['https://iiko.ru', true],
    ['http://iiko.ru', false],
    ['https://iiko.ru.evil.example', false],
    ['https://eviliiko.ru', false],
    ['https://user@iiko.ru', false],
    ['https://iiko.ru:8443', false],
    ['file:///c:/windows/system32/calc.exe', false],
    ['ms-msdt:/id', false],
    ['tel:+79161234567', true],
    ['tel:112', true],
    ['tel:+7916;phone-context=x', false],
    ['tel:calc.exe', false],
    ['tel:+79161234567\n--run', false],
    ['', false],
  ])('outside may open %s: %s', (address, allowed) => {
    expect(mayOpenExternal(address)).toBe(allowed);
  });

  test('permissions: copying as text for our own page, nothing else for anybody', () => {
    let request: Handler = () => undefined;
    let check: Handler = () => undefined;
    let device: Handler = () => true;
    denyPermissions({
      setPermissionRequestHandler: (handler: unknown) => void (request = handler as Handler),
      setPermissionCheckHandler: (handler: unknown) => void (check = handler as Handler),
      setDevicePermissionHandler: (handler: unknown) => void (device = handler as Handler),
    } as unknown as Session);
    const names = [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'clipboard-sanitized-write',
      'openExternal',
      'fileSystem',
      'usb',
    ];
    const granted = (url: string): string[] =>
      names.filter((name) => {
        const answer = vi.fn<Handler>();
        request({ getURL: () => url }, name, answer);
        return answer.mock.calls[0]![0] === true;
      });
    expect(granted('desk://app/')).toEqual(['clipboard-sanitized-write']);
    expect(granted('https://evil.example/')).toEqual([]);
    expect(names.filter((name) => check(null, name, 'desk://app'))).toEqual([
      'clipboard-sanitized-write',
    ]);
    expect(device({})).toBe(false);
  });

  test('downloads of our page only, and the person says where', () => {
    const session = emitter();
    saveDownloads(session as never, { getPath: () => '/downloads' });
    const setSaveDialogOptions = vi.fn<Handler>();
    const preventDefault = vi.fn<Handler>();
    const item = (url: string) => ({
      getURL: () => url,
      getFilename: () => 'a.csv',
      setSaveDialogOptions,
    });
    session.handlers.get('will-download')!({ preventDefault }, item('https://evil.example/a.exe'));
    expect([preventDefault.mock.calls.length, setSaveDialogOptions.mock.calls.length]).toEqual([
      1, 0,
    ]);
    session.handlers.get('will-download')!({ preventDefault }, item('blob:https://evil.example/1'));
    expect(preventDefault).toHaveBeenCalledTimes(2);
    session.handlers.get('will-download')!({ preventDefault }, item('blob:desk://app/1'));
    session.handlers.get('will-download')!({ preventDefault }, item('desk://app/transfer/x'));
    expect(preventDefault).toHaveBeenCalledTimes(2);
    expect(setSaveDialogOptions).toHaveBeenCalledTimes(2);
    expect(setSaveDialogOptions).toHaveBeenCalledWith({ defaultPath: join('/downloads', 'a.csv') });
  });
});
