import { withTable, type HandMade } from './telling.ts';

/** Told by hand: markers and tags. */
export const TAGS: readonly HandMade[] = [
  [
    'a marker',
    { data: { roistat: 'direct4_search_18000022' } },
    'direct4/search/18000022',
    'marker',
  ],
  ['a marker by its short name', { data: { rs: 'vk2_stories' } }, 'vk2/stories', 'marker'],
  [
    'a marker with a space and Cyrillic',
    { data: { roistat: 'direct1_search_1_2_роллы рядом' } },
    'direct1/search/1/2/роллы рядом',
    'marker',
  ],
  [
    'a marker of nine levels',
    { data: { roistat: 'a_b_c_d_e_f_g_h_i' } },
    'a/b/c/d/e/f/g_h_i',
    'marker',
  ],
  [
    'a marker of utm',
    { data: { roistat: ':utm:google_cpc_cid|93' } },
    'google/cpc/cid|93',
    'marker',
  ],
  [
    'a marker before an advert',
    { advert: 'Сайт', data: { roistat: 'vk2_post' } },
    'vk2/post',
    'marker',
  ],
  [
    'an offline marker by table',
    { data: { roistat: 'Флаер у метро' } },
    'Листовки/метро',
    'marker',
    withTable('marker', 'флаер у метро=Листовки/метро'),
  ],
  ['an empty field is nothing', { data: { roistat: '  ' } }, ':unknown', null],
  [
    'a marker in the address',
    { data: { url: 'https://x.ru/?roistat=vk2_post&a=1' } },
    'vk2/post',
    'marker',
  ],
  ['an address without a query', { data: { url: 'https://x.ru/' } }, ':unknown', null],
  [
    'the field before the address',
    { data: { roistat: 'a1_b', url: 'https://x.ru/?roistat=c2_d' } },
    'a1/b',
    'marker',
  ],
  [
    'tags',
    { data: { utm_source: 'yandex', utm_medium: 'cpc', utm_campaign: 'brand' } },
    'yandex/cpc/brand',
    'utm',
  ],
  ['tags in capitals', { data: { UTM_SOURCE: 'vk' } }, 'vk', 'utm'],
  ['tags without a source', { data: { utm_medium: 'cpc' } }, ':unknown', null],
  ['tags with a hole', { data: { utm_source: 'vk', utm_campaign: 'may' } }, 'vk/—/may', 'utm'],
  ['tags in the address', { data: { landing: 'https://x.ru/m?utm_source=tg#top' } }, 'tg', 'utm'],
];
