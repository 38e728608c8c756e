import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../support/failure-of.ts';
import { PLUGIN_TEXT, TillFiles, TIMEOUT } from '../support/till-files.ts';

let desk: TillFiles;

beforeEach(() => {
  desk = new TillFiles();
});
afterEach(() => desk.close());

describe('changed outside meanwhile', () => {
  test('both changes together are proposed, and nothing is lost', async () => {
    const shown = await desk.openPlugin();
    const theirs = PLUGIN_TEXT.replace('InSeconds>5', 'InSeconds>9');
    writeFileSync(desk.pluginPath, theirs);
    const save = await desk.edit(shown, [{ element: TIMEOUT, value: '30000' }]);
    if (save.type !== 'changed-outside') throw new Error(save.type);
    expect(desk.onDisk()).toBe(theirs);
    expect(save.merge.merged).toBe(theirs.replace('10000', '30000'));
    const again = await desk.ask.save({
      fileId: shown.file.id,
      baseHash: save.merge.theirsHash,
      change: { type: 'text', text: save.merge.merged! },
      why: '',
      accepted: [],
    });
    expect([again.type, desk.onDisk()]).toEqual(['saved', save.merge.merged]);
    expect(await desk.ask.history({ fileId: shown.file.id })).toHaveLength(3);
  });

  test('changes of one line are left to the person', async () => {
    const shown = await desk.openPlugin();
    writeFileSync(desk.pluginPath, PLUGIN_TEXT.replace('10000', '20000'));
    const save = await desk.edit(shown, [{ element: TIMEOUT, value: '30000' }]);
    expect(save).toMatchObject({ type: 'changed-outside', merge: { merged: null } });
    const conflict =
      save.type === 'changed-outside' &&
      save.merge.stretches.find(({ type }) => type === 'conflict');
    expect(conflict).toMatchObject({
      base: [expect.stringContaining('10000')],
      mine: [expect.stringContaining('30000')],
      theirs: [expect.stringContaining('20000')],
    });
  });

  test('upon a content that nobody ever saw it is a refusal', async () => {
    const { file } = await desk.openPlugin();
    const stranger = { file: { ...file, hash: 'a'.repeat(64) } };
    expect(
      await failureOf(() => desk.edit(stranger, [{ element: TIMEOUT, value: '30000' }])),
    ).toMatchObject({ kind: 'conflict', code: 'config-files.changed-outside' });
  });

  test('is told within two seconds, and the version is kept', async () => {
    const { file } = await desk.openPlugin();
    desk.told.length = 0;
    writeFileSync(desk.pluginPath, PLUGIN_TEXT.replace('10000', '20000'));
    await expect.poll(() => desk.told, { timeout: 2000 }).toContainEqual({ fileIds: [file.id] });
    expect(await desk.ask.history({ fileId: file.id })).toHaveLength(2);
  });
});
