import fs, { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeProfiles } from '../../main/features/profiles/index.ts';
import { failureOf } from '../support/failure-of.ts';
import { PLUGIN_TEXT, savedFile, TERMINAL_ID, TillFiles, TIMEOUT } from '../support/till-files.ts';

let desk: TillFiles;

beforeEach(() => {
  desk = new TillFiles();
});
afterEach(() => desk.close());

describe('saving', () => {
  test('changes one value and not another byte', async () => {
    const save = await desk.edit(await desk.openPlugin(), [{ element: TIMEOUT, value: '30000' }]);
    expect(save).toMatchObject({ type: 'saved', restart: 'front', file: { canUndo: true } });
    expect(desk.onDisk()).toBe(PLUGIN_TEXT.replace('10000', '30000'));
    expect(desk.told).toContainEqual({ fileIds: [savedFile(save).file.id] });
  });

  test('says who changed it and why', async () => {
    const { file } = savedFile(
      await desk.edit(await desk.openPlugin(), [{ element: TIMEOUT, value: '30000' }]),
    );
    const [newest, first] = await desk.ask.history({ fileId: file.id });
    expect(newest).toMatchObject({
      number: 2,
      origin: 'edited',
      author: 'Марина',
      why: 'проверка',
    });
    expect(first).toMatchObject({ number: 1, origin: 'seen', author: null });
    const rows = await desk.ask.compare({ left: first!.id, right: newest!.id });
    expect(rows.filter(({ type }) => type !== 'same')).toMatchObject([
      { left: expect.stringContaining('10000'), right: expect.stringContaining('30000') },
    ]);
  });

  test('the same value writes nothing', async () => {
    const save = await desk.edit(await desk.openPlugin(), [{ element: TIMEOUT, value: '10000' }]);
    expect([save.type, desk.onDisk()]).toEqual(['unchanged', PLUGIN_TEXT]);
  });

  test('a whole text comes back from the editor with its line ends', async () => {
    const shown = await desk.openPlugin();
    const text = shown.text.replaceAll('\r\n', '\n').replace('10000', '45000');
    const { file } = shown;
    const save = await desk.ask.save({
      fileId: file.id,
      baseHash: file.hash,
      change: { type: 'text', text },
      why: '',
      accepted: [],
    });
    expect([save.type, desk.onDisk()]).toEqual(['saved', PLUGIN_TEXT.replace('10000', '45000')]);
  });

  test('a text that is no sound file is never written', async () => {
    const { file } = await desk.openPlugin();
    const change = { type: 'text' as const, text: '<config><serverUrl></config>' };
    const failure = await failureOf(() =>
      desk.ask.save({ fileId: file.id, baseHash: file.hash, change, why: '', accepted: [] }),
    );
    expect([failure.kind, desk.onDisk()]).toEqual(['invalid', PLUGIN_TEXT]);
  });

  test('a mistaken value is asked about before it is written', async () => {
    const shown = await desk.openPlugin();
    const doubted = await desk.edit(shown, [{ element: TIMEOUT, value: 'долго' }]);
    expect([doubted, desk.onDisk()]).toEqual([
      { type: 'doubted', doubts: ['new-errors'] },
      PLUGIN_TEXT,
    ]);
    const forced = await desk.edit(shown, [{ element: TIMEOUT, value: 'долго' }], ['new-errors']);
    expect([forced.type, desk.onDisk()]).toEqual(['saved', PLUGIN_TEXT.replace('10000', 'долго')]);
  });

  test('a name in the wrong case is not made', async () => {
    expect(
      await failureOf(async () =>
        desk.edit(await desk.openPlugin(), [{ element: 'ServerURL', value: 'x' }]),
      ),
    ).toMatchObject({ code: 'config-files.wrong-name', params: { expected: 'serverUrl' } });
  });

  test('a running till and an open shift are asked about', async () => {
    desk.running.push('explorer.exe', 'iikoFront.Net.exe');
    writeFileSync(
      join(desk.till, 'CashServerInfo.xml'),
      '<CashServerInfo><CurrentCafeSessionNumber>812</CurrentCafeSessionNumber></CashServerInfo>',
    );
    const shown = await desk.openPlugin();
    expect(shown.till).toEqual({ frontRunning: true, shiftOpen: true, shiftNumber: 812 });
    const save = await desk.edit(shown, [{ element: TIMEOUT, value: '30000' }]);
    expect(save).toEqual({ type: 'doubted', doubts: ['front-running', 'shift-open'] });
    const agreed = await desk.edit(
      shown,
      [{ element: TIMEOUT, value: '30000' }],
      ['front-running', 'shift-open'],
    );
    expect(agreed.type).toBe('saved');
  });

  test.each([
    [['explorer.exe', 'IIKOFRONT.NET.EXE'], 'config-files.held-by', 'iikoFront.Net.exe'],
    [['Resto.Front.Api.Host.exe'], 'config-files.held-by', 'Resto.Front.Api.Host.exe'],
    [['notepad.exe'], 'document.held', undefined],
  ])('a file held while %j runs is told with %s', async (running, code, programs) => {
    const shown = await desk.openPlugin();
    desk.running.push(...running);
    const rename = vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw Object.assign(new Error('held'), { code: 'EBUSY' });
    });
    const save = (): unknown =>
      desk.edit(shown, [{ element: TIMEOUT, value: '30000' }], ['front-running']);
    const { kind, code: told, params } = await failureOf(save);
    rename.mockRestore();
    expect([kind, told, params['cause'], params['programs']]).toEqual([
      'busy',
      code,
      'EBUSY',
      programs,
    ]);
    expect(desk.onDisk()).toBe(PLUGIN_TEXT);
  });

  test('a preview shows what would become of the file and writes nothing', async () => {
    const { file } = await desk.openPlugin();
    const change = { type: 'elements' as const, edits: [{ element: 'terminalId', value: null }] };
    const preview = await desk.ask.preview({ fileId: file.id, change });
    expect(preview).toMatchObject({ changes: true, doubts: ['terminal-id'] });
    expect(preview.lines.filter(({ type }) => type !== 'same')).toMatchObject([
      { type: 'removed', left: `  <terminalId>${TERMINAL_ID}</terminalId>`, leftLine: 6 },
    ]);
    expect(preview.findings.map(({ code }) => code)).toContain('terminal-id-missing');
    expect(desk.onDisk()).toBe(PLUGIN_TEXT);
  });

  test('an operator may look and not change', async () => {
    const shown = await desk.openPlugin();
    const people = changeProfiles(
      desk.db,
      { now: Date.now, sleep: async () => undefined },
      () => undefined,
    );
    const other = await people.add({ name: 'Оля', preset: 'operator', rights: [], pin: null });
    await people.switchTo({ profileId: other.id, pin: null });
    expect((await desk.openPlugin()).text).toBe(PLUGIN_TEXT);
    expect(
      await failureOf(() => desk.edit(shown, [{ element: TIMEOUT, value: '30000' }])),
    ).toMatchObject({ kind: 'refused', code: 'profiles.right-missing' });
    expect(desk.onDisk()).toBe(PLUGIN_TEXT);
  });
});
