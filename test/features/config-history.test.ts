import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigDoubt } from '../../main/contract/config-changes.ts';
import type { OpenConfigFile } from '../../main/contract/config-files.ts';
import { createConfigFiles } from '../../main/features/config-files/index.ts';
import { closeDb, openWritable } from '../../main/store/database.ts';
import { promiseVersion } from '../../main/store/config-files/config-versions.ts';
import { failureOf } from '../support/failure-of.ts';
import {
  OTHER_ID,
  PLUGIN_TEXT,
  savedFile,
  TERMINAL_ID,
  TillFiles,
  TIMEOUT,
} from '../support/till-files.ts';

const storeOf = ({ folder }: TillFiles): string => join(folder, 'store', 'desk.sqlite');

let desk: TillFiles;

beforeEach(() => {
  desk = new TillFiles();
});
afterEach(() => desk.close());

describe('taking back', () => {
  async function three(): Promise<OpenConfigFile> {
    let shown = await desk.openPlugin();
    for (const value of ['20000', '30000', '40000']) {
      shown = savedFile(await desk.edit(shown, [{ element: TIMEOUT, value }]));
    }
    return shown;
  }

  const step = async (
    way: 'undo' | 'redo',
    { file }: OpenConfigFile,
    accepted: ConfigDoubt[] = [],
  ): Promise<OpenConfigFile> =>
    savedFile(await desk.ask[way]({ fileId: file.id, baseHash: file.hash, accepted }));

  test('undo goes back to the first version, redo forward to the last', async () => {
    let shown = await three();
    const seen: string[] = [desk.onDisk()];
    while (shown.canUndo) {
      shown = await step('undo', shown);
      seen.push(desk.onDisk());
    }
    const texts = ['40000', '30000', '20000', '10000'].map((ms) =>
      PLUGIN_TEXT.replace('10000', ms),
    );
    expect(seen).toEqual(texts);
    while (shown.canRedo) shown = await step('redo', shown);
    expect(desk.onDisk()).toBe(texts[0]);
    const { file } = shown;
    expect(
      await failureOf(() => desk.ask.redo({ fileId: file.id, baseHash: file.hash, accepted: [] })),
    ).toMatchObject({ code: 'config-files.nothing-to-redo' });
  });

  test('undo survives a restart of the program and a reinstall of iiko', async () => {
    await three();
    desk.restart();
    rmSync(desk.till, { recursive: true });
    mkdirSync(join(desk.pluginPath, '..'), { recursive: true });
    writeFileSync(desk.pluginPath, PLUGIN_TEXT.replace(TERMINAL_ID, OTHER_ID));
    const shown = await step('undo', await desk.openPlugin(), ['terminal-id']);
    expect(desk.onDisk()).toBe(PLUGIN_TEXT.replace('10000', '40000'));
    expect(shown.canUndo).toBe(true);
  }, 20_000);

  test('any version comes back', async () => {
    const { file } = await three();
    const history = await desk.ask.history({ fileId: file.id });
    const change = { type: 'version' as const, versionId: history.at(-1)!.id };
    savedFile(
      await desk.ask.save({ fileId: file.id, baseHash: file.hash, change, why: '', accepted: [] }),
    );
    expect(desk.onDisk()).toBe(PLUGIN_TEXT);
    const [newest] = await desk.ask.history({ fileId: file.id });
    expect(newest).toMatchObject({ number: 5, origin: 'restored', sameAs: 1, current: true });
  });
});

describe('a save that was cut off', () => {
  async function cutOff(): Promise<Readonly<{ id: number; bytes: Buffer }>> {
    const { file } = await desk.openPlugin();
    const bytes = Buffer.from(PLUGIN_TEXT.replace('10000', '30000'));
    const draft = {
      bytes,
      at: desk.now,
      origin: 'edited',
      author: 'Марина',
      why: 'почему',
    } as const;
    promiseVersion(desk.db, file.id, draft);
    desk.restart();
    return { id: file.id, bytes };
  }
  const last = async (fileId: number) => {
    await desk.ask.open({ fileId });
    return (await desk.ask.history({ fileId })).map(({ origin, author }) => `${origin} ${author}`);
  };

  test('before the file was written never was', async () => {
    const { id } = await cutOff();
    expect(await last(id)).toEqual(['seen null']);
  });

  test('after the file was written is what it was meant to be', async () => {
    const { id, bytes } = await cutOff();
    writeFileSync(desk.pluginPath, bytes);
    expect(await last(id)).toEqual(['edited Марина', 'seen null']);
  });

  test('and a change outside after it: both are told apart', async () => {
    const { id } = await cutOff();
    writeFileSync(desk.pluginPath, PLUGIN_TEXT.replace('10000', '40000'));
    expect(await last(id)).toEqual(['seen null', 'seen null']);
  });
});

test('a file that another program replaces again and again never loses a change of either', async () => {
  let { file } = await desk.openPlugin();
  let merged = 0;
  for (let round = 1; round <= 30; round += 1) {
    const theirs = desk.onDisk().replace(/InSeconds>\d+</, `InSeconds>${round}<`);
    if (round % 2 === 0) writeFileSync(desk.pluginPath, theirs);
    const value = String(30_000 + round);
    let save = await desk.edit({ file }, [{ element: TIMEOUT, value }]);
    if (save.type === 'changed-outside') {
      merged += 1;
      const change = { type: 'text' as const, text: save.merge.merged! };
      const baseHash = save.merge.theirsHash;
      save = await desk.ask.save({ fileId: file.id, baseHash, change, why: '', accepted: [] });
    }
    ({ file } = savedFile(save));
    expect(desk.onDisk()).toContain(`>${value}<`);
    if (round % 2 === 0) expect(desk.onDisk()).toContain(`InSeconds>${round}<`);
  }
  expect(merged).toBe(15);
});

test('many saves of one file at once: each is told what became of it', async () => {
  const { file } = await desk.openPlugin();
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      desk.edit({ file }, [{ element: TIMEOUT, value: String(40_000 + at) }]),
    ),
  );
  expect(all.map(({ type }) => type).toSorted()).toEqual([
    ...Array(7).fill('changed-outside'),
    'saved',
  ]);
});

test('two programs on one store: a change has one version, and its author', async () => {
  const { file } = await desk.openPlugin();
  const other = openWritable(storeOf(desk));
  const outside = {
    now: () => desk.now,
    sleep: () => Promise.resolve(),
    log: () => undefined,
    localIikoRoots: [join(desk.folder, 'roaming')],
  };
  const files = createConfigFiles(other, outside, () => undefined);
  // The other one looks all the time, also between the promise, the writing and the word of it.
  let isOver = false;
  const looking = (async () => {
    while (!isOver) await files.handlers.open({ fileId: file.id });
  })();
  let shown = await desk.openPlugin();
  for (let round = 1; round <= 15; round += 1) {
    const value = String(30_000 + round);
    shown = savedFile(await desk.edit(shown, [{ element: TIMEOUT, value }]));
  }
  isOver = true;
  await looking;
  files.close();
  closeDb(other);
  const history = await desk.ask.history({ fileId: file.id });
  const [first, ...edits] = history.toReversed();
  expect([first?.origin, edits.length]).toEqual(['seen', 15]);
  expect(new Set(edits.map(({ author }) => author))).toEqual(new Set(['Марина']));
});

describe('the identity of a terminal', () => {
  test('is known soon after the start, before anybody asked', async () => {
    desk.restart(true);
    const kept = () =>
      desk.db.raw.prepare('SELECT value FROM config_terminal_id').pluck().all() as string[];
    await expect.poll(kept, { timeout: 5000 }).toEqual([TERMINAL_ID]);
  });

  test('deleting is asked about, undone, and the value is kept', async () => {
    const { file } = await desk.openPlugin();
    const input = { fileId: file.id, baseHash: file.hash, why: 'регистрация', accepted: [] };
    expect(await desk.ask.deleteTerminalId(input)).toEqual({
      type: 'doubted',
      doubts: ['terminal-id'],
    });
    const gone = savedFile(
      await desk.ask.deleteTerminalId({ ...input, accepted: ['terminal-id'] }),
    );
    expect(desk.onDisk()).not.toContain('terminalId');
    // Deleted on purpose: nothing is pressed upon the person.
    expect(gone.terminalIdOffer).toBeNull();
    expect(await desk.ask.terminalIds({ fileId: file.id })).toMatchObject([
      { value: TERMINAL_ID, current: false },
    ]);
    const { file: now } = gone;
    await desk.ask.undo({ fileId: file.id, baseHash: now.hash, accepted: [] });
    expect(desk.onDisk()).toBe(PLUGIN_TEXT);
  });

  test('after a reinstall the old one is offered and put back', async () => {
    await desk.openPlugin();
    writeFileSync(desk.pluginPath, PLUGIN_TEXT.replace(TERMINAL_ID, OTHER_ID));
    const shown = await desk.openPlugin();
    expect(shown.terminalIdOffer).toMatchObject({ value: TERMINAL_ID, current: false });
    const { file } = shown;
    const back = savedFile(
      await desk.ask.restoreTerminalId({
        fileId: file.id,
        baseHash: file.hash,
        value: TERMINAL_ID,
        accepted: [],
      }),
    );
    expect([desk.onDisk(), back.terminalIdOffer]).toEqual([PLUGIN_TEXT, null]);
    expect(
      (await desk.ask.terminalIds({ fileId: file.id })).map(({ value }) => value).toSorted(),
    ).toEqual([TERMINAL_ID, OTHER_ID].toSorted());
  });
});
