import { afterEach, expect, test } from 'vitest';
import type { Application } from '../../main/application.ts';
import { workerFile } from '../../main/hosts/thread/worker-file.ts';
import { sharedClock } from '../../main/hosts/thread/shared-clock.ts';
import type { LogEntry } from '../../main/outside.ts';
import { startStandIn } from './support/start-stand-in.ts';

const opened: Application[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((application) => application.close()));
});

async function start(...args: Parameters<typeof startStandIn>): Promise<Application> {
  const application = await startStandIn(...args);
  opened.push(application);
  return application;
}

test('every lane is answered by its own thread', async () => {
  const application = await start();
  const lanes = await Promise.all(
    ['settings.personal', 'sync.verify', 'settings.about'].map((topic) =>
      application.call(topic, {}),
    ),
  );
  const lane = (name: string): object => ({
    ok: true,
    value: expect.objectContaining({ lane: name }),
  });
  expect(lanes).toEqual([lane('list'), lane('report'), lane('core')]);
});

test('announcements of the core reach every listener until it leaves', async () => {
  const application = await start();
  const heard: unknown[] = [];
  const leave = application.subscribe((topic, value) => heard.push([topic, value]));
  await application.call('settings.about', { name: 'announce' });
  leave();
  await application.call('settings.about', { name: 'announce' });
  expect(heard).toEqual([['settings.changed', { lane: 'core' }]]);
});

test('secrets and the demo chain are asked of the host', async () => {
  const access = { address: 'http://127.0.0.1:1', apiLogin: 'x' };
  const application = await start({ startDemo: async () => access });
  const sealed = await application.call('settings.about', { name: 'seal' });
  expect(sealed).toMatchObject({ ok: true, value: { opened: 'secret', lost: null } });
  expect(await application.call('settings.about', { name: 'demo' })).toEqual({
    ok: true,
    value: access,
  });
});

test('a refusal of the host arrives as that failure', async () => {
  const application = await start({
    startDemo: async () => Promise.reject(new Error('no chain')),
  });
  const outcome = await application.call('settings.about', { name: 'demo' });
  expect(outcome).toMatchObject({
    ok: false,
    failure: { kind: 'unexpected', code: 'hosts.unexpected' },
  });
});

test('a thread that dies fails its calls and comes back', async () => {
  const log: LogEntry[] = [];
  const application = await start({}, log);
  const [waiting, crashed] = await Promise.all([
    application.call('settings.about', { name: 'hang' }),
    application.call('settings.about', { name: 'crash' }),
  ]);
  const failure = { kind: 'unexpected', code: 'hosts.part-crashed' };
  expect([waiting, crashed]).toMatchObject([{ failure }, { failure }]);
  expect(await application.call('settings.about', {})).toMatchObject({ ok: true });
  expect(await application.call('settings.personal', {})).toMatchObject({ ok: true });
  expect(log.map(({ code }) => code)).toContain('hosts.part-restarted');
});

test('a thread that keeps dying is given up', async () => {
  const application = await start();
  for (let time = 0; time < 6; time += 1)
    await application.call('settings.about', { name: 'crash' });
  expect(await application.call('settings.about', {})).toMatchObject({
    ok: false,
    failure: { code: 'hosts.part-crashed' },
  });
});

test('a bug becomes an unexpected failure whose reference is in the log', async () => {
  const log: LogEntry[] = [];
  const application = await start({}, log);
  const outcome = await application.call('settings.about', { name: 'throw' });
  if (outcome.ok) throw new Error('expected a failure');
  expect(outcome.failure).toMatchObject({ kind: 'unexpected', code: 'hosts.unexpected' });
  expect(log.find(({ reference }) => reference === outcome.failure.reference)?.stack).toContain(
    'a bug',
  );
});

test('what cannot be carried is refused on either way', async () => {
  const application = await start();
  const asked = await application.call('settings.about', { callback: () => 1 });
  expect(asked).toMatchObject({
    ok: false,
    failure: { kind: 'invalid', code: 'hosts.not-plain-data' },
  });
  const answered = await application.call('settings.about', { name: 'no-clone' });
  expect(answered).toMatchObject({ ok: false, failure: { kind: 'unexpected' } });
});

test('closing lets calls finish and refuses new ones', async () => {
  const application = await startStandIn();
  const slow = application.call('settings.about', { name: 'slow' });
  const closed = application.close();
  expect(await application.call('settings.about', {})).toMatchObject({
    failure: { code: 'hosts.closed' },
  });
  expect(await slow).toMatchObject({ ok: true });
  await closed;
  await application.close();
});

test.each(['newer', 'broken'])('a store that is %s rejects the start', async (dataFolder) => {
  const code = dataFolder === 'newer' ? 'store.newer' : 'hosts.part-crashed';
  await expect(startStandIn({ dataFolder })).rejects.toMatchObject({ code });
});

test('a shared clock stands for the time', async () => {
  const clock = sharedClock();
  clock.set(1234);
  const application = await start({ clock: clock.shift });
  const outcome = await application.call('settings.about', { name: 'now' });
  const shown = outcome.ok ? (outcome.value as number) : NaN;
  expect([shown >= 1234, shown < 1234 + 60_000]).toEqual([true, true]);
});

test('worker files: the source beside, or the unpacked bundle', () => {
  expect(workerFile('core-worker').pathname).toMatch(/hosts\/thread\/core-worker\.ts$/);
  const packed = workerFile('core-worker', '/opt/desk/resources/app.asar/dist/main', false);
  expect(packed.pathname).toBe('/opt/desk/resources/app.asar.unpacked/dist/main/core-worker.js');
});

test('an answer as JSON says the same, also what went wrong', async () => {
  const application = await start();
  const asJson = async (topic: string, input: unknown): Promise<unknown> =>
    JSON.parse(Buffer.from(await application.callAsJson!(topic, input)).toString());
  for (const topic of ['settings.personal', 'settings.about', 'no.topic']) {
    expect(await asJson(topic, {})).toEqual(await application.call(topic, {}));
  }
  for (const [input, code] of [
    [{ name: 'throw' }, 'hosts.unexpected'],
    [{ name: 'crash' }, 'hosts.part-crashed'],
    [{ callback: () => 1 }, 'hosts.not-plain-data'],
  ] as const) {
    expect(await asJson('settings.about', input)).toMatchObject({ ok: false, failure: { code } });
  }
  await application.close();
  expect(await asJson('settings.about', {})).toMatchObject({ failure: { code: 'hosts.closed' } });
});
