import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../support/failure-of.ts';
import { FRONT_TEXT, PLUGIN_TEXT, TillFiles, TIMEOUT } from '../support/till-files.ts';

let desk: TillFiles;

beforeEach(() => {
  desk = new TillFiles();
});
afterEach(() => desk.close());

describe('finding', () => {
  test('names each file with what it is, whose and where', async () => {
    const { files: found, absent, searched } = await desk.ask.list({});
    expect(found.map(({ kind, brand, place, editable }) => [kind, brand, place, editable])).toEqual(
      expect.arrayContaining([
        ['delivery-plugin', 'iiko', desk.till, true],
        ['front', 'iiko', desk.till, true],
      ]),
    );
    expect([absent, searched]).toEqual([[], [join(desk.folder, 'roaming')]]);
  });

  test('gives a file the same number for ever', async () => {
    const first = (await desk.openPlugin()).file.id;
    desk.restart();
    expect((await desk.openPlugin()).file.id).toBe(first);
  });

  test('opens a file by its number before anybody listed it', async () => {
    const { id } = (await desk.openPlugin()).file;
    desk.restart();
    expect((await desk.ask.open({ fileId: id })).file.id).toBe(id);
    expect(await failureOf(() => desk.ask.open({ fileId: 999 }))).toMatchObject({
      kind: 'not-found',
      code: 'config-files.gone',
    });
  });

  test('a log is shown by its end and never kept', async () => {
    const path = join(desk.till, 'Logs', 'cash-server.log');
    mkdirSync(join(desk.till, 'Logs'));
    writeFileSync(path, `${'касса '.repeat(40_000)}\nIs MainCash: True\n`);
    const log = (await desk.ask.list({})).files.find(({ kind }) => kind === 'log')!;
    const shown = await desk.ask.open({ fileId: log.id });
    expect(shown).toMatchObject({ text: 'Is MainCash: True', fields: [], canUndo: false });
    await desk.ask.addFile({ path, kind: null });
    expect(await desk.ask.history({ fileId: log.id })).toEqual([]);
    const change = { type: 'text' as const, text: '' };
    expect(await failureOf(() => desk.ask.preview({ fileId: log.id, change }))).toMatchObject({
      code: 'config-files.no-settings',
    });
    expect(await desk.ask.history({ fileId: log.id })).toEqual([]);
  });

  test('an added folder is searched whole, and no more once it is removed', async () => {
    const other = join(desk.folder, 'касса 2');
    mkdirSync(other);
    writeFileSync(join(other, 'config.xml'), FRONT_TEXT);
    const root = await desk.ask.addRoot({ path: other });
    const { files: found, roots } = await desk.ask.list({});
    expect(found.filter(({ rootId }) => rootId === root.id)).toMatchObject([
      { kind: 'front', owner: 'касса 2', place: other },
    ]);
    expect(roots).toEqual([root]);
    await desk.ask.removeRoot({ rootId: root.id });
    expect((await desk.ask.list({})).files.some(({ rootId }) => rootId === root.id)).toBe(false);
  });

  test('an archive from other terminals is looked into and never written', async () => {
    const path = join(desk.folder, 'кассы.zip');
    const plugins = 'касса 7/PluginConfigs/Resto.Front.Api.Delivery/deliveryPluginConfig.xml';
    const packed = zipSync({
      [plugins]: Buffer.from(PLUGIN_TEXT),
      'касса 7/config.xml': Buffer.from(FRONT_TEXT),
      'касса 8/config.xml': Buffer.from(FRONT_TEXT),
      'касса 8/photo.jpg': new Uint8Array(9),
    });
    writeFileSync(path, packed);
    const root = await desk.ask.addRoot({ path });
    const { files } = await desk.ask.list({});
    const own = files.filter(({ rootId }) => rootId === root.id);
    expect(
      own.map(({ kind, owner, editable }) => `${kind} ${owner} ${editable}`).toSorted(),
    ).toEqual(['delivery-plugin касса 7 false', 'front касса 7 false', 'front касса 8 false']);
    const file = own.find(({ kind }) => kind === 'delivery-plugin')!;
    expect(file).toMatchObject({ path: `${path}!/${plugins}`, place: `${path}!/касса 7` });
    expect(await desk.ask.open({ fileId: file.id })).toMatchObject({
      text: PLUGIN_TEXT,
      till: { frontRunning: false },
    });
    const failure = await failureOf(() =>
      desk.edit({ file }, [{ element: TIMEOUT, value: '30000' }]),
    );
    expect(failure).toMatchObject({ kind: 'refused', code: 'config-files.read-only' });
    expect(readFileSync(path)).toEqual(Buffer.from(packed));
    rmSync(path);
    expect((await desk.ask.list({})).absent).toMatchObject([{ reason: 'not-here-any-more' }]);
  });

  test('an archive that would leave its folder is refused whole', async () => {
    const path = join(desk.folder, 'zip.zip');
    for (const name of ['../config.xml', 'C:\\config.xml', '//server/share/config.xml', 'a/NUL']) {
      writeFileSync(path, zipSync({ [name]: Buffer.from(FRONT_TEXT) }));
      expect(await failureOf(() => desk.ask.addRoot({ path }))).toMatchObject({
        kind: 'refused',
        code: expect.stringMatching(/^document\.archive\./),
      });
    }
    expect((await desk.ask.list({})).roots).toEqual([]);
  });

  test('an added folder must be there and plain', async () => {
    for (const path of ['relative', '\\\\server\\share', '//server/share']) {
      expect(await failureOf(() => desk.ask.addRoot({ path }))).toMatchObject({
        code: 'config-files.path-refused',
      });
    }
    expect(
      await failureOf(() => desk.ask.addRoot({ path: join(desk.folder, 'none') })),
    ).toMatchObject({
      code: 'config-files.gone',
    });
  });
});

describe('opening', () => {
  test('shows known settings, those that are absent too, with advice and findings', async () => {
    const shown = await desk.openPlugin();
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
    expect(await desk.ask.topology({})).toBeNull();
    const topology = {
      venues: 'chain',
      delivery: 'terminal',
      server: 'hosted',
      callCentreUrl: 'https://callcenter.example.org/resto',
    } as const;
    await desk.ask.saveTopology(topology);
    const { findings, fields } = await desk.openPlugin();
    expect(findings[0]).toMatchObject({ level: 'error', code: 'call-centre-is-localhost' });
    expect(fields.find(({ element }) => element === 'serverUrl')?.recommended).toBe(
      topology.callCentreUrl,
    );
    expect(await desk.ask.topology({})).toEqual(topology);
  });

  test('a file that can not be read is refused with its place and kept in the history', async () => {
    const { file } = await desk.openPlugin();
    writeFileSync(desk.pluginPath, Buffer.alloc(100));
    expect(await failureOf(() => desk.ask.open({ fileId: file.id }))).toMatchObject({
      kind: 'invalid',
      code: 'document.nulled',
    });
    const history = await desk.ask.history({ fileId: file.id });
    expect(history.map(({ number, current }) => [number, current])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(await desk.ask.version({ versionId: history[0]!.id })).toMatchObject({
      text: null,
      failure: { code: 'document.nulled' },
    });
    // What a power cut left is put right from the history.
    const [, sound] = history;
    const saved = await desk.ask.save({
      fileId: file.id,
      baseHash: history[0]!.hash,
      change: { type: 'version', versionId: sound!.id },
      why: '',
      accepted: [],
    });
    expect([saved.type, desk.onDisk()]).toEqual(['saved', PLUGIN_TEXT]);
  });

  test('many files at once, each with its failure', async () => {
    const { files: found } = await desk.ask.list({});
    writeFileSync(join(desk.till, 'config.xml'), '<config>');
    const values = await desk.ask.values({ fileIds: found.map(({ id }) => id) });
    expect(values.find(({ failure }) => failure === null)?.values).toContainEqual({
      element: TIMEOUT,
      value: '10000',
      nil: false,
    });
    expect(values.filter(({ failure }) => failure !== null)).toHaveLength(1);
  });
});
