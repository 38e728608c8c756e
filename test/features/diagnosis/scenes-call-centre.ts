import { addressIs, ORIGIN, serverIs } from './planted-server.ts';
import type { Scene, World } from './scene.ts';
import {
  CALL_CENTRE,
  CHAIN_OFFICE_FILE,
  configXml,
  FRONT_FILE,
  OWN_SERVER,
  PLUGIN_FILE,
  pluginXml,
} from './till-folder.ts';

const SECOND = 'http://callcentre-2.example.org:8080/resto';

const chainWithout = (world: World): void => {
  world.setUp = { ...world.setUp, venues: 'chain', callCentreUrl: null };
};

const oneVenue = (world: World): void => {
  world.setUp = { ...world.setUp, venues: 'one', callCentreUrl: null };
};

/** Faults of topology: whose server it is that the till asks. */
export const CALL_CENTRE_SCENES: readonly Scene[] = [
  {
    name: 'a chain on the tariff without a call centre',
    expected: 'topology.tariff-without-call-centre',
    plant: (world) => {
      world.setUp = { ...world.setUp, tariff: 'start' };
    },
  },
  {
    name: 'a terminal of a chain that asks its own server',
    expected: 'call-centre.own-server',
    plant: (world) => {
      chainWithout(world);
      world.files.set(PLUGIN_FILE, pluginXml({ serverUrl: OWN_SERVER }));
    },
  },
  {
    name: 'its own server written with a slash at the end',
    expected: 'call-centre.own-server',
    plant: (world) => {
      chainWithout(world);
      world.files.set(PLUGIN_FILE, pluginXml({ serverUrl: `${OWN_SERVER}/` }));
    },
  },
  {
    name: 'localhost in a chain',
    expected: 'call-centre.own-server',
    plant: (world) => {
      addressIs('http://localhost:8080/resto', { 'http://localhost:8080': { type: 'server' } })(
        world,
      );
      chainWithout(world);
    },
  },
  {
    name: 'iikoChain instead of the call centre',
    expected: 'call-centre.chain-server',
    plant: serverIs({ type: 'server', edition: 'chain' }),
  },
  {
    name: 'another server than the one that was told',
    expected: 'call-centre.other-address',
    plant: (world) => {
      world.setUp = { ...world.setUp, callCentreUrl: SECOND };
      world.servers.set(new URL(SECOND).origin, { type: 'server', name: 'callcentre-2' });
    },
  },
  {
    name: 'the call centre named by another of its addresses is no fault',
    expected: 'arriving',
    plant: (world) => {
      world.setUp = { ...world.setUp, callCentreUrl: SECOND };
      world.servers.set(new URL(SECOND).origin, { type: 'server' });
    },
  },
  {
    name: 'another address was named and it is silent: no proof',
    expected: 'ask',
    plant: (world) => {
      world.setUp = { ...world.setUp, callCentreUrl: SECOND };
      world.cloud = 'absent';
    },
  },
  {
    name: 'a folder from elsewhere whose server can not be seen from here',
    expected: 'last-resort',
    plant: (world) => {
      world.brought = true;
      world.cloud = 'absent';
      world.servers.set(ORIGIN, { type: 'refused' });
    },
  },
  {
    name: 'one venue that asks somebody else’s server',
    expected: 'call-centre.not-own-server',
    plant: oneVenue,
  },
  {
    name: 'one venue whose server goes by two names is no fault',
    expected: 'arriving',
    plant: (world) => {
      oneVenue(world);
      world.servers.set(new URL(OWN_SERVER).origin, { type: 'server' });
    },
  },
  {
    name: 'one venue with its own server is no fault',
    expected: 'arriving',
    plant: (world) => {
      oneVenue(world);
      world.files.set(FRONT_FILE, configXml([['serverUrl', CALL_CENTRE]]));
    },
  },
  {
    name: 'a chain known by iikoChain on this PC, nothing told',
    expected: 'call-centre.own-server',
    plant: (world) => {
      world.setUp = { venueId: world.here.venueId };
      world.cloud = 'absent';
      world.files.set(CHAIN_OFFICE_FILE, configXml([['Login', 'admin']]));
      world.files.set(PLUGIN_FILE, pluginXml({ serverUrl: OWN_SERVER }));
    },
  },
  {
    name: 'nobody told the topology and nothing is connected',
    expected: 'ask',
    plant: (world) => {
      world.setUp = {};
      world.cloud = 'absent';
    },
  },
];
