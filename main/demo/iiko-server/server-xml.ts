import type { ChainContext } from '../answers/chain-context.ts';
import { Refusal } from '../answers/exchange.ts';
import { dayText } from '../world/wall-text.ts';
import { dayNumber } from '../world/world.ts';
import type { AccountingDays } from './accounting-day.ts';
import type { OlapOrder } from './olap-order.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `/resto/get_server_info.jsp`: asked without a login. */
export const serverInfo = (version: string): string =>
  `${HEAD}<r><serverName>Тесто и Рис</serverName><edition>chain</edition><version>${version}</version><computerName>DEMO</computerName><serverState>STARTED_SUCCESSFULLY</serverState></r>`;

/** `/corporation/departments`: the corporation, its legal persons (cities), their venues. */
export function departments({ world }: ChainContext): string {
  const items = world.cities.flatMap((city) => [
    item(city.id, '', city.facts.code, city.facts.organization, 'JURPERSON'),
    ...city.venues.map((venue) =>
      item(venue.id, city.id, codeOf(city.index, venue.index), venue.facts.name, 'DEPARTMENT'),
    ),
  ]);
  return `${HEAD}<corporateItemDtoes>${items.join('')}</corporateItemDtoes>`;
}

const item = (id: string, parent: string, code: string, name: string, type: string): string =>
  `<corporateItemDto><id>${id}</id><parentId>${parent}</parentId><code>${code}</code>` +
  `<name>${escape(name)}</name><type>${type}</type><taxpayerIdNumber/></corporateItemDto>`;

const codeOf = (city: number, venue: number): string => String(city * 10 + venue + 1);

const DEPARTMENT = /^\{code="?([^"}]+)"?\}$/;
const DAY = /^(\d\d)\.(\d\d)\.(\d{4})$/;

/** `/reports/delivery/consolidated`: a venue's totals by accounting day (`iiko-api.md` 3.4). */
export function consolidated(
  { world }: ChainContext,
  accounts: AccountingDays,
  query: URLSearchParams,
): string {
  const code = DEPARTMENT.exec(query.get('department') ?? '')?.[1];
  const venue = world.cities
    .flatMap((city) => city.venues.map((one) => [codeOf(city.index, one.index), one] as const))
    .find(([known]) => known === code)?.[1];
  if (!venue) throw new Refusal(400, `Department is not found: <${code ?? ''}> & others`);
  const [from, to] = [readDay(query.get('dateFrom')), readDay(query.get('dateTo'))];
  const rows: string[] = [];
  for (let day = from; day <= to; day += 1) {
    const own = accounts
      .ordersOf(day)
      .filter(({ plan, deleted }) => plan.venue === venue && !deleted && plan.type !== 'hall');
    rows.push(totalsRow(day, own));
  }
  return `${HEAD}<report><rows>${rows.join('')}</rows></report>`;
}

function readDay(text: string | null): number {
  const [, day, month, year] = DAY.exec(text ?? '') ?? [];
  const number = dayNumber(day ? `${year}-${month}-${day}` : (text ?? ''));
  if (Number.isNaN(number)) throw new Refusal(400, `Wrong date format: ${text ?? ''}`);
  return number;
}

function totalsRow(day: number, orders: readonly OlapOrder[]): string {
  const minor = orders.reduce((sum, { dishes }) => sum + netOf(dishes), 0);
  const pickup = orders.filter(({ plan }) => plan.type !== 'courier').length;
  const [year, month, date] = dayText(day).split('-');
  const average = orders.length === 0 ? 0 : minor / orders.length / 100;
  return (
    `<row><date>${date}.${month}.${year}</date><avgReceipt>${average.toFixed(2)}</avgReceipt>` +
    `<orderCount>${orders.length}</orderCount><orderCountCourier>${orders.length - pickup}</orderCountCourier>` +
    `<orderCountPickup>${pickup}</orderCountPickup><revenue>${(minor / 100).toFixed(2)}</revenue></row>`
  );
}

const netOf = (dishes: OlapOrder['dishes']): number =>
  dishes.reduce((sum, dish) => sum + (dish.deleted === 'NOT_DELETED' ? dish.netMinor : 0), 0);
