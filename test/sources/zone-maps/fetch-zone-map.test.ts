import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Failure } from '../../../main/domain/failure.ts';
import { fetchZoneMap } from '../../../main/sources/zone-maps/fetch-zone-map.ts';
import { give, redirect, startMapServers, type MapServers } from '../../support/map-servers.ts';

const LINK = 'https://www.google.com/maps/d/edit?mid=1AbCdEfGhIjKlMnOpQrStUvWxYz';
const KML = '<kml/>';

let servers: MapServers;

beforeAll(async () => {
  servers = await startMapServers();
});
afterAll(() => servers.close());
beforeEach(() => {
  servers.answers.clear();
  servers.asked.length = 0;
});

const bring = async (link: string, signal = new AbortController().signal): Promise<string> => {
  const { fetch } = servers;
  try {
    return Buffer.from((await fetchZoneMap({ fetch }, link, signal)).bytes).toString();
  } catch (error) {
    return (error as Failure).code;
  }
};

test('a link of My Maps: plain KML is asked for, its bytes come as they are', async () => {
  let agent: string | undefined;
  servers.answers.set('https://www.google.com/maps/d/kml', (request, response) => {
    agent = request.headers['user-agent'];
    give(200, KML)(request, response);
  });
  expect(await bring(LINK)).toBe(KML);
  expect(servers.asked).toEqual([
    'https://www.google.com/maps/d/kml?forcekml=1&mid=1AbCdEfGhIjKlMnOpQrStUvWxYz',
  ]);
  expect(agent).toContain('Mozilla');
});

test('a short link is looked at once and read as if it had been pasted', async () => {
  servers.answers.set('https://maps.app.goo.gl/', redirect(`${LINK}&usp=sharing`));
  servers.answers.set(
    'https://www.google.com/maps/d/kml',
    redirect('https://mymaps.usercontent.google.com/x'),
  );
  servers.answers.set('https://mymaps.usercontent.google.com/', give(200, KML));
  expect(await bring('https://maps.app.goo.gl/abCD')).toBe(KML);
  expect(servers.asked).toHaveLength(3);
});

const AWAY = [
  'http://www.google.com/x',
  'https://evil.example/x',
  'https://www.google.com.evil.example/',
  'https://127.0.0.1/x',
  'https://[::1]/',
  'https://169.254.169.254/latest/meta-data',
  'https://www.google.com:8443/x',
  'https://a:b@www.google.com/x',
  'file:///etc/passwd',
];

test.each(AWAY)('a redirect to %s is not followed', async (location) => {
  servers.answers.set('https://www.google.com/maps/d/kml', redirect(location));
  expect(await bring(LINK)).toBe('zones.link-led-away');
  expect(servers.asked).toHaveLength(1);
});

test.each(AWAY)('a short link to %s is not followed', async (location) => {
  servers.answers.set('https://maps.app.goo.gl/', redirect(location));
  expect(await bring('https://maps.app.goo.gl/abCD')).toMatch(/^zones\.link-/);
  expect(servers.asked).toHaveLength(1);
});

test.each([
  ['a sign-in', redirect('https://accounts.google.com/ServiceLogin'), 'zones.link-not-shared'],
  ['no access', give(403), 'zones.link-not-shared'],
  ['no map', give(404), 'zones.link-gone'],
  ['too many questions', give(429), 'zones.link-too-often'],
  ['a broken server', give(503), 'zones.link-server'],
  ['another refusal', give(418), 'zones.link-status'],
  ['nothing', give(200), 'zones.link-nothing'],
  ['a redirect to itself', redirect('/maps/d/kml?again'), 'zones.link-redirects'],
  ['a redirect to nowhere', redirect('https://'), 'zones.link-redirects'],
  ['too much', give(200, Buffer.alloc(17 * 1024 * 1024, 32)), 'zones.link-too-large'],
  [
    'a cut line',
    (_: unknown, response: ServerResponse) => void response.destroy(),
    'zones.link-unreachable',
  ],
])('%s is named', async (_, answer, code) => {
  servers.answers.set('https://www.google.com/maps/d/kml', answer);
  expect(await bring(LINK)).toBe(code);
});

test('a short link that is dead, and one that leads to another', async () => {
  servers.answers.set('https://maps.app.goo.gl/dead', give(200, 'gone'));
  servers.answers.set('https://maps.app.goo.gl/twice', redirect('https://maps.app.goo.gl/dead'));
  expect(await bring('https://maps.app.goo.gl/dead')).toBe('zones.link-short-dead');
  expect(await bring('https://maps.app.goo.gl/twice')).toBe('zones.link-redirects');
});

test('a server that hangs is given up when the caller stops waiting', async () => {
  const stop = new AbortController();
  servers.answers.set('https://www.google.com/maps/d/kml', () => stop.abort(new Error('stopped')));
  await expect(fetchZoneMap(servers, LINK, stop.signal)).rejects.toThrow('stopped');
});
