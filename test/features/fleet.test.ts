import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Announce } from '../../main/contract/index.ts';
import type { FleetComparison, RollOut } from '../../main/contract/fleet.ts';
import { standsOut } from '../../main/domain/fleet/fleet-difference.ts';
import { createConfigFiles, type ConfigFiles } from '../../main/features/config-files/index.ts';
import { createFleet, type ConfigEditor } from '../../main/features/fleet/index.ts';
import { ensureFirstProfile } from '../../main/features/profiles/index.ts';
import { closeDb, openWritable, type WritableDb } from '../../main/store/database.ts';
import { codeOf } from '../support/failure-of.ts';
import { frontFile, pluginFile, writeTill } from '../support/terminals-desk.ts';

const TIMEOUT = 'serviceMethodTimeoutMilliseconds';
const TILLS = 4;

let folder = '';
let db: WritableDb;
let files: ConfigFiles;
let told: RollOut[] = [];
let now = 1_800_000_000_000;
let paths: string[] = [];

const terminalId = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'парк ')));
  paths = Array.from({ length: TILLS }, (_, index) => {
    const root = join(folder, 'Кассы', `Касса ${index + 1}`);
    const plugin = pluginFile({ timeoutMs: '10000', terminalId: terminalId(index) });
    return writeTill(root, plugin, frontFile()).plugin;
  });
  db = openWritable(join(folder, 'store', 'desk.sqlite'));
  ensureFirstProfile(db, 'Марина', now);
  told = [];
  files = openEditor();
  await files.handlers.addRoot({ path: join(folder, 'Кассы') });
});

afterEach(() => {
  files.close();
  closeDb(db);
  // A killed roll-out may still let go of a file: under Windows its folder waits for that.
  rmSync(folder, { recursive: true, force: true, maxRetries: 9, retryDelay: 50 });
});

function openEditor(): ConfigFiles {
  const outside = {
    now: () => (now += 1000),
    sleep: () => new Promise<void>((done) => setTimeout(done, 1)),
    log: () => undefined,
    localIikoRoots: [],
    runningPrograms: () => Promise.resolve([]),
  };
  return createConfigFiles(db, outside, () => undefined);
}

const open = (editor: ConfigEditor = files.handlers) =>
  createFleet({
    db,
    outside: { now: () => (now += 1000) },
    announce: ((_: string, value: RollOut) => void told.push(value)) as Announce,
    editor,
  });

const timeouts = (): string[] =>
  paths.map((path) => /<serviceMethod\w+>(.*)<\//.exec(readFileSync(path, 'utf8'))?.[1] ?? '');

async function targets(): Promise<number[]> {
  const { files: found } = await files.handlers.list({});
  return paths.map((path) => found.find((file) => file.path === path)!.id);
}

const change = { element: TIMEOUT, value: '30000', why: 'плохой интернет', accepted: [] };
const states = (rollOut: RollOut): string[] => rollOut.targets.map(({ state }) => state);

describe('a fleet', () => {
  test('is laid side by side from real files: who differs and why', async () => {
    writeFileSync(paths[1]!, pluginFile({ timeoutMs: '45000', terminalId: terminalId(2) }));
    writeFileSync(paths[3]!, '\0\0\0\0');
    const { members, rows }: FleetComparison = await open().compare({});
    expect(members.map(({ name }) => name)).toEqual(['Касса 1', 'Касса 2', 'Касса 3', 'Касса 4']);
    const marks = (element: string): string[][] =>
      rows
        .find((row) => row.element === element && row.kind === 'delivery-plugin')!
        .cells.filter(standsOut)
        .map((cell) => [members.find(({ id }) => id === cell.terminalId)!.name, ...cell.marks]);
    expect(marks(TIMEOUT)).toEqual([
      ['Касса 2', 'differs'],
      ['Касса 4', 'unreadable'],
    ]);
    expect(marks('terminalId')).toEqual([
      ['Касса 2', 'shared'],
      ['Касса 3', 'shared'],
      ['Касса 4', 'unreadable'],
    ]);
  });

  test('changes one terminal first, the rest when told, and takes everything back byte for byte', async () => {
    const before = paths.map((path) => readFileSync(path));
    const fleet = open();
    const started = await fleet.start({ ...change, fileIds: await targets() });
    expect(timeouts()).toEqual(['30000', '10000', '10000', '10000']);
    expect(started).toMatchObject({ state: 'canary-written', author: 'Марина', running: false });
    const finished = await fleet.proceed({ rollOutId: started.id });
    expect(timeouts()).toEqual(['30000', '30000', '30000', '30000']);
    expect(finished.state).toBe('finished');
    expect(told.some((one) => one.running)).toBe(true);
    const [file] = await targets();
    const [newest] = await files.handlers.history({ fileId: file! });
    expect(newest).toMatchObject({ author: 'Марина', why: 'плохой интернет' });
    const undone = await fleet.undo({ rollOutId: started.id });
    expect(undone.state).toBe('undone');
    expect(paths.map((path) => readFileSync(path))).toEqual(before);
  });

  test('leaves the others alone when the first is refused, and says why', async () => {
    const rollOut = await open().start({ ...change, value: 'долго', fileIds: await targets() });
    expect(rollOut.state).toBe('canary-failed');
    expect(rollOut.targets[0]?.failure?.code).toBe('fleet.doubt.new-errors');
    expect(timeouts()).toEqual(['10000', '10000', '10000', '10000']);
  });

  test('passes over a terminal that can not be written and never undoes what others wrote', async () => {
    const fleet = open();
    const { id } = await fleet.start({ ...change, fileIds: await targets() });
    writeFileSync(paths[1]!, '<config><serverUrl>');
    const finished = await fleet.proceed({ rollOutId: id });
    expect(states(finished)).toEqual(['written', 'failed', 'written', 'written']);
    expect(finished.state).toBe('partly-finished');
    writeFileSync(paths[2]!, pluginFile({ timeoutMs: '60000' }));
    const undone = await fleet.undo({ rollOutId: id });
    expect(states(undone)).toEqual(['undone', 'failed', 'failed', 'undone']);
    expect(undone.targets[2]?.failure?.code).toBe('fleet.changed-meanwhile');
    expect(timeouts()).toEqual(['10000', '', '60000', '10000']);
  });

  test('refuses identities, unknown files, and whoever may not change settings', async () => {
    const fleet = open();
    const fileIds = await targets();
    const start = (over: object): Promise<string> =>
      codeOf(() => fleet.start({ ...change, fileIds, ...over }));
    expect(await start({ element: 'terminalId', value: 'x' })).toBe('fleet.own-setting');
    expect(await start({ fileIds: [99_999] })).toBe('fleet.unknown-file');
    expect(await codeOf(() => fleet.proceed({ rollOutId: 7 }))).toBe('fleet.unknown-roll-out');
    db.raw.exec("DELETE FROM profile_right WHERE name = 'edit-settings'");
    expect(await start({})).toBe('profiles.right-missing');
  });
});

/** What stops a process: nothing below may catch it, nothing after it runs. */
class Killed extends Error {}

/** The editor of a process that dies at its `at`-th call, before the call or after it. */
function dying(at: number, when: 'before' | 'after'): ConfigEditor {
  let calls = 0;
  const alive = files.handlers;
  const mortal =
    <Input, Output>(ask: (input: Input) => Output | Promise<Output>) =>
    async (input: Input): Promise<Output> => {
      calls += 1;
      if (calls === at && when === 'before') throw new Killed();
      const answer = await ask(input);
      if (calls === at) throw new Killed();
      return answer;
    };
  return {
    ...alive,
    open: mortal(alive.open),
    preview: mortal(alive.preview),
    save: mortal(alive.save),
  };
}

/** Three calls a file: open, preview, save. */
const BOUNDARIES = Array.from({ length: TILLS * 3 }, (_, index) => index + 1).flatMap((at) =>
  (['before', 'after'] as const).map((when) => ({ at, when })),
);

describe.each(BOUNDARIES)('a roll-out killed $when call $at of its writes', ({ at, when }) => {
  async function killed(): Promise<number> {
    const fleet = open(dying(at, when));
    const fileIds = await targets();
    const work = async (): Promise<void> => {
      const { id } = await fleet.start({ ...change, fileIds });
      await fleet.proceed({ rollOutId: id });
    };
    await expect(work()).rejects.toBeInstanceOf(Killed);
    // The next process: nothing but the disk and the store.
    files.close();
    closeDb(db);
    db = openWritable(join(folder, 'store', 'desk.sqlite'));
    files = openEditor();
    const [rollOut] = await open().rollOuts({});
    expect(rollOut).toMatchObject({ state: 'open', running: false });
    return rollOut!.id;
  }

  test('is resumed to its end', async () => {
    const rollOutId = await killed();
    const fleet = open();
    const next = await fleet.proceed({ rollOutId });
    if (next.state === 'canary-written') await fleet.proceed({ rollOutId });
    expect((await fleet.rollOuts({}))[0]?.state).toBe('finished');
    expect(timeouts()).toEqual(['30000', '30000', '30000', '30000']);
  });

  test('is taken back byte for byte', async () => {
    const before = paths.map((path) => readFileSync(path));
    const rollOutId = await killed();
    expect((await open().undo({ rollOutId })).state).toBe('undone');
    expect(paths.map((path) => readFileSync(path))).toEqual(before);
  });
});

describe('a roll-out killed while it is taken back', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('at its call %i goes on with that', async (at) => {
    const before = paths.map((path) => readFileSync(path));
    const fileIds = await targets();
    const { id } = await open().start({ ...change, fileIds });
    await open().proceed({ rollOutId: id });
    const kill = open(dying(at, 'after')).undo({ rollOutId: id });
    await expect(kill).rejects.toBeInstanceOf(Killed);
    expect((await open().rollOuts({}))[0]?.state).toBe('undo-open');
    expect((await open().undo({ rollOutId: id })).state).toBe('undone');
    expect(paths.map((path) => readFileSync(path))).toEqual(before);
  });
});

test(
  'two hundred terminals with planted differences are found whole',
  { timeout: 60_000 },
  async () => {
    const planted: string[] = [];
    for (let index = TILLS; index < 200; index += 1) {
      const id = { terminalId: terminalId(index) };
      const odd = index % 9;
      const plugin =
        odd === 0
          ? pluginFile({ ...id, timeoutMs: '25000' })
          : odd === 1
            ? pluginFile({ ...id, timeoutMs: '10000', serverUrl: 'http://10.0.0.5:8080/resto' })
            : odd === 2
              ? pluginFile({ ...id, timeoutMs: '10000', more: ['<vendorFlag>1</vendorFlag>'] })
              : pluginFile({ ...id, timeoutMs: '10000' });
      const front =
        odd === 3
          ? frontFile('<showDeliveryListOnLogin>true</showDeliveryListOnLogin>')
          : frontFile();
      const name = `Касса ${index + 1}`;
      const element = [TIMEOUT, 'serverUrl', 'vendorFlag', 'showDeliveryListOnLogin'][odd];
      if (element) planted.push(`${name} ${element}`);
      mkdirSync(join(folder, 'Кассы', name), { recursive: true });
      writeTill(join(folder, 'Кассы', name), plugin, front);
    }
    const { members, rows } = await open().compare({});
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const found = rows.flatMap(({ element, cells }) =>
      cells.filter(standsOut).map(({ terminalId: id }) => `${names.get(id)} ${element}`),
    );
    expect(members).toHaveLength(200);
    expect(planted.length).toBeGreaterThan(80);
    expect(found.toSorted()).toEqual(planted.toSorted());
  },
);
