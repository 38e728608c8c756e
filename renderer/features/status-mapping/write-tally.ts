import type { TFunction } from 'i18next';
import type { Tally } from '../../../main/domain/status-mapping/status-totals.ts';
import type { Format } from '../../shared/format/use-format.ts';

const DOT = ' · ';

/** How counts and money are written on the board; money is left out for who may not see it. */
export type WriteTally = Readonly<{
  /** `412 заказов`. */
  orders(tally: Tally): string;
  /** `382 330 ₽`; every currency by itself, '' where there is none. */
  money(tally: Tally): string;
  /** `412 заказов · 382 330 ₽`. */
  whole(tally: Tally): string;
  /** `+412 · +382 330 ₽`; '' when nothing moves. */
  difference(tally: Tally): string;
  /** The same in words, for a screen reader: `больше на 412 заказов, 382 330 ₽`. */
  told(tally: Tally): string;
}>;

const isNothing = ({ orders, sums }: Tally): boolean => orders === 0 && sums.size === 0;

/** Binds the writing to a language and a right. */
export function createWriteTally(t: TFunction, format: Format, money: boolean): WriteTally {
  const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);
  const orders = (tally: Tally): string =>
    t('status-mapping.orders', { count: tally.orders, figure: format.number(tally.orders) });
  const sums = (tally: Tally): string[] =>
    money
      ? [...tally.sums].filter(([, sum]) => sum !== 0).map(([of, sum]) => format.money(sum, of))
      : [];
  const movedSums = (tally: Tally): string[] =>
    money ? [...tally.sums].map(([of, sum]) => signed(sum, format.money(sum, of))) : [];
  const size = (tally: Tally): Tally => ({
    orders: Math.abs(tally.orders),
    sums: new Map([...tally.sums].map(([of, sum]) => [of, Math.abs(sum)])),
  });
  const whole = (tally: Tally): string => [orders(tally), ...sums(tally)].join(DOT);
  return {
    orders,
    whole,
    money: (tally) => sums(tally).join(DOT),
    difference: (tally) =>
      isNothing(tally)
        ? ''
        : [signed(tally.orders, format.number(tally.orders)), ...movedSums(tally)].join(DOT),
    told: (tally) =>
      isNothing(tally)
        ? t('status-mapping.same')
        : t(tally.orders < 0 ? 'status-mapping.less' : 'status-mapping.more', {
            what: whole(size(tally)),
          }),
  };
}
