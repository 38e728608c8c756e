import { addressIs, ORIGIN, serverIs } from './planted-server.ts';
import type { Scene } from './scene.ts';
import { PLUGIN_FILE, pluginXml } from './till-folder.ts';

/** Faults of the way to the call centre's server, and of what answers there. */
export const WAY_SCENES: readonly Scene[] = [
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
    name: 'two faults at once: the first on the way is named',
    expected: 'server.failing',
    plant: (world) => {
      world.servers.set(ORIGIN, { type: 'status', status: 502 });
      world.files.set(PLUGIN_FILE, pluginXml({ id: null }));
    },
  },
];
