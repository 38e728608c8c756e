import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readZoneFile } from '../../../main/documents/zone-files/read-zone-file.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { fetchZoneLink } from '../../../main/features/zone-files/fetch-zone-link.ts';
import { kml, placemark } from '../../documents/zone-files/kml-of.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'desk-zone-links-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));

const google = (id: string): string => `https://www.google.com/maps/d/edit?mid=${id.repeat(4)}`;
const FIRST = 'AbCdEfGh';
const SECOND = 'IjKlMnOp';
const yandex = 'https://yandex.ru/maps/?um=constructor%3A0a4eed94756388a7e406';

/** The vendors' answers by what stands in the address. */
function fetching(answers: Readonly<Record<string, string | Uint8Array>>): typeof fetch {
  return (url) => {
    const [, body] = Object.entries(answers).find(([part]) => (url as string).includes(part))!;
    return Promise.resolve(new Response(body as BodyInit));
  };
}

async function bring(link: string, answers: Parameters<typeof fetching>[0]): Promise<string> {
  const outside = { fetch: fetching(answers), dataFolder };
  try {
    const path = await fetchZoneLink(outside, link, new AbortController().signal);
    return readZoneFile(readFileSync(path), '').zones[0]!.name;
  } catch (error) {
    return (error as Failure).code;
  }
}

const link = (href: string): Uint8Array =>
  kml(`<NetworkLink><Link><href><![CDATA[${href}]]></href></Link></NetworkLink>`);

test('the map of a link is left as a file', async () => {
  expect(await bring(google(FIRST), { [FIRST]: kml(placemark('Центр')) })).toBe('Центр');
});

test('a file that only names another map is followed once, and only to a map', async () => {
  const end = kml(placemark('Юг'));
  expect(await bring(google(FIRST), { [FIRST]: link(google(SECOND)), [SECOND]: end })).toBe('Юг');
  const round = { [FIRST]: link(google(SECOND)), [SECOND]: link(google(FIRST)) };
  expect(await bring(google(FIRST), round)).toBe('zones.link-leads-on');
  expect(await bring(google(FIRST), { [FIRST]: link('https://127.0.0.1/x') })).toBe(
    'zones.link-host',
  );
});

test('a page in place of a map is named at once', async () => {
  const page = '<!doctype html><a href="https://accounts.google.com/ServiceLogin">';
  expect(await bring(google(FIRST), { [FIRST]: page })).toBe('zones.page-sign-in');
  expect(await bring(google(FIRST), { [FIRST]: kml('') })).toBe('zones.map-empty');
});

test('a script of Constructor is read as data, one that says nothing has its own advice', async () => {
  const area = '{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}';
  const script = `var x = {"features":[{"type":"Feature","properties":{"description":"700"},"geometry":${area}}]};`;
  expect(await bring(yandex, { yandex: script })).toBe('700');
  expect(await bring(yandex, { yandex: '(function(){})()' })).toBe('zones.constructor-unreadable');
});
