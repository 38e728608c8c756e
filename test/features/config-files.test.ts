import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigSave } from '../../main/contract/config-changes.ts';
import type { ConfigFile, OpenConfigFile } from '../../main/contract/config-files.ts';
import type { Failure } from '../../main/domain/failure.ts';
import { createConfigFiles, type ConfigFiles } from '../../main/features/config-files/index.ts';
import { changeProfiles, ensureFirstProfile } from '../../main/features/profiles/index.ts';
import { promiseVersion } from '../../main/store/config-versions.ts';
import { closeDb, openWritable, type WritableDb } from '../../main/store/database.ts';

const ID = '7b3f5d0e-4c1a-4f5e-9a61-2f0c7f6b1d11';
const NEW_ID = '00000000-1111-4222-8333-444444444444';
const PLUGIN = [
  '<?xml version="1.0"?>',
  '<config xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  '  <!-- колл-центр -->',
  '  <serviceMethodTimeoutMilliseconds>10000</serviceMethodTimeoutMilliseconds>',
  '  <serverUrl>http://localhost:8080/resto</serverUrl>',
  `  <terminalId>${ID}</terminalId>`,
  '  <connectToServerDelayInSeconds>5</connectToServerDelayInSeconds>',
  '</config>',
].join('\r\n');
const FRONT =
  '<?xml version="1.0" encoding="utf-8"?>\r\n<config>\r\n  <serverUrl>https://rms.example.org:443/resto</serverUrl>\r\n</config>';

let folder = '';
let till = '';
let db: WritableDb;
let told: unknown[] = [];
let running: string[] = [];
let files: ConfigFiles;
let now = 1_800_000_000_000;

const pluginPath = (): string =>
  join(till, 'PluginConfigs', 'Resto.Front.Api.Delivery', 'deliveryPluginConfig.xml');

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'терминалы ')));
  till = join(folder, 'roaming', 'iiko', 'CashServer');
  mkdirSync(join(pluginPath(), '..'), { recursive: true });
  writeFileSync(pluginPath(), PLUGIN);
  writeFileSync(join(till, 'config.xml'), FRONT);
  db = openWritable(join(folder, 'store', 'desk.sqlite'));
  ensureFirstProfile(db, 'Марина', now);
  told = [];
  running = [];
  files = create();
});

function create(): ConfigFiles {
  const outside = {
    now: () => (now += 1000),
    sleep: () => new Promise<void>((done) => setTimeout(done, 1)),
    log: () => undefined,
    localIikoRoots: [join(folder, 'roaming')],
    runningPrograms: () => Promise.resolve(running),
  };
  return createConfigFiles(db, outside, (_, value) => void told.push(value));
}

afterEach(() => {
  files.close();
  closeDb(db);
  rmSync(folder, { recursive: true, force: true });
});

const ask = () => files.handlers;
const failureOf = async (work: () => unknown): Promise<Partial<Failure>> => {
  try {
    await work();
  } catch (error) {
    return error as Failure;
  }
  throw new Error('no failure');
};

async function plugin(): Promise<OpenConfigFile> {
  const { files: found } = await ask().list({});
  return ask().open({ fileId: found.find(({ kind }) => kind === 'delivery-plugin')!.id });
}

type Edit = Readonly<{ element: string; value: string | null }>;
type Accepted = Parameters<ReturnType<typeof ask>['save']>[0]['accepted'];

async function edit(
  { file }: Readonly<{ file: ConfigFile }>,
  edits: Edit[],
  accepted: Accepted = [],
): Promise<ConfigSave> {
  const change = { type: 'elements' as const, edits };
  return ask().save({ fileId: file.id, baseHash: file.hash, change, why: 'проверка', accepted });
}

const opened = (save: ConfigSave): OpenConfigFile => {
  if (save.type !== 'saved' && save.type !== 'unchanged') throw new Error(JSON.stringify(save));
  return save.file;
};

const onDisk = (): string => readFileSync(pluginPath(), 'utf8');
const TIMEOUT = 'serviceMethodTimeoutMilliseconds';

describe('finding', () => {
  test('names each file with what it is, whose and where', async () => {
    const { files: found, absent, searched } = await ask().list({});
    expect(found.map(({ kind, brand, place, editable }) => [kind, brand, place, editable])).toEqual(
      expect.arrayContaining([
        ['delivery-plugin', 'iiko', till, true],
        ['front', 'iiko', till, true],
      ]),
    );
    expect([absent, searched]).toEqual([[], [join(folder, 'roaming')]]);
  });

  test('gives a file the same number for ever', async () => {
    const first = (await plugin()).file.id;
    files.close();
    files = create();
    expect((await plugin()).file.id).toBe(first);
  });

  test('opens a file by its number before anybody listed it', async () => {
    const { id } = (await plugin()).file;
    files.close();
    files = create();
    expect((await ask().open({ fileId: id })).file.id).toBe(id);
    expect(await failureOf(() => ask().open({ fileId: 999 }))).toMatchObject({
      kind: 'not-found',
      code: 'config-files.gone',
    });
  });

  test('an added folder is searched whole, and no more once it is removed', async () => {
    const other = join(folder, 'касса 2');
    mkdirSync(other);
    writeFileSync(join(other, 'config.xml'), FRONT);
    const root = await ask().addRoot({ path: other });
    const { files: found, roots } = await ask().list({});
    expect(found.filter(({ rootId }) => rootId === root.id)).toMatchObject([
      { kind: 'front', owner: 'касса 2', place: other },
    ]);
    expect(roots).toEqual([root]);
    await ask().removeRoot({ rootId: root.id });
    expect((await ask().list({})).files.some(({ rootId }) => rootId === root.id)).toBe(false);
  });

  test('an added folder must be there and plain', async () => {
    for (const path of ['relative', '\\\\server\\share', '//server/share']) {
      expect(await failureOf(() => ask().addRoot({ path }))).toMatchObject({
        code: 'config-files.path-refused',
      });
    }
    expect(await failureOf(() => ask().addRoot({ path: join(folder, 'none') }))).toMatchObject({
      code: 'config-files.gone',
    });
  });
});

describe('opening', () => {
  test('shows known settings, those that are absent too, with advice and findings', async () => {
    const shown = await plugin();
    expect(shown.form).toEqual({ encoding: 'utf-8', bom: false, newline: 'crlf', root: 'config' });
    expect(shown.fields.find(({ element }) => element === TIMEOUT)).toMatchObject({
      value: '10000',
      recommended: '30000',
      known: { rule: 'F3', source: '1.2', value: { type: 'integer', unit: 'ms' } },
    });
    expect(shown.findings.map(({ code }) => code)).toEqual([
      'call-centre-unknown',
      'timeout-below-recommended',
    ]);
    expect([shown.canUndo, shown.canRedo, shown.terminalIdOffer]).toEqual([false, false, null]);
  });

  test('knows the topology once it was told', async () => {
    expect(await ask().topology({})).toBeNull();
    const topology = {
      venues: 'chain',
      delivery: 'terminal',
      server: 'hosted',
      callCentreUrl: 'https://callcenter.example.org/resto',
    } as const;
    await ask().saveTopology(topology);
    const { findings, fields } = await plugin();
    expect(findings[0]).toMatchObject({ level: 'error', code: 'call-centre-is-localhost' });
    expect(fields.find(({ element }) => element === 'serverUrl')?.recommended).toBe(
      topology.callCentreUrl,
    );
    expect(await ask().topology({})).toEqual(topology);
  });

  test('a file that can not be read is refused with its place and kept in the history', async () => {
    const { file } = await plugin();
    writeFileSync(pluginPath(), Buffer.alloc(100));
    expect(await failureOf(() => ask().open({ fileId: file.id }))).toMatchObject({
      kind: 'invalid',
      code: 'document.nulled',
    });
    const history = await ask().history({ fileId: file.id });
    expect(history.map(({ number, current }) => [number, current])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(await ask().version({ versionId: history[0]!.id })).toMatchObject({
      text: null,
      failure: { code: 'document.nulled' },
    });
    // What a power cut left is put right from the history.
    const [, sound] = history;
    const saved = await ask().save({
      fileId: file.id,
      baseHash: history[0]!.hash,
      change: { type: 'version', versionId: sound!.id },
      why: '',
      accepted: [],
    });
    expect([saved.type, onDisk()]).toEqual(['saved', PLUGIN]);
  });

  test('many files at once, each with its failure', async () => {
    const { files: found } = await ask().list({});
    writeFileSync(join(till, 'config.xml'), '<config>');
    const values = await ask().values({ fileIds: found.map(({ id }) => id) });
    expect(values.find(({ failure }) => failure === null)?.values).toContainEqual({
      element: TIMEOUT,
      value: '10000',
      nil: false,
    });
    expect(values.filter(({ failure }) => failure !== null)).toHaveLength(1);
  });
});

describe('saving', () => {
  test('changes one value and not another byte', async () => {
    const save = await edit(await plugin(), [{ element: TIMEOUT, value: '30000' }]);
    expect(save).toMatchObject({ type: 'saved', restart: 'front', file: { canUndo: true } });
    expect(onDisk()).toBe(PLUGIN.replace('10000', '30000'));
    expect(told).toContainEqual({ fileIds: [opened(save).file.id] });
  });

  test('says who changed it and why', async () => {
    const { file } = opened(await edit(await plugin(), [{ element: TIMEOUT, value: '30000' }]));
    const [newest, first] = await ask().history({ fileId: file.id });
    expect(newest).toMatchObject({
      number: 2,
      origin: 'edited',
      author: 'Марина',
      why: 'проверка',
    });
    expect(first).toMatchObject({ number: 1, origin: 'seen', author: null });
    const rows = await ask().compare({ left: first!.id, right: newest!.id });
    expect(rows.filter(({ type }) => type !== 'same')).toMatchObject([
      { left: expect.stringContaining('10000'), right: expect.stringContaining('30000') },
    ]);
  });

  test('the same value writes nothing', async () => {
    const save = await edit(await plugin(), [{ element: TIMEOUT, value: '10000' }]);
    expect([save.type, onDisk()]).toEqual(['unchanged', PLUGIN]);
  });

  test('a whole text comes back from the editor with its line ends', async () => {
    const shown = await plugin();
    const text = shown.text.replaceAll('\r\n', '\n').replace('10000', '45000');
    const { file } = shown;
    const save = await ask().save({
      fileId: file.id,
      baseHash: file.hash,
      change: { type: 'text', text },
      why: '',
      accepted: [],
    });
    expect([save.type, onDisk()]).toEqual(['saved', PLUGIN.replace('10000', '45000')]);
  });

  test('a text that is no sound file is never written', async () => {
    const { file } = await plugin();
    const change = { type: 'text' as const, text: '<config><serverUrl></config>' };
    const failure = await failureOf(() =>
      ask().save({ fileId: file.id, baseHash: file.hash, change, why: '', accepted: [] }),
    );
    expect([failure.kind, onDisk()]).toEqual(['invalid', PLUGIN]);
  });

  test('a mistaken value is asked about before it is written', async () => {
    const shown = await plugin();
    const doubted = await edit(shown, [{ element: TIMEOUT, value: 'долго' }]);
    expect([doubted, onDisk()]).toEqual([{ type: 'doubted', doubts: ['new-errors'] }, PLUGIN]);
    const forced = await edit(shown, [{ element: TIMEOUT, value: 'долго' }], ['new-errors']);
    expect([forced.type, onDisk()]).toEqual(['saved', PLUGIN.replace('10000', 'долго')]);
  });

  test('a name in the wrong case is not made', async () => {
    expect(
      await failureOf(async () => edit(await plugin(), [{ element: 'ServerURL', value: 'x' }])),
    ).toMatchObject({ code: 'config-files.wrong-name', params: { expected: 'serverUrl' } });
  });

  test('a running till and an open shift are asked about', async () => {
    running = ['explorer.exe', 'iikoFront.Net.exe'];
    writeFileSync(
      join(till, 'CashServerInfo.xml'),
      '<CashServerInfo><CurrentCafeSessionNumber>812</CurrentCafeSessionNumber></CashServerInfo>',
    );
    const shown = await plugin();
    expect(shown.till).toEqual({ frontRunning: true, shiftOpen: true, shiftNumber: 812 });
    const save = await edit(shown, [{ element: TIMEOUT, value: '30000' }]);
    expect(save).toEqual({ type: 'doubted', doubts: ['front-running', 'shift-open'] });
    const agreed = await edit(
      shown,
      [{ element: TIMEOUT, value: '30000' }],
      ['front-running', 'shift-open'],
    );
    expect(agreed.type).toBe('saved');
  });

  test('a preview shows what would become of the file and writes nothing', async () => {
    const { file } = await plugin();
    const change = { type: 'elements' as const, edits: [{ element: 'terminalId', value: null }] };
    const preview = await ask().preview({ fileId: file.id, change });
    expect(preview).toMatchObject({ changes: true, doubts: ['terminal-id'] });
    expect(preview.lines.filter(({ type }) => type !== 'same')).toMatchObject([
      { type: 'removed', left: `  <terminalId>${ID}</terminalId>`, leftLine: 6 },
    ]);
    expect(preview.findings.map(({ code }) => code)).toContain('terminal-id-missing');
    expect(onDisk()).toBe(PLUGIN);
  });

  test('an operator may look and not change', async () => {
    const shown = await plugin();
    const people = changeProfiles(
      db,
      { now: Date.now, sleep: async () => undefined },
      () => undefined,
    );
    const other = await people.add({ name: 'Оля', preset: 'operator', rights: [], pin: null });
    await people.switchTo({ profileId: other.id, pin: null });
    expect((await plugin()).text).toBe(PLUGIN);
    expect(
      await failureOf(() => edit(shown, [{ element: TIMEOUT, value: '30000' }])),
    ).toMatchObject({ kind: 'refused', code: 'profiles.right-missing' });
    expect(onDisk()).toBe(PLUGIN);
  });
});

describe('changed outside meanwhile', () => {
  test('both changes together are proposed, and nothing is lost', async () => {
    const shown = await plugin();
    const theirs = PLUGIN.replace('InSeconds>5', 'InSeconds>9');
    writeFileSync(pluginPath(), theirs);
    const save = await edit(shown, [{ element: TIMEOUT, value: '30000' }]);
    if (save.type !== 'changed-outside') throw new Error(save.type);
    expect(onDisk()).toBe(theirs);
    expect(save.merge.merged).toBe(theirs.replace('10000', '30000'));
    const again = await ask().save({
      fileId: shown.file.id,
      baseHash: save.merge.theirsHash,
      change: { type: 'text', text: save.merge.merged! },
      why: '',
      accepted: [],
    });
    expect([again.type, onDisk()]).toEqual(['saved', save.merge.merged]);
    expect(await ask().history({ fileId: shown.file.id })).toHaveLength(3);
  });

  test('changes of one line are left to the person', async () => {
    const shown = await plugin();
    writeFileSync(pluginPath(), PLUGIN.replace('10000', '20000'));
    const save = await edit(shown, [{ element: TIMEOUT, value: '30000' }]);
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
    const { file } = await plugin();
    const stranger = { file: { ...file, hash: 'a'.repeat(64) } };
    expect(
      await failureOf(() => edit(stranger, [{ element: TIMEOUT, value: '30000' }])),
    ).toMatchObject({ kind: 'conflict', code: 'config-files.changed-outside' });
  });

  test('is told within two seconds, and the version is kept', async () => {
    const { file } = await plugin();
    told = [];
    writeFileSync(pluginPath(), PLUGIN.replace('10000', '20000'));
    await expect.poll(() => told, { timeout: 2000 }).toContainEqual({ fileIds: [file.id] });
    expect(await ask().history({ fileId: file.id })).toHaveLength(2);
  });
});

describe('taking back', () => {
  async function three(): Promise<OpenConfigFile> {
    let shown = await plugin();
    for (const value of ['20000', '30000', '40000']) {
      shown = opened(await edit(shown, [{ element: TIMEOUT, value }]));
    }
    return shown;
  }

  const step = async (
    way: 'undo' | 'redo',
    { file }: OpenConfigFile,
    accepted: Accepted = [],
  ): Promise<OpenConfigFile> =>
    opened(await ask()[way]({ fileId: file.id, baseHash: file.hash, accepted }));

  test('undo goes back to the first version, redo forward to the last', async () => {
    let shown = await three();
    const seen: string[] = [onDisk()];
    while (shown.canUndo) {
      shown = await step('undo', shown);
      seen.push(onDisk());
    }
    const texts = ['40000', '30000', '20000', '10000'].map((ms) => PLUGIN.replace('10000', ms));
    expect(seen).toEqual(texts);
    while (shown.canRedo) shown = await step('redo', shown);
    expect(onDisk()).toBe(texts[0]);
    const { file } = shown;
    expect(
      await failureOf(() => ask().redo({ fileId: file.id, baseHash: file.hash, accepted: [] })),
    ).toMatchObject({ code: 'config-files.nothing-to-redo' });
  });

  test('undo survives a restart of the program and a reinstall of iiko', async () => {
    await three();
    files.close();
    files = create();
    rmSync(till, { recursive: true });
    mkdirSync(join(pluginPath(), '..'), { recursive: true });
    writeFileSync(pluginPath(), PLUGIN.replace(ID, NEW_ID));
    const shown = await step('undo', await plugin(), ['terminal-id']);
    expect(onDisk()).toBe(PLUGIN.replace('10000', '40000'));
    expect(shown.canUndo).toBe(true);
  }, 20_000);

  test('any version comes back', async () => {
    const { file } = await three();
    const history = await ask().history({ fileId: file.id });
    const change = { type: 'version' as const, versionId: history.at(-1)!.id };
    opened(
      await ask().save({ fileId: file.id, baseHash: file.hash, change, why: '', accepted: [] }),
    );
    expect(onDisk()).toBe(PLUGIN);
    const [newest] = await ask().history({ fileId: file.id });
    expect(newest).toMatchObject({ number: 5, origin: 'restored', sameAs: 1, current: true });
  });
});

describe('a save that was cut off', () => {
  async function cutOff(): Promise<Readonly<{ id: number; bytes: Buffer }>> {
    const { file } = await plugin();
    const bytes = Buffer.from(PLUGIN.replace('10000', '30000'));
    const draft = { bytes, at: now, origin: 'edited', author: 'Марина', why: 'почему' } as const;
    promiseVersion(db, file.id, draft);
    files.close();
    files = create();
    return { id: file.id, bytes };
  }
  const last = async (fileId: number) => {
    await ask().open({ fileId });
    return (await ask().history({ fileId })).map(({ origin, author }) => `${origin} ${author}`);
  };

  test('before the file was written never was', async () => {
    const { id } = await cutOff();
    expect(await last(id)).toEqual(['seen null']);
  });

  test('after the file was written is what it was meant to be', async () => {
    const { id, bytes } = await cutOff();
    writeFileSync(pluginPath(), bytes);
    expect(await last(id)).toEqual(['edited Марина', 'seen null']);
  });

  test('and a change outside after it: both are told apart', async () => {
    const { id } = await cutOff();
    writeFileSync(pluginPath(), PLUGIN.replace('10000', '40000'));
    expect(await last(id)).toEqual(['seen null', 'seen null']);
  });
});

test('a file that another program replaces again and again never loses a change of either', async () => {
  let { file } = await plugin();
  let merged = 0;
  for (let round = 1; round <= 30; round += 1) {
    const theirs = onDisk().replace(/InSeconds>\d+</, `InSeconds>${round}<`);
    if (round % 2 === 0) writeFileSync(pluginPath(), theirs);
    const value = String(30_000 + round);
    let save = await edit({ file }, [{ element: TIMEOUT, value }]);
    if (save.type === 'changed-outside') {
      merged += 1;
      const change = { type: 'text' as const, text: save.merge.merged! };
      const baseHash = save.merge.theirsHash;
      save = await ask().save({ fileId: file.id, baseHash, change, why: '', accepted: [] });
    }
    ({ file } = opened(save));
    expect(onDisk()).toContain(`>${value}<`);
    if (round % 2 === 0) expect(onDisk()).toContain(`InSeconds>${round}<`);
  }
  expect(merged).toBe(15);
});

test('many saves of one file at once: each is told what became of it', async () => {
  const { file } = await plugin();
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      edit({ file }, [{ element: TIMEOUT, value: String(40_000 + at) }]),
    ),
  );
  expect(all.map(({ type }) => type).toSorted()).toEqual([
    ...Array(7).fill('changed-outside'),
    'saved',
  ]);
});

describe('the identity of a terminal', () => {
  test('deleting is asked about, undone, and the value is kept', async () => {
    const { file } = await plugin();
    const input = { fileId: file.id, baseHash: file.hash, why: 'регистрация', accepted: [] };
    expect(await ask().deleteTerminalId(input)).toEqual({
      type: 'doubted',
      doubts: ['terminal-id'],
    });
    const gone = opened(await ask().deleteTerminalId({ ...input, accepted: ['terminal-id'] }));
    expect(onDisk()).not.toContain('terminalId');
    // Deleted on purpose: nothing is pressed upon the person.
    expect(gone.terminalIdOffer).toBeNull();
    expect(await ask().terminalIds({ fileId: file.id })).toMatchObject([
      { value: ID, current: false },
    ]);
    const { file: now } = gone;
    await ask().undo({ fileId: file.id, baseHash: now.hash, accepted: [] });
    expect(onDisk()).toBe(PLUGIN);
  });

  test('after a reinstall the old one is offered and put back', async () => {
    await plugin();
    writeFileSync(pluginPath(), PLUGIN.replace(ID, NEW_ID));
    const shown = await plugin();
    expect(shown.terminalIdOffer).toMatchObject({ value: ID, current: false });
    const { file } = shown;
    const back = opened(
      await ask().restoreTerminalId({
        fileId: file.id,
        baseHash: file.hash,
        value: ID,
        accepted: [],
      }),
    );
    expect([onDisk(), back.terminalIdOffer]).toEqual([PLUGIN, null]);
    expect(
      (await ask().terminalIds({ fileId: file.id })).map(({ value }) => value).toSorted(),
    ).toEqual([ID, NEW_ID].toSorted());
  });
});
