import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Failure } from '../../../main/domain/failure.ts';
import { readZoneLink } from '../../../main/domain/zones/zone-link.ts';
import { isZoneMapUrl } from '../../../main/domain/zones/zone-map-host.ts';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz_-12345';
const OLD = 'zNPjLbo835mE.k3TvWfqGG-AU';
const UM = 'constructor%3A0a4eed94756388a7e406e43d37bc5c7d';

/** Where it leads to, or why it leads nowhere. */
function readOr(text: string): string {
  try {
    const link = readZoneLink(text);
    return link.type === 'short' ? `short ${link.url}` : link.downloadUrl;
  } catch (error) {
    return (error as Failure).code;
  }
}

const google = (id = ID, more = ''): string =>
  `https://www.google.com/maps/d/kml?forcekml=1&mid=${id}${more}`;
const yandex = `https://yandex.ru/maps/?um=${UM}`;

test.each([
  [`https://www.google.com/maps/d/edit?mid=${ID}&usp=sharing`, google()],
  [`https://www.google.com/maps/d/viewer?mid=${ID}&ll=55.7%2C37.6&z=11`, google()],
  [`https://www.google.com/maps/d/u/0/edit?mid=${ID}`, google()],
  [`https://www.google.ru/maps/d/embed?mid=${ID}&ehbc=2E312F`, google()],
  [`https://www.google.co.uk/maps/d/u/1/kml?forcekml=1&mid=${ID}`, google()],
  [`https://www.google.com.tr/maps/d/viewer?mid=${ID}&lid=aB_c-1`, google(ID, '&lid=aB_c-1')],
  [`http://google.com/maps/d/viewer?mid=${ID}`, google()],
  [`https://www.google.com/mymaps/viewer?mid=${ID}`, google()],
  [`https://mapsengine.google.com/map/edit?mid=${OLD}`, google(OLD)],
  [`www.google.com/maps/d/edit?mid=${ID}`, google()],
  [`  Наша карта: https://www.google.com/maps/d/edit?mid=${ID}. `, google()],
  [
    `<iframe src="https://www.google.com/maps/d/embed?mid=${ID}&amp;z=1" width="640"></iframe>`,
    google(),
  ],
  [
    `https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Fmaps%2Fd%2Fedit%3Fmid%3D${ID}&sa=D`,
    google(),
  ],
  [
    `https://accounts.google.com/ServiceLogin?continue=https%3A%2F%2Fwww.google.com%2Fmaps%2Fd%2Fedit%3Fmid%3D${ID}`,
    google(),
  ],
  [ID, google()],
  [OLD, google(OLD)],
  ['https://maps.app.goo.gl/abCD1234?g_st=ic', 'short https://maps.app.goo.gl/abCD1234'],
  ['https://goo.gl/maps/abCD', 'short https://goo.gl/maps/abCD'],
  [`https://yandex.ru/maps/?um=${UM}&source=constructorLink`, yandex],
  [`https://yandex.com/map-widget/v1/?um=${UM}&lang=ru_RU`, yandex],
  [
    `<script src="https://api-maps.yandex.ru/services/constructor/1.0/js/?um=${UM}&amp;width=500"></script>`,
    yandex,
  ],
  [
    '//api-maps.yandex.ru/services/constructor/1.0/js/?sid=XD1WoHwePr9BAYkPBJ0XKFzAScY0NCvr&height=300',
    'https://yandex.ru/maps/?um=constructor%3AXD1WoHwePr9BAYkPBJ0XKFzAScY0NCvr',
  ],
  ['https://yandex.ru/maps/-/CCUaB~cD', 'short https://yandex.ru/maps/-/CCUaB~cD'],
])('%s is downloaded', (text, expected) => {
  expect(readOr(text)).toBe(expected);
});

test.each([
  ['', 'zones.link-empty'],
  ['зоны доставки', 'zones.link-none'],
  ['https://', 'zones.link-none'],
  [`https://a.ru/${'x'.repeat(5000)}`, 'zones.link-too-long'],
  [
    `https://www.google.com/maps/d/edit?mid=${ID} https://www.google.com/maps/d/edit?mid=${OLD}`,
    'zones.link-several',
  ],
  ['javascript:alert(1)', 'zones.link-scheme'],
  ['data:text/html,<b>', 'zones.link-scheme'],
  ['C:\\Users\\Kassa\\zones.kml', 'zones.link-local-file'],
  ['\\\\server\\share\\zones.kml', 'zones.link-local-file'],
  ['file:///etc/passwd', 'zones.link-local-file'],
  [`https://www.google.com@evil.example/maps/d/edit?mid=${ID}`, 'zones.link-credentials'],
  [`https://www.google.com.evil.example/maps/d/edit?mid=${ID}`, 'zones.link-host'],
  [`https://www.google.com:8443/maps/d/edit?mid=${ID}`, 'zones.link-host'],
  ['http://127.0.0.1:8080/maps/d/kml?mid=1', 'zones.link-host'],
  ['http://[::1]/maps/d/kml', 'zones.link-host'],
  ['https://169.254.169.254/latest/meta-data', 'zones.link-host'],
  ['https://doc-08.googleusercontent.com/x.kml', 'zones.link-host'],
  ['https://www.google.com/maps/d/', 'zones.link-no-id'],
  ['https://www.google.com/maps/d/u/0/?hl=ru', 'zones.link-no-id'],
  ['https://www.google.com/maps/d/edit?mid=1AbC', 'zones.link-id-damaged'],
  [`https://www.google.com/maps/d/edit?mid=../../${ID}`, 'zones.link-id-damaged'],
  ['https://maps.google.com/maps/ms?msid=217.0004&msa=0', 'zones.link-classic-map'],
  ['https://www.google.com/maps/place/Москва/@55.7,37.6,10z', 'zones.link-google-place'],
  ['https://www.google.com/maps/dir/55.7,37.6/55.8,37.7', 'zones.link-google-place'],
  [`https://www.google.com/search?q=1&mid=${ID}`, 'zones.link-google-place'],
  ['https://earth.google.com/web/@55,37', 'zones.link-google-earth'],
  [`https://drive.google.com/file/d/${ID}/view`, 'zones.link-google-drive'],
  ['https://accounts.google.com/signin', 'zones.link-sign-in'],
  ['https://yandex.ru/maps/213/moscow/?ll=37.6%2C55.7', 'zones.link-yandex-place'],
  ['https://yandex.ru/map-constructor/location-tool/', 'zones.link-constructor-editor'],
  ['https://yandex.ru/maps/?um=constructor%3Aabc', 'zones.link-id-damaged'],
  ['https://disk.yandex.ru/d/AbCdEf', 'zones.link-yandex-disk'],
  ['https://yadi.sk/d/AbCdEf', 'zones.link-yandex-disk'],
  ['https://2gis.ru/moscow', 'zones.link-2gis'],
  ['https://umap.openstreetmap.fr/ru/map/1', 'zones.link-openstreetmap'],
  ['https://my-chain.iiko.it/resto', 'zones.link-iiko'],
])('%s is %s', (text, code) => {
  expect(readOr(text)).toBe(code);
});

/** Pieces that links are made of, put together anyhow. */
const piece = fc.oneof(
  fc.constantFrom(
    'https://',
    'http://',
    'www.google.com',
    'google.evil.example',
    '@',
    '127.0.0.1',
    '/maps/d/edit?mid=',
    '/url?q=',
    'maps.app.goo.gl/',
    'yandex.ru/maps/?um=',
    'constructor%3A',
    ID,
    '%2F',
    '\\',
    ' ',
    '#',
  ),
  fc.string({ maxLength: 8 }),
);

test('whatever is pasted, only Google and Yandex are ever asked, by https', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const found = readOr(pieces.join(''));
      if (found.startsWith('zones.link-')) return;
      expect(isZoneMapUrl(new URL(found.replace(/^short /, '')))).toBe(true);
    }),
    { seed: 20_261_122, numRuns: 2_000 },
  );
});
