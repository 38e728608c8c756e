import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import { closeDb, inTransaction } from '../../main/store/database.ts';
import {
  removeReportFacts,
  saveReportFacts,
  type FactOrder,
} from '../../main/store/reports/report-facts.ts';
import { ORGANIZATION_ID } from '../fixtures/iiko-cloud-order.ts';
import { randomOrder } from '../support/random-orders.ts';
import { chanceOf } from '../support/chance.ts';
import { emptyStore, save, ZONE } from '../support/store-with-orders.ts';
import { median, spread, timed, type Figure } from './measure.ts';

const PAGES = 40;
const PAGE = 200;
const MOST_SHARE = 0.25;
const CONTEXT = { id: ORGANIZATION_ID, zone: ZONE, currency: 'RUB' };

/** What keeping the reports' facts and roll-ups costs beside storing the same pages of new orders. */
export async function benchReportUpkeep(): Promise<Figure[]> {
  const db = emptyStore();
  const chance = chanceOf(1);
  const [stored, kept]: [number[], number[]] = [[], []];
  for (let page = 0; page < PAGES; page += 1) {
    const infos = Array.from({ length: PAGE }, (_, place) =>
      ofOneDay(randomOrder(chance, page * PAGE + place + 1), page),
    );
    let ids: readonly number[] = [];
    stored.push(await timed(() => (ids = save(db, infos).created)));
    const orders = infos.map((info, place): FactOrder => ({
      id: ids[place]!,
      order: iikoCloud.readPayload(JSON.stringify(info), CONTEXT)!,
      place: { organizationId: 1, venueId: 1, zone: ZONE, closingHour: 5 },
    }));
    inTransaction(db, () => removeReportFacts(db, ids));
    kept.push(await timed(() => inTransaction(db, () => saveReportFacts(db, orders))));
  }
  closeDb(db);
  const share = median(kept) / median(stored);
  return [
    {
      what: `upkeep of reports in a page of ${PAGE} orders: ${(share * 100).toFixed(1)} % of storing it`,
      ours: spread(kept),
      rival: `${spread(stored)} (the page with its journal, lines, search and roll-ups)`,
      goal: `≤ ${MOST_SHARE * 100} %`,
      reached: share <= MOST_SHARE,
    },
  ];
}

/** A page of a real sync holds orders of one day or two. */
function ofOneDay(
  info: ReturnType<typeof randomOrder>,
  page: number,
): ReturnType<typeof randomOrder> {
  const day = `2026-10-${String(1 + (page % 28)).padStart(2, '0')}`;
  const onDay = (text: string | null | undefined): string | null =>
    text ? day + text.slice(10) : null;
  const order = info.order!;
  const dates = {
    whenCreated: onDay(order.whenCreated) ?? '',
    completeBefore: onDay(order.completeBefore) ?? '',
    whenClosed: onDay(order.whenClosed),
  };
  return { ...info, order: { ...order, ...dates } };
}
