import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readZoneFile } from '../../../main/documents/zone-files/read-zone-file.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { fetchZoneLink } from '../../../main/features/zone-files/fetch-zone-link.ts';
import { readTexts } from '../../../renderer/shared/i18n/resources.ts';
import { constructorPage } from '../../documents/zone-files/constructor-page.ts';
import { kml, placemark } from '../../documents/zone-files/kml-of.ts';
import { give, redirect, startMapServers, type MapServers } from '../../support/map-servers.ts';

const MY_MAPS = 'https://www.google.com/maps/d/edit?mid=1AbCdEfGhIjKlMnOpQrStUvWxYz';
const GOOGLE = 'https://www.google.com/maps/d/kml';
const CONSTRUCTOR = 'https://yandex.ru/maps/?um=constructor%3A0a4eed94756388a7e406';
const MAX_MS = 15;

const dataFolder = mkdtempSync(join(tmpdir(), 'desk-links-'));
const texts = { ru: await readTexts('ru'), en: await readTexts('en') };
let servers: MapServers;

beforeAll(async () => {
  servers = await startMapServers();
});
beforeEach(() => servers.answers.clear());
afterAll(() => {
  servers.close();
  rmSync(dataFolder, { recursive: true });
});

/** What somebody who pastes the link is told: names of zones, or the code of a refusal. */
async function bring(link: string): Promise<string> {
  try {
    const outside = { fetch: servers.fetch, dataFolder };
    const path = await fetchZoneLink(outside, link, new AbortController().signal);
    return readZoneFile(readFileSync(path), '')
      .zones.map(({ name }) => name)
      .join();
  } catch (error) {
    return (error as Failure).code;
  }
}

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const point =
  '<Placemark><name>Кухня</name><Point><coordinates>37,55</coordinates></Point></Placemark>';
const address = '<Placemark><name>Дом</name><address>Тверская, 1</address></Placemark>';
const networkLink = (id: string): string =>
  `<NetworkLink><Link><href><![CDATA[https://www.google.com/maps/d/kml?mid=${id}]]></href></Link></NetworkLink>`;
const never = (): void => undefined;

const GOOGLE_CASES: readonly (readonly [
  string,
  Parameters<MapServers['answers']['set']>[1],
  string,
])[] = [
  [
    'a redirect to sign in',
    redirect('https://accounts.google.com/ServiceLogin'),
    'zones.link-not-shared',
  ],
  [
    'a login page',
    give(200, page('Google', '<form action="https://accounts.google.com/x">')),
    'zones.page-sign-in',
  ],
  ['a private map', give(403), 'zones.link-not-shared'],
  ['a private map’s page', give(200, page('My Maps', 'You need access')), 'zones.page-private'],
  ['a deleted map', give(404), 'zones.link-gone'],
  ['only another link', give(200, kml(networkLink('x'.repeat(25)))), 'zones.link-leads-on'],
  ['an empty map', give(200, kml('')), 'zones.map-empty'],
  ['points only', give(200, kml(point)), 'zones.points-only'],
  ['a list of addresses', give(200, kml(address)), 'zones.addresses-only'],
  ['too big', give(200, Buffer.alloc(17 * 1024 * 1024, 32)), 'zones.link-too-large'],
  ['too slow', never, 'zones.link-timeout'],
  ['not a map at all', give(200, 'Hello'), 'zones.link-no-map'],
  ['another page', give(200, page('Погода', '')), 'zones.link-no-map'],
  ['too many questions', give(429), 'zones.link-too-often'],
];

test.each(GOOGLE_CASES)('My Maps: %s', async (_, answer, code) => {
  const limit = AbortSignal.timeout.bind(AbortSignal);
  const clock = vi
    .spyOn(AbortSignal, 'timeout')
    .mockImplementation(() => limit(answer === never ? MAX_MS : 9999));
  servers.answers.set(GOOGLE, answer);
  expect(await bring(MY_MAPS)).toBe(code);
  clock.mockRestore();
});

const CONSTRUCTOR_CASES: readonly (readonly [
  string,
  Parameters<MapServers['answers']['set']>[1],
  string,
])[] = [
  ['a sign-in', redirect('https://passport.yandex.ru/auth'), 'zones.link-not-shared'],
  ['a robot check', redirect('https://yandex.ru/showcaptcha?x=1'), 'zones.page-robot-check'],
  ['a deleted map', give(200, constructorPage(null)), 'zones.page-without-map'],
  ['an empty map', give(200, constructorPage({ features: [] })), 'zones.map-empty'],
  [
    'points only',
    give(200, constructorPage({ features: [{ type: 'placemark', coordinates: [1, 2] }] })),
    'zones.points-only',
  ],
  ['a page of another kind', give(200, page('Яндекс', '')), 'zones.constructor-unreadable'],
];

test.each(CONSTRUCTOR_CASES)('Constructor: %s', async (_, answer, code) => {
  servers.answers.set(
    'https://yandex.ru/showcaptcha',
    give(200, page('Ой!', '<form action="/checkcaptcha">')),
  );
  servers.answers.set('https://yandex.ru/maps/', answer);
  expect(await bring(CONSTRUCTOR)).toBe(code);
});

test('maps that are shared come, by their own addresses and no other', async () => {
  const ring = [
    [37.5, 55.7],
    [37.55, 55.7],
    [37.55, 55.75],
  ];
  const features = [{ type: 'polygon', title: 'Юг', geometry: { coordinates: [ring] } }];
  servers.answers.set(GOOGLE, give(200, kml(placemark('Центр'))));
  servers.answers.set('https://yandex.ru/maps/', give(200, constructorPage({ features })));
  servers.asked.length = 0;
  expect([await bring(MY_MAPS), await bring(CONSTRUCTOR)]).toEqual(['Центр', 'Юг']);
  expect(servers.asked).toEqual([
    `${GOOGLE}?forcekml=1&mid=1AbCdEfGhIjKlMnOpQrStUvWxYz`,
    CONSTRUCTOR,
  ]);
});

/** Something to do: an order to the reader in either language. */
const ADVICE = {
  ru: /[а-яё](?:йте|ите|ьте)(?:сь)?(?![а-яё])|нужна карта/i,
  en: /\b(?:open|ask|check|copy|draw|export|press|simplify|try|bring|switch|turn|paste|wait|download|outline|needed|sign|accepted)\b/i,
};

test('each has words of its own and advice, in both languages', () => {
  const codes = [...new Set([...GOOGLE_CASES, ...CONSTRUCTOR_CASES].map(([, , code]) => code))];
  for (const language of ['ru', 'en'] as const) {
    const told = codes.map((code) => {
      const own = Object.entries(texts[language]).find(
        ([key]) => key.replace(/_(?:one|few|many|other)$/, '') === `failure.${code}`,
      );
      return own?.[1] ?? '';
    });
    expect(new Set(told).size).toBe(codes.length);
    expect(codes.filter((_, at) => !ADVICE[language].test(told[at]!))).toEqual([]);
  }
});
