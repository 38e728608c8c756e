import { beforeEach, describe, expect, test } from 'vitest';
import type { ConfigSave } from '../../../main/contract/config-changes.ts';
import type { OpenConfigFile } from '../../../main/contract/config-files.ts';
import { Failure } from '../../../main/domain/failure.ts';
import { createFileSlice } from '../../../renderer/features/config-files/file-slice.ts';
import type { ShownFile } from '../../../renderer/features/config-files/file-state.ts';
import { configFile, openedFile, previewOf } from '../../support/config-answers.ts';
import { createFakeCore } from '../../support/fake-client.ts';

const NEW_HASH = 'c'.repeat(64);

let onDisk: OpenConfigFile;
let answer: ConfigSave | Failure;
let written: string[];

beforeEach(() => {
  onDisk = openedFile();
  written = [];
});

function open() {
  const save = (): ConfigSave => {
    if (answer instanceof Failure) throw answer;
    return answer;
  };
  const core = createFakeCore({
    configFiles: {
      open: () => onDisk,
      preview: () => previewOf(),
      save,
      undo: save,
    },
  });
  const slice = createFileSlice(core.client, (write) => written.push(write.type));
  const shown = (): ShownFile => {
    const state = slice.getState();
    if (state.type !== 'shown') throw new Error(state.type);
    return state;
  };
  return { core, slice, shown };
}

const save = { type: 'save', why: 'так надо', change: { type: 'text', text: 'x' } } as const;

describe('an opened file', () => {
  test('asks the core what a draft would make of it, once after a pause', async () => {
    const { core, slice, shown } = open();
    await slice.open(1);
    slice.edit({ serverUrl: 'h' });
    slice.edit({ serverUrl: 'https://cc/resto' });
    await expect.poll(() => shown().preview).not.toBeNull();
    const asked = core.asked.filter(({ topic }) => topic === 'configFiles.preview');
    expect(asked.map(({ input }) => input)).toEqual([
      {
        fileId: 1,
        change: {
          type: 'elements',
          edits: [{ element: 'serverUrl', value: 'https://cc/resto' }],
        },
      },
    ]);
    slice.discard();
    expect(shown()).toMatchObject({ draft: null, preview: null });
  });

  test('is new after a save, with what must be started anew', async () => {
    const { slice, shown } = open();
    await slice.open(1);
    slice.edit({ serverUrl: 'x' });
    answer = { type: 'saved', file: openedFile({ versionId: 2 }), restart: 'front' };
    await slice.write(save);
    expect(shown()).toMatchObject({ draft: null, restart: 'front', busy: false });
    expect(shown().opened.versionId).toBe(2);
    expect(written).toEqual(['save']);
  });

  test('keeps the draft while a doubt is asked, and sends the consent', async () => {
    const { core, slice, shown } = open();
    await slice.open(1);
    slice.edit({ serverUrl: 'x' });
    answer = { type: 'doubted', doubts: ['front-running'] };
    await slice.write(save);
    expect(shown().asking?.doubts).toEqual(['front-running']);
    expect(shown().draft).not.toBeNull();
    answer = { type: 'saved', file: openedFile(), restart: null };
    await slice.write(save, ['front-running']);
    expect(core.asked.at(-1)?.input).toMatchObject({ accepted: ['front-running'] });
    expect(shown().asking).toBeNull();
  });

  test('shows both sides when it was changed outside while saving', async () => {
    const { slice, shown } = open();
    await slice.open(1);
    const merge = { theirsHash: NEW_HASH, merged: null, stretches: [] };
    answer = { type: 'changed-outside', merge };
    await slice.write(save);
    expect(shown().merge).toEqual(merge);
    slice.settle();
    expect(shown().merge).toBeNull();
  });

  test('keeps the draft after a failure and says why', async () => {
    const { slice, shown } = open();
    await slice.open(1);
    slice.edit({ serverUrl: 'x' });
    answer = new Failure('refused', 'config-files.read-only', { path: 'x' });
    await slice.write(save);
    expect(shown()).toMatchObject({ busy: false, failure: { code: 'config-files.read-only' } });
    expect(shown().draft).not.toBeNull();
  });

  test('changed outside is shown anew without a draft, and told with one', async () => {
    const { core, slice, shown } = open();
    const stop = slice.follow();
    await slice.open(1);
    onDisk = openedFile({ file: configFile({ hash: NEW_HASH }), versionId: 5 });
    core.announce('configFiles.changed', { fileIds: [1] });
    await expect.poll(() => shown().opened.versionId).toBe(5);
    slice.edit({ serverUrl: 'mine' });
    onDisk = openedFile({ file: configFile({ hash: 'd'.repeat(64) }), versionId: 6 });
    core.announce('configFiles.changed', { fileIds: [1] });
    await expect.poll(() => shown().outside).toBe(true);
    expect(shown().opened.versionId).toBe(5);
    core.announce('configFiles.changed', { fileIds: [2] });
    stop();
  });

  test('that can not be read says why', async () => {
    const { slice } = open();
    const core = createFakeCore({
      configFiles: {
        open: () => {
          throw new Failure('invalid', 'xml.empty');
        },
      },
    });
    const failing = createFileSlice(core.client, () => undefined);
    await failing.open(1);
    expect(failing.getState()).toMatchObject({ type: 'failed', failure: { code: 'xml.empty' } });
    await slice.open(null);
    expect(slice.getState().type).toBe('none');
  });
});
