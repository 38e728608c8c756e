import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { followUpdates, type Updater } from '../../../main/hosts/electron/follow-updates.ts';
import { systemFetch } from '../../../main/hosts/electron/system-fetch.ts';
import { tellPreparation } from '../../../main/hosts/electron/tell-preparation.ts';
import { readUpdateFeed } from '../../../main/hosts/electron/update-feed.ts';
import { fetchThrough } from '../../../main/hosts/thread/host-fetch.ts';
import { openTexts } from '../../../main/hosts/texts.ts';
import { startStandInVendor } from '../../support/stand-in-vendor.ts';
import { answeringCore as core } from '../support/answering-core.ts';
import { emitter } from '../support/electron-events.ts';

const texts = openTexts('ru');

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
    const ready = vi.fn<() => void>();
    const log = ({ code }: { code: string }): void => void lines.push(code);
    const stop = followUpdates(one, 'https://updates.example.org/', log, ready);
    await Promise.resolve();
    one.handlers.get('error')!(new Error('sha512 checksum mismatch'));
    expect(one).toMatchObject({
      autoInstallOnAppQuit: true,
      allowDowngrade: false,
      allowPrerelease: false,
    });
    expect(lines).toEqual(['updates.failed']);
    one.handlers.get('update-downloaded')!({});
    one.handlers.get('update-downloaded')!({});
    expect(lines.slice(1)).toEqual(['updates.ready', 'updates.ready']);
    expect(ready).toHaveBeenCalledOnce();
    stop();
  });
});
