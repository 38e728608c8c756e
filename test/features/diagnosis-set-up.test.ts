import { expect, test } from 'vitest';
import type { ConfigTopology } from '../../main/domain/config-files/config-topology.ts';
import { Failure } from '../../main/domain/failure.ts';
import { createDiagnosis } from '../../main/features/diagnosis/index.ts';
import { openWritable } from '../../main/store/database.ts';
import { storeOfInstaller } from './diagnosis/planted-cloud.ts';

const CHAIN: ConfigTopology = {
  venues: 'chain',
  delivery: 'centralised',
  server: 'hosted',
  callCentreUrl: 'https://cc.iiko.it:443/resto',
};

function desk(topology: () => ConfigTopology | null, db = storeOfInstaller(Date.now)) {
  return createDiagnosis({
    db,
    outside: { fetch: globalThis.fetch, now: Date.now, localIikoRoots: [] },
    announce: () => undefined,
    openSource: () => Promise.reject(new Failure('not-found', 'connections.absent')),
    memory: { topology, terminalIds: () => Promise.resolve([]) },
  });
}

test('what the files’ editor knows is shown, and follows it until somebody says otherwise', async () => {
  let topology = CHAIN;
  const { setUp, saveSetUp } = desk(() => topology);
  const { setUp: shown } = await setUp({});
  expect(shown).toMatchObject({
    venues: 'chain',
    callCentreUrl: CHAIN.callCentreUrl,
    tariff: null,
  });
  await saveSetUp({ ...shown, tariff: 'other' });
  topology = { ...CHAIN, venues: 'one' };
  expect((await setUp({})).setUp).toMatchObject({ venues: 'one', tariff: 'other' });
  await saveSetUp({ ...shown, venues: 'chain' });
  expect((await setUp({})).setUp.venues).toBe('chain');
});

test('ticks are kept, an unknown item is refused', async () => {
  const { checklists, tick } = desk(() => null);
  await tick({ item: 'pbx-sip', done: true });
  const items = (await checklists({})).lists.flatMap((list) => list.items);
  expect(items.find(({ id }) => id === 'pbx-sip')?.state).toBe('ticked');
  expect(() => tick({ item: 'nonsense', done: true })).toThrow('diagnosis.no-item');
});

test('without the right nothing is kept, knocked at or looked into', async () => {
  const { saveSetUp, tick, probePbx, run, setUp } = desk(() => null, openWritable(':memory:'));
  const { setUp: told } = await setUp({});
  const question = { brought: true, place: null, testOrder: null, setUp: null };
  const acts = [
    async () => saveSetUp(told),
    async () => tick({ item: 'pbx-sip', done: true }),
    async () => probePbx({ host: '127.0.0.1', port: 5060 }),
    async () => run({ ...question, root: '/etc' }),
  ];
  for (const act of acts) await expect(act()).rejects.toThrow('profiles.right-missing');
});
