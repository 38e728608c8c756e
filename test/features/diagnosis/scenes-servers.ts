import type { Scene, World } from './scene.ts';
import type { ServerManner } from './stand-in-servers.ts';
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
const ORIGIN = new URL(CALL_CENTRE).origin;

const serverIs = (manner: ServerManner) => (world: World) => {
  world.servers.set(ORIGIN, manner);
};

/** Another address in the file, and what stands there. */
const addressIs =
  (serverUrl: string, servers: Readonly<Record<string, ServerManner>> = {}) =>
  (world: World): void => {
    world.files.set(PLUGIN_FILE, pluginXml({ serverUrl }));
    for (const [origin, manner] of Object.entries(servers)) world.servers.set(origin, manner);
    world.setUp = { ...world.setUp, callCentreUrl: serverUrl };
  };

const chainWithout = (world: World): void => {
  world.setUp = { ...world.setUp, venues: 'chain', callCentreUrl: null };
};

const oneVenue = (world: World): void => {
  world.setUp = { ...world.setUp, venues: 'one', callCentreUrl: null };
};

/** Faults of topology, of the way to the server and of whose server it is. */
export const SERVER_SCENES: readonly Scene[] = [
  {
    name: 'a chain on the tariff without a call centre',
    expected: 'topology.tariff-without-call-centre',
    plant: (world) => {
      world.setUp = { ...world.setUp, tariff: 'start' };
    },
  },
  {
    name: 'a name that does not exist',
    expected: 'server.name-not-found',
    plant: addressIs('http://calcentre.example.org:8080/resto'),
  },
  {
    name: 'the cable is out',
    expected: 'server.no-network',
    plant: serverIs({ type: 'network', code: 'ENETUNREACH' }),
  },
  {
    name: 'the name server is silent',
    expected: 'server.no-network',
    plant: serverIs({ type: 'network', code: 'EAI_AGAIN' }),
  },
  {
    name: 'nobody listens on the port',
    expected: 'server.connection-refused',
    plant: serverIs({ type: 'refused' }),
  },
  {
    name: 'a firewall swallows the packets',
    expected: 'server.unreachable',
    plant: serverIs({ type: 'network', code: 'EHOSTUNREACH' }),
  },
  {
    name: 'an expired certificate',
    expected: 'server.certificate',
    plant: addressIs('https://callcentre.example.org/resto', {
      'https://callcentre.example.org': { type: 'network', code: 'CERT_HAS_EXPIRED' },
    }),
  },
  {
    name: 'a certificate for another name',
    expected: 'server.certificate',
    plant: addressIs('https://callcentre.example.org/resto', {
      'https://callcentre.example.org': { type: 'network', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    }),
  },
  {
    name: 'an issuer that only Windows may know is no proof',
    expected: 'arriving',
    plant: addressIs('https://callcentre.example.org/resto', {
      'https://callcentre.example.org': { type: 'network', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    }),
  },
  {
    name: 'a server that says nothing',
    expected: 'server.no-answer',
    plant: (world) => {
      world.servers.set(ORIGIN, { type: 'hang' });
      world.files.set(PLUGIN_FILE, pluginXml({ timeout: '100' }));
    },
  },
  {
    name: 'a link slower than the plugin waits',
    expected: 'server.slower-than-timeout',
    plant: (world) => {
      world.servers.set(ORIGIN, { type: 'server', delayMs: 700 });
      world.files.set(PLUGIN_FILE, pluginXml({ timeout: '400' }));
    },
  },
  {
    name: 'a slow link within the timeout is no fault',
    expected: 'arriving',
    plant: serverIs({ type: 'server', delayMs: 300 }),
  },
  {
    name: 'a hosted server that moved to https',
    expected: 'server.moved',
    plant: addressIs('http://pizza-cc.iiko.it:8080/resto', {
      'http://pizza-cc.iiko.it:8080': { type: 'refused' },
      'https://pizza-cc.iiko.it': { type: 'server' },
    }),
  },
  {
    name: 'a hosted server that sends http on to https',
    expected: 'server.moved',
    plant: addressIs('http://pizza-cc.iiko.it/resto', {
      'http://pizza-cc.iiko.it': {
        type: 'status',
        status: 301,
        location: 'https://pizza-cc.iiko.it/',
      },
      'https://pizza-cc.iiko.it': { type: 'server' },
    }),
  },
  {
    name: 'an address without /resto',
    expected: 'server.moved',
    plant: addressIs('http://callcentre.example.org:8080'),
  },
  {
    name: 'a misspelt path',
    expected: 'server.wrong-path',
    plant: addressIs('http://callcentre.example.org:8080/resto1', {
      [ORIGIN]: { type: 'status', status: 404 },
    }),
  },
  {
    name: 'a proxy that wants a password',
    expected: 'server.forbidden',
    plant: serverIs({ type: 'status', status: 401 }),
  },
  {
    name: 'a firewall that refuses',
    expected: 'server.forbidden',
    plant: serverIs({ type: 'status', status: 403 }),
  },
  {
    name: 'a server that is starting',
    expected: 'server.failing',
    plant: serverIs({ type: 'status', status: 503 }),
  },
  {
    name: 'a server with an inner error',
    expected: 'server.failing',
    plant: serverIs({ type: 'status', status: 500 }),
  },
  {
    name: 'the login page of a router',
    expected: 'server.not-iiko',
    plant: serverIs({ type: 'page', body: '<html><title>TP-Link</title></html>' }),
  },
  {
    name: 'an answer that breaks off',
    expected: 'server.cut-off',
    plant: serverIs({ type: 'cut' }),
  },
  {
    name: 'a server from before deliveries',
    expected: 'server.too-old',
    plant: serverIs({ type: 'server', version: '4.1.2' }),
  },
  {
    name: 'the oldest server that knows deliveries is no fault',
    expected: 'arriving',
    plant: serverIs({ type: 'server', version: '4.2' }),
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
  {
    name: 'two faults at once: the first on the way is named',
    expected: 'server.failing',
    plant: (world) => {
      world.servers.set(ORIGIN, { type: 'status', status: 502 });
      world.files.set(PLUGIN_FILE, pluginXml({ id: null }));
    },
  },
];
