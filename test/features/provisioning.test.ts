import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createApplication, type Application } from '../../main/application.ts';
import type { Connection } from '../../main/contract/connections.ts';
import type { Profile } from '../../main/contract/profiles.ts';
import {
  provisioningFile,
  type ProvisioningState,
  type ProvisioningStep,
} from '../../main/contract/provisioning.ts';
import { ask, quietOutside } from '../support/application-with-orders.ts';
import { SMALL_LOGIN, startSmallVendor } from '../support/small-vendor.ts';
import type { StandInVendor } from '../support/stand-in-vendor.ts';

const RESOURCES = join(import.meta.dirname, '../../resources/provisioning');
const PIN = '48151623';

let vendor: StandInVendor;
let folder: string;
let application: Application;
let environment: Record<string, string>;
const FIVE_MINUTES_MS = 300_000;
/** Lets the program try again what waits for the network. */
let wake: () => void = () => undefined;

function open(): Application {
  return createApplication({
    ...quietOutside(folder, Date.now),
    fetch: globalThis.fetch,
    seal: (secret) => Promise.resolve(Buffer.from(secret).map((byte) => byte ^ 90)),
    unseal: (sealed) => Promise.resolve(Buffer.from(sealed.map((b) => b ^ 90)).toString()),
    sleep: (ms, signal) =>
      new Promise((done, stop) => {
        signal.addEventListener('abort', () => stop(signal.reason as Error));
        if (ms === FIVE_MINUTES_MS) wake = done;
        else if (ms < FIVE_MINUTES_MS / 5) setTimeout(done, 1);
      }),
    environment: (name) => environment[name],
    scheduled: true,
  });
}

beforeEach(async () => {
  vendor = await startSmallVendor();
  folder = mkdtempSync(join(tmpdir(), 'подготовка '));
  environment = {};
});
afterEach(async () => {
  await application.close();
  await vendor.close();
  rmSync(folder, { recursive: true, force: true });
});

const fileWith = (more: object = {}): string =>
  JSON.stringify(
    {
      version: 1,
      connections: [
        {
          vendor: 'iiko-cloud',
          name: 'Суши',
          settings: { host: vendor.url, minIntervalMs: 0 },
          secret: { kind: 'api-login', apiLogin: SMALL_LOGIN },
          organizations: [
            { organization: 'суши сургут', zone: 'Asia/Omsk', closingHour: 3, venues: ['ленина'] },
          ],
        },
      ],
      profiles: [
        { name: 'Ирина', preset: 'operator', active: true },
        { name: 'Главный', preset: 'manager', rights: ['edit-profiles'], pin: PIN },
      ],
      statuses: [{ system: 'iiko-cloud', status: 'OnWay', group: 'paid' }],
      topology: { venues: 'chain' },
      ...more,
    },
    null,
    2,
  );

const stepsOf = (steps: readonly ProvisioningStep[]): string[] =>
  steps.map(({ what, change, name }) => `${change} ${what} ${name}`.trim());

const state = (): Promise<ProvisioningState> => ask(application, 'provisioning.state', {});
const connections = (): Promise<readonly Connection[]> => ask(application, 'connections.list', {});

describe('a file that is applied', () => {
  test('says what it will do, does it, and does nothing the second time', async () => {
    application = open();
    const text = fileWith();
    const checked = await ask<{ steps: ProvisioningStep[] }>(application, 'provisioning.check', {
      text,
    });
    expect(await connections()).toEqual([]);
    const applied = await ask<ProvisioningStep[]>(application, 'provisioning.apply', { text });
    expect(applied).toEqual(checked.steps);
    expect(stepsOf(applied)).toEqual([
      'add connection Суши',
      'change organization Суши Сургут',
      'add profile Ирина',
      'add profile Главный',
      'change statuses 1',
      'add topology',
    ]);
    const [connection] = await connections();
    expect(connection).toMatchObject({
      secretKept: true,
      organizations: [{ zone: 'Asia/Omsk', closingHour: 3, chosen: true }],
    });
    expect(connection!.organizations[0]!.venues.map(({ chosen }) => chosen)).toEqual([true]);
    const profiles = await ask<readonly Profile[]>(application, 'profiles.list', {});
    expect(profiles.map(({ name, active, hasPin }) => [name, active, hasPin])).toEqual([
      ['Ирина', true, false],
      ['Главный', false, true],
    ]);
    // Whoever works now may not change these things: nor may she by a file.
    await expect(ask(application, 'provisioning.apply', { text })).rejects.toMatchObject({
      code: 'profiles.right-missing',
    });
    const [, chief] = profiles;
    await ask(application, 'profiles.switchTo', { profileId: chief!.id, pin: PIN });
    const only = fileWith({ connections: [], statuses: [], topology: undefined });
    const again = await ask<ProvisioningStep[]>(application, 'provisioning.apply', { text: only });
    expect(stepsOf(again)).toEqual(['same profile Ирина', 'change profile Главный']);
  });

  test('fits its schema, which the repository keeps beside an example', () => {
    application = open();
    const read = (name: string): unknown =>
      JSON.parse(readFileSync(join(RESOURCES, name), 'utf8')) as unknown;
    expect(read('schema.json')).toEqual(z.toJSONSchema(provisioningFile, { io: 'input' }));
    expect(provisioningFile.safeParse(read('example.json')).error).toBeUndefined();
  });
});

const closing = (hour: number) => (): string =>
  fileWith().replace('"closingHour": 3', `"closingHour": ${hour}`);

describe('a wrong file changes nothing and says where it is wrong', () => {
  const wrong: readonly (readonly [string, () => string, string, number])[] = [
    ['not JSON', () => '{\n  "version": 1,\n}', 'json.unreadable', 3],
    ['an unknown field', () => '{\n "version": 1,\n "zon": 1\n}', 'provisioning.unknown-field', 3],
    ['a missing field', () => '{\n "zone": "UTC"\n}', 'provisioning.missing-field', 1],
    ['a wrong value', () => '{\n "version": 1,\n "zone": 7}', 'provisioning.wrong-value', 3],
    [
      'none of the values that may stand there',
      () => '{\n "version": 1,\n "profiles": [\n  {"name": "Я", "preset": "boss"}]}',
      'provisioning.not-one-of',
      4,
    ],
    ['too few hours', closing(-1), 'provisioning.too-little', 19],
    ['too many hours', closing(13), 'provisioning.too-much', 19],
    ['no such zone', () => '{"version": 1,\n"zone": "Mars/Base"}', 'connections.unknown-zone', 2],
    [
      'a variable that is not there',
      () => fileWith().replace(`"${SMALL_LOGIN}"`, '{"env": "DESK_LOGIN"}'),
      'provisioning.variable-absent',
      11,
    ],
    [
      'a strange organization',
      () => fileWith().replace('суши сургут', 'Пицца'),
      'provisioning.stranger',
      16,
    ],
    [
      'a status of a strange organization',
      () =>
        fileWith({
          statuses: [{ system: 'x', status: 'y', group: 'paid', organization: 'Пицца' }],
        }),
      'provisioning.stranger',
      47,
    ],
    [
      'a refused login',
      () => fileWith().replace(SMALL_LOGIN, 'another'),
      'iiko-cloud.login-refused',
      4,
    ],
  ];

  test.each(wrong)('%s', async (_what, text, code, line) => {
    application = open();
    const before = await ask(application, 'profiles.list', {});
    await expect(ask(application, 'provisioning.apply', { text: text() })).rejects.toMatchObject({
      code,
      params: { line },
    });
    expect(await connections()).toEqual([]);
    expect(await ask(application, 'profiles.list', {})).toEqual(before);
    expect(await ask(application, 'settings.about', {})).toMatchObject({ firstRun: true });
  });
});

describe('the file that was left for the first start', () => {
  const path = (): string => join(folder, 'provisioning.json');

  test('is sealed at once, waits for the network, is done and is gone', async () => {
    const answer = vendor.answer;
    vendor.answer = (_request, response) => void response.destroy();
    environment['DESK_LOGIN'] = SMALL_LOGIN;
    writeFileSync(path(), fileWith().replace(`"${SMALL_LOGIN}"`, '{"env": "DESK_LOGIN"}'));
    application = open();
    await vi.waitFor(async () => expect((await state()).state).toBe('waiting'), 8000);
    expect((await state()).problems[0]).toMatchObject({ kind: 'unreachable', params: { line: 4 } });
    const waiting = readFileSync(path(), 'utf8');
    expect(waiting).not.toContain(SMALL_LOGIN);
    expect(waiting).not.toContain(PIN);
    environment = {};
    vendor.answer = answer;
    wake();
    await vi.waitFor(async () => expect((await state()).state).toBe('done'), 8000);
    expect(existsSync(path())).toBe(false);
    expect(await ask(application, 'settings.about', {})).toMatchObject({ firstRun: false });
    expect((await connections())[0]).toMatchObject({ name: 'Суши', secretKept: true });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      expect(bytes.includes(SMALL_LOGIN) || bytes.includes(PIN), file.name).toBe(false);
    }
  });

  test('may be written by PowerShell, in UTF-16, and is sealed all the same', async () => {
    writeFileSync(path(), `\uFEFF${fileWith()}`, 'utf16le');
    const answer = vendor.answer;
    vendor.answer = (_request, response) => void response.destroy();
    application = open();
    await vi.waitFor(async () => expect((await state()).state).toBe('waiting'), 8000);
    expect(readFileSync(path(), 'utf8')).not.toContain(SMALL_LOGIN);
    expect(readFileSync(path(), 'utf8')).toContain('"Суши"');
    vendor.answer = answer;
    wake();
    await vi.waitFor(async () => expect((await state()).state).toBe('done'), 8000);
    expect((await connections())[0]).toMatchObject({ name: 'Суши', secretKept: true });
  });

  test('stays as it is where it is wrong, and the program starts', async () => {
    writeFileSync(path(), '{\n "version": 2\n}');
    application = open();
    await vi.waitFor(async () => expect((await state()).state).toBe('refused'));
    expect((await state()).problems[0]).toMatchObject({ params: { line: 2, column: 13 } });
    expect(readFileSync(path(), 'utf8')).toBe('{\n "version": 2\n}');
  });
});
