import type { Currency } from '../../domain/money.ts';
import { minorOf, numberOf } from '../lenient-json.ts';
import type { DayTotals } from '../order-source.ts';
import type { ServerClient } from './client.ts';
import { elementsOf, elementText } from './xml-elements.ts';

const PATH = '/reports/delivery/consolidated';

/** A venue's totals of accounting days as the server's own delivery report tells them (3.4). */
export async function fetchDayTotals(
  client: ServerClient,
  code: string,
  [from, to]: readonly [from: string, to: string],
  currency: Currency,
  signal: AbortSignal,
): Promise<readonly DayTotals[]> {
  const query = { department: `{code="${code}"}`, dateFrom: from, dateTo: to };
  const { text } = await client.ask({ path: PATH, query }, signal);
  return elementsOf(text, 'row').flatMap((row) => {
    const day = readDay(elementText(row, 'date') ?? '');
    const orders = numberOf(elementText(row, 'orderCount'));
    const sumMinor = minorOf(elementText(row, 'revenue'), currency);
    return day === null || orders === null || sumMinor === null ? [] : [{ day, orders, sumMinor }];
  });
}

/** `DD.MM.YYYY` or `YYYY-MM-DD`. */
function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text.trim()) ?? [];
  if (day) return `${year}-${month}-${day}`;
  return /^\d{4}-\d\d-\d\d$/.test(text.trim()) ? text.trim() : null;
}
