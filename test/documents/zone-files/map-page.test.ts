import { expect, test } from 'vitest';
import { readZoneFile } from '../../../main/documents/zone-files/read-zone-file.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { constructorPage } from './constructor-page.ts';

const RING = [
  [37.5, 55.7],
  [37.55, 55.7],
  [37.55, 55.75],
  [37.5, 55.7],
];
const area = (title: string, coordinates: unknown, subtitle = ''): object => ({
  type: 'polygon',
  title,
  subtitle,
  geometry: { coordinates },
});

const read = (page: string) => readZoneFile(Buffer.from(page), 'page');

function refusal(page: string): string {
  try {
    return `${read(page).zones.length} zones`;
  } catch (error) {
    return (error as Failure).code;
  }
}

test('a map of Constructor is read from the page that its link opens', () => {
  const { zones, report } = read(
    constructorPage({
      title: 'Доставка',
      features: [
        { type: 'placemark', title: 'Кухня', subtitle: 'Тверская, 1', coordinates: [37.6, 55.7] },
        area('Центр', [RING], '<b>700 ₽</b>'),
        area('', [RING, RING.toReversed()], '500'),
        area('Острова', [[RING], [RING]]),
        area('Плоская', RING),
        { type: 'line', title: 'Дорога', geometry: { coordinates: RING.slice(0, 2) } },
      ],
    }),
  );
  expect(zones.map(({ name, parts }) => [name, parts.length, parts[0]!.holes.length])).toEqual([
    ['Центр', 1, 0],
    ['500', 1, 1],
    ['Острова', 2, 0],
    ['Плоская', 1, 0],
  ]);
  expect(zones[0]!.parts[0]!.outline).toEqual(RING.slice(0, 3));
  expect(report).toMatchObject({ format: 'page', title: 'Доставка' });
  expect(report.skipped.map(({ what, number, why }) => [what, number, why.code])).toEqual([
    ['Кухня', 1, 'point'],
    ['Дорога', 6, 'line'],
  ]);
});

test.each([
  ['a page without anybody’s map', constructorPage(null), 'zones.page-without-map'],
  ['an empty map', constructorPage({ title: 'x', features: [] }), 'zones.map-empty'],
  ['broken corners', constructorPage({ features: [area('Ц', [[[1]]])] }), 'zones.nothing-readable'],
  [
    'nothing but places',
    constructorPage({ features: [{ type: 'placemark', coordinates: [1, 2] }] }),
    'zones.points-only',
  ],
  ['no features', constructorPage({ features: [null, 7, []] }), 'zones.addresses-only'],
  [
    'a page cut off',
    constructorPage({ features: [area('Ц', [RING])] }).slice(0, 380),
    'zones.page-without-map',
  ],
  [
    'hostile names',
    constructorPage(JSON.parse('{"__proto__":{"features":[1]}}') as object),
    'zones.page-without-map',
  ],
])('%s is named', (_, page, code) => {
  expect(refusal(page)).toBe(code);
});
