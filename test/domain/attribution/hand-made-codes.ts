import { withTable, type HandMade } from './telling.ts';

/** Told by hand: promo codes. */
export const CODES: readonly HandMade[] = [
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
];
