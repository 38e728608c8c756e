import { plugin } from './planted-file.ts';
import type { Scene } from './scene.ts';
import { PLUGIN_FILE, PLUGIN_LOG, pluginXml, TERMINAL_ID, TILL } from './till-folder.ts';

const OTHER_ID = 'e49d3632-b06a-4a9a-8c76-ae816c4404ad';
const HOUR_AGO = Date.UTC(2026, 9, 14, 12);

/** Faults of the terminal's identity. */
export const IDENTITY_SCENES: readonly Scene[] = [
  {
    name: 'no terminalId, never seen before',
    expected: 'terminal-id.absent',
    plant: plugin(pluginXml({ id: null })),
  },
  {
    name: 'terminalId lost in a reinstall',
    expected: 'terminal-id.lost',
    plant: (world) => {
      world.files.set(PLUGIN_FILE, pluginXml({ id: '' }));
      world.sightings = [{ value: TERMINAL_ID, firstSeenAt: HOUR_AGO, lastSeenAt: HOUR_AGO }];
    },
  },
  {
    name: 'two identities in one file',
    expected: 'terminal-id.twice',
    plant: plugin(
      pluginXml().replace('<terminalId>', `<terminalId>${OTHER_ID}</terminalId><terminalId>`),
    ),
  },
  {
    name: 'an identity that is none',
    expected: 'terminal-id.not-guid',
    plant: plugin(pluginXml({ id: 'касса 1' })),
  },
  {
    name: 'an identity of zeros',
    expected: 'terminal-id.not-guid',
    plant: plugin(pluginXml({ id: '00000000-0000-0000-0000-000000000000' })),
  },
  {
    name: 'one identity on two terminals made from one disk image',
    expected: 'terminal-id.shared',
    plant: (world) => {
      const moved = [...world.files].map(
        ([name, content]) => [`kassa-1/${name.slice(TILL.length + 1)}`, content] as const,
      );
      world.files = new Map([
        ['kassa-2/PluginConfigs/Resto.Front.Api.Delivery/deliveryPluginConfig.xml', pluginXml()],
        ...moved,
      ]);
      world.brought = true;
    },
  },
  {
    name: 'a new identity that the call centre refuses',
    expected: 'terminal-id.changed',
    plant: (world) => {
      world.sightings = [{ value: OTHER_ID, firstSeenAt: HOUR_AGO, lastSeenAt: HOUR_AGO }];
      world.files.set(
        PLUGIN_LOG,
        '2026-10-14 16:28:00,000 ERROR Terminal 7b3f5d0e is not registered\r\n',
      );
    },
  },
  {
    name: 'an identity that changed weeks ago is no fault',
    expected: 'arriving',
    plant: (world) => {
      const now = HOUR_AGO + 30 * 86_400_000;
      world.sightings = [
        { value: OTHER_ID, firstSeenAt: 0, lastSeenAt: HOUR_AGO },
        { value: TERMINAL_ID, firstSeenAt: HOUR_AGO, lastSeenAt: now },
      ];
      world.files.set(PLUGIN_LOG, '2026-10-14 16:28:00,000 INFO Connection established\r\n');
    },
  },
  {
    name: 'a new identity after a new registration is no fault',
    expected: 'arriving',
    plant: (world) => {
      world.sightings = [{ value: OTHER_ID, firstSeenAt: HOUR_AGO, lastSeenAt: HOUR_AGO }];
    },
  },
  {
    name: 'the same identity written in capitals is no fault',
    expected: 'arriving',
    plant: (world) => {
      world.sightings = [
        { value: TERMINAL_ID.toUpperCase(), firstSeenAt: HOUR_AGO, lastSeenAt: HOUR_AGO },
      ];
    },
  },
];
