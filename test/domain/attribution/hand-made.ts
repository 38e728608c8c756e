import { readMarker } from '../../../main/domain/attribution-source.ts';
import type { ImportedTouch } from '../../../main/domain/attribution-touch.ts';
import type { Rule } from '../../../main/domain/attribution-rule.ts';

/** An order as a person would tell of it: only what matters to its origin. */
export type Told = Readonly<{
  advert?: string;
  key?: string;
  pays?: readonly string[];
  type?: string;
  site?: string;
  coupon?: string;
  comment?: string;
  data?: Readonly<Record<string, string>>;
  /** The customer's number is known and is one customer's. */
  phone?: boolean;
  attached?: string;
  /** Visits, calls and leads: minutes before the order and what they share with it. */
  touches?: readonly (Partial<ImportedTouch> & { before: number; marker: string; tel?: boolean })[];
  previous?: readonly [source: string, daysBefore: number];
}>;

export type HandMade = readonly [
  title: string,
  told: Told,
  source: string,
  rule: string | null,
  change?: (rules: readonly Rule[]) => readonly Rule[],
];

const DAY = 1440;
const visit = (before: number, marker: string, more: Partial<ImportedTouch> = {}) => ({
  before,
  marker,
  ...more,
});
const call = (before: number, marker: string) => ({
  before,
  marker,
  tel: true,
  kind: 'call' as const,
});

const withTable =
  (id: string, ...lines: readonly string[]) =>
  (rules: readonly Rule[]): readonly Rule[] =>
    rules.map((rule) =>
      rule.id === id
        ? {
            ...rule,
            table: lines.map((line) => {
              const [text = '', source = ''] = line.split('=');
              const starts = text.endsWith('*');
              return {
                text: text.replace('*', ''),
                match: starts ? ('starts' as const) : ('is' as const),
                source: source.split('/'),
              };
            }),
          }
        : rule,
    );

const changed =
  (id: string, change: Partial<Rule>) =>
  (rules: readonly Rule[]): readonly Rule[] =>
    rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));

const moved =
  (id: string, place: number) =>
  (rules: readonly Rule[]): readonly Rule[] => {
    const rest = rules.filter((rule) => rule.id !== id);
    return rest.toSpliced(
      place,
      0,
      rules.find((rule) => rule.id === id)!,
    );
  };

/** By hand, from what the vendors' documents and real exports show. */
export const HAND_MADE: readonly HandMade[] = [
  ['nothing at all', {}, ':unknown', null],
  ['only cash', { pays: ['Наличные'] }, ':unknown', null],
  ['an advert', { advert: '2ГИС' }, '2ГИС', 'advert'],
  ['an advert with spaces around', { advert: '  2ГИС ' }, '2ГИС', 'advert'],
  ['an advert of spaces only', { advert: '   ' }, ':unknown', null],
  ['an advert before the key', { advert: 'Сайт', key: 'yandex_food' }, 'Сайт', 'advert'],
  ['an advert before tags', { advert: 'Сайт', data: { utm_source: 'vk' } }, 'Сайт', 'advert'],
  ['an advert that looks like a marker stays whole', { advert: 'vk_ads_1' }, 'vk_ads_1', 'advert'],
  ['a known key', { key: 'yandex_food' }, 'Яндекс Еда', 'source-key'],
  ['a known key in capitals', { key: 'YANDEX_FOOD' }, 'Яндекс Еда', 'source-key'],
  ['a known key with a dash', { key: 'yandex-food' }, 'Яндекс Еда', 'source-key'],
  ['the older name of an aggregator', { key: 'delivery_club' }, 'Маркет Деливери', 'source-key'],
  ['the aggregator renamed twice', { key: 'sbermarket' }, 'Купер', 'source-key'],
  ['an unknown key is itself', { key: 'wolt' }, 'wolt', 'source-key'],
  [
    'a key that iiko binds to an advert',
    { key: 'site_main', attached: 'Сайт' },
    'Сайт',
    'source-key',
  ],
  ['our table before the binding', { key: 'kuper', attached: 'Доставка' }, 'Купер', 'source-key'],
  ['a payment type', { pays: ['Яндекс Еда'] }, 'Яндекс Еда', 'payment-type'],
  [
    'a payment type that goes on',
    { pays: ['Яндекс Еда (предоплата)'] },
    'Яндекс Еда',
    'payment-type',
  ],
  ['a payment type with a dot', { pays: ['Яндекс.Еда'] }, 'Яндекс Еда', 'payment-type'],
  ['two payments of one aggregator', { pays: ['Купер', 'Купер бонусы'] }, 'Купер', 'payment-type'],
  ['two aggregators pay: refused', { pays: ['Купер', 'Chibbis'] }, ':unknown', null],
  ['cash beside an aggregator', { pays: ['Наличные', 'Chibbis'] }, 'Chibbis', 'payment-type'],
  ['a key before a payment', { key: 'kuper', pays: ['Chibbis'] }, 'Купер', 'source-key'],
  ['an order type', { type: 'Купер (самовывоз)' }, 'Купер', 'order-type'],
  ['an order type that means nothing', { type: 'Доставка курьером' }, ':unknown', null],
  [
    'a payment before an order type',
    { pays: ['Chibbis'], type: 'Купер' },
    'Chibbis',
    'payment-type',
  ],
  ['a number without a table', { site: 'WEB-1' }, ':unknown', null],
  [
    'a number by its beginning',
    { site: 'WEB-1' },
    'Сайт',
    'external-number',
    withTable('external-number', 'WEB-*=Сайт'),
  ],
  [
    'a number in small letters',
    { site: 'web 12' },
    'Сайт',
    'external-number',
    withTable('external-number', 'WEB-*=Сайт'),
  ],
  [
    'the longer beginning',
    { site: 'WEBAPP-1' },
    'Приложение',
    'external-number',
    withTable('external-number', 'WEB*=Сайт', 'WEBAPP*=Приложение'),
  ],
  [
    'two equal beginnings: refused',
    { site: 'WEB-1' },
    ':unknown',
    null,
    withTable('external-number', 'WEB*=Сайт', 'web-*=Лендинг'),
  ],
  [
    'a whole number before a beginning',
    { site: 'WEB-1' },
    'Тест',
    'external-number',
    withTable('external-number', 'WEB*=Сайт', 'WEB-1=Тест'),
  ],
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
  ['a coupon without a table', { coupon: 'WINTER' }, ':unknown', null],
  ['a coupon', { coupon: 'WINTER' }, 'Листовки', 'coupon', withTable('coupon', 'WINTER=Листовки')],
  [
    'a coupon in small letters with a dash',
    { coupon: 'win-ter' },
    'Листовки',
    'coupon',
    withTable('coupon', 'WINTER=Листовки'),
  ],
  [
    'a coupon in the other alphabet',
    { coupon: 'КАСТОР' },
    'Касса',
    'coupon',
    withTable('coupon', 'KACTOP=Касса'),
  ],
  [
    'a coupon in the comment',
    { comment: 'без лука, промокод ЛЕТО24' },
    'Лето',
    'coupon',
    withTable('coupon', 'ЛЕТО24=Лето'),
  ],
  [
    'a coupon after a colon',
    { comment: 'Промо-код: лето24!' },
    'Лето',
    'coupon',
    withTable('coupon', 'ЛЕТО24=Лето'),
  ],
  [
    'a coupon one letter wrong is not guessed',
    { coupon: 'ЛЕТО25' },
    ':unknown',
    null,
    withTable('coupon', 'ЛЕТО24=Лето'),
  ],
  [
    'a code with two meanings: refused',
    { coupon: 'ЛЕТО24' },
    ':unknown',
    null,
    withTable('coupon', 'ЛЕТО24=Лето', 'лето 24=Радио'),
  ],
  [
    'a code with two spellings of one meaning',
    { coupon: 'ЛЕТО24' },
    'Лето',
    'coupon',
    withTable('coupon', 'ЛЕТО24=Лето', 'лето 24=лето'),
  ],
  [
    'two codes of two sources: refused',
    { coupon: 'A111', comment: 'купон B222' },
    ':unknown',
    null,
    withTable('coupon', 'A111=Раз', 'B222=Два'),
  ],
  [
    'a code in external data',
    { data: { promocode: 'ЛЕТО24' } },
    'Лето',
    'coupon',
    withTable('coupon', 'ЛЕТО24=Лето'),
  ],
  [
    'tags before a coupon',
    { coupon: 'ЛЕТО24', data: { utm_source: 'vk' } },
    'vk',
    'utm',
    withTable('coupon', 'ЛЕТО24=Лето'),
  ],
  [
    'a visit by its number',
    { data: { roistat: '123456' }, touches: [visit(30, 'direct1_search', { visit: '123456' })] },
    'direct1/search',
    'visit',
  ],
  [
    'a visit told by phone as a code',
    { coupon: '123456', touches: [visit(30, 'seo_yandex', { visit: '123456' })] },
    'seo/yandex',
    'visit',
  ],
  [
    'a visit told in the comment',
    { comment: 'промокод 123456', touches: [visit(30, 'seo_yandex', { visit: '123456' })] },
    'seo/yandex',
    'visit',
  ],
  [
    'a visit before an advert',
    {
      advert: 'Сайт',
      data: { roistat: '123456' },
      touches: [visit(5, 'vk2', { visit: '123456' })],
    },
    'vk2',
    'visit',
  ],
  [
    'a visit that nobody imported',
    { advert: 'Сайт', data: { roistat: '123456' } },
    'Сайт',
    'advert',
  ],
  [
    'a visit of another number',
    { data: { roistat: '123456' }, touches: [visit(5, 'vk2', { visit: '123457' })] },
    ':unknown',
    null,
  ],
  [
    'a visit 89 days old',
    { data: { roistat: '123456' }, touches: [visit(89 * DAY, 'vk2', { visit: '123456' })] },
    'vk2',
    'visit',
  ],
  [
    'a visit 91 days old',
    { data: { roistat: '123456' }, touches: [visit(91 * DAY, 'vk2', { visit: '123456' })] },
    ':unknown',
    null,
  ],
  [
    'a direct visit',
    { data: { roistat: '123456' }, touches: [visit(5, '', { visit: '123456' })] },
    ':direct',
    'visit',
  ],
  ['two digits are no visit but a marker', { data: { roistat: '12' } }, '12', 'marker'],
  ['a call an hour before', { phone: true, touches: [call(60, 'avito1')] }, 'avito1', 'phone-near'],
  [
    'a call 61 minutes before',
    { phone: true, touches: [call(61, 'avito1')] },
    'avito1',
    'phone-before',
  ],
  ['a call an hour after', { phone: true, touches: [call(-60, 'avito1')] }, 'avito1', 'phone-near'],
  ['a call 61 minutes after', { phone: true, touches: [call(-61, 'avito1')] }, ':unknown', null],
  ['a call 31 days before', { phone: true, touches: [call(31 * DAY, 'avito1')] }, ':unknown', null],
  [
    'the nearer of two calls',
    { phone: true, touches: [call(50, 'a1'), call(10, 'b1')] },
    'b1',
    'phone-near',
  ],
  [
    'the later of two equally near calls',
    { phone: true, touches: [call(10, 'a1'), call(-10, 'b1')] },
    'b1',
    'phone-near',
  ],
  ['a call but no number', { touches: [call(10, 'a1')] }, ':unknown', null],
  [
    'an advert before a call',
    { phone: true, advert: 'Радио', touches: [call(10, 'a1')] },
    'Радио',
    'advert',
  ],
  [
    'tags before a call',
    { phone: true, data: { utm_source: 'vk' }, touches: [call(10, 'a1')] },
    'vk',
    'utm',
  ],
  [
    'a call before a coupon',
    { phone: true, coupon: 'ЛЕТО24', touches: [call(10, 'a1')] },
    'a1',
    'phone-near',
    withTable('coupon', 'ЛЕТО24=Лето'),
  ],
  [
    'a coupon before an old visit',
    { phone: true, coupon: 'ЛЕТО24', touches: [call(3 * DAY, 'a1')] },
    'Лето',
    'coupon',
    withTable('coupon', 'ЛЕТО24=Лето'),
  ],
  [
    'an e-mail',
    { data: { email: 'A@b.ru' }, touches: [visit(10, 'mail1', { email: 'a@b.ru' })] },
    'mail1',
    'email-near',
  ],
  [
    'an e-mail of the week before',
    { data: { email: 'a@b.ru' }, touches: [visit(7 * DAY, 'mail1', { email: 'a@b.ru' })] },
    'mail1',
    'email-before',
  ],
  [
    'a phone before an e-mail',
    {
      phone: true,
      data: { email: 'a@b.ru' },
      touches: [visit(5, 'mail1', { email: 'a@b.ru' }), call(50, 'a1')],
    },
    'a1',
    'phone-near',
  ],
  [
    'a client id',
    { data: { _ym_uid: '77.8' }, touches: [visit(9 * DAY, 'vk2', { client: '77.8' })] },
    'vk2',
    'client',
  ],
  [
    'a client id before tags',
    {
      data: { client_id: '77.8', utm_source: 'tg' },
      touches: [visit(DAY, 'vk2', { client: '77.8' })],
    },
    'vk2',
    'client',
  ],
  [
    'a client id after the order',
    { data: { client_id: '77.8' }, touches: [visit(-1, 'vk2', { client: '77.8' })] },
    ':unknown',
    null,
  ],
  [
    'a lead with the number',
    { touches: [visit(20, 'form1', { kind: 'lead', orderNumber: '4711' })] },
    'form1',
    'order-number',
  ],
  [
    'a lead with the site’s number',
    { site: 'WEB-9', touches: [visit(20, 'form1', { kind: 'lead', orderNumber: 'WEB-9' })] },
    'form1',
    'order-number',
  ],
  [
    'last week’s order of that number',
    { touches: [visit(7 * DAY, 'form1', { kind: 'lead', orderNumber: '4711' })] },
    ':unknown',
    null,
  ],
  ['inherited from the order before', { phone: true, previous: ['2ГИС', 20] }, '2ГИС', 'history'],
  ['too old to inherit', { phone: true, previous: ['2ГИС', 181] }, ':unknown', null],
  [
    'its own source before the inherited',
    { phone: true, advert: 'Радио', previous: ['2ГИС', 2] },
    'Радио',
    'advert',
  ],
  [
    'inheriting switched off',
    { phone: true, previous: ['2ГИС', 2] },
    ':unknown',
    null,
    changed('history', { enabled: false }),
  ],
  [
    'the advert switched off',
    { advert: 'Сайт', key: 'kuper' },
    'Купер',
    'source-key',
    changed('advert', { enabled: false }),
  ],
  [
    'the key moved above the advert',
    { advert: 'Сайт', key: 'kuper' },
    'Купер',
    'source-key',
    moved('source-key', 0),
  ],
  [
    'a field that the rule requires is missing',
    { advert: 'Сайт', key: 'kuper' },
    'Купер',
    'source-key',
    changed('advert', { requires: ['external-number'] }),
  ],
  [
    'a field that the rule requires is there',
    { advert: 'Сайт', site: 'x', key: 'kuper' },
    'Сайт',
    'advert',
    changed('advert', { requires: ['external-number'] }),
  ],
  [
    'a phone that the rule requires is missing',
    { advert: 'Сайт' },
    ':unknown',
    null,
    changed('advert', { requires: ['phone'] }),
  ],
  [
    'adverts only by table',
    { advert: 'Прочее' },
    ':unknown',
    null,
    changed('advert', { unlisted: 'nothing' }),
  ],
  [
    'an advert renamed by table',
    { advert: 'ЯД' },
    'Яндекс Директ',
    'advert',
    withTable('advert', 'яд=Яндекс Директ'),
  ],
  [
    'a longer window',
    { phone: true, touches: [call(-90, 'a1')] },
    'a1',
    'phone-near',
    changed('phone-near', { afterMinutes: 120 }),
  ],
  [
    'a shorter window',
    { phone: true, touches: [call(30, 'a1')] },
    'a1',
    'phone-before',
    changed('phone-near', { beforeMinutes: 15 }),
  ],
];

/** The touches of a told order, the order being made at `createdAt`. */
export const toldTouches = (told: Told, createdAt: number, phoneTail: string): ImportedTouch[] =>
  (told.touches ?? []).map(({ before, marker, tel, ...more }, place) => ({
    id: place + 1,
    kind: 'visit',
    at: createdAt - before * 60_000,
    path: readMarker(marker),
    text: marker,
    phoneTail: tel === true ? phoneTail : null,
    email: null,
    client: null,
    visit: null,
    orderNumber: null,
    ...more,
  }));
