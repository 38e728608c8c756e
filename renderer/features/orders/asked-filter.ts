import { EVERY_ORDER, type OrderFilter } from '../../../main/domain/orders/order-filter.ts';

/**
 * The filter that an address holds as JSON; what it leaves out does not restrict, what is no filter
 * is left out. Null when there is none. Values are checked by the core, like those of any filter.
 */
export function askedFilter(text: string | undefined): OrderFilter | null {
  if (text === undefined) return null;
  try {
    const asked: unknown = JSON.parse(text);
    if (typeof asked !== 'object' || asked === null) return null;
    const given = Object.entries(asked).filter(([key]) => Object.hasOwn(EVERY_ORDER, key));
    return { ...EVERY_ORDER, ...Object.fromEntries(given) };
  } catch {
    return null;
  }
}
