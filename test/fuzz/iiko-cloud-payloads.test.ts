import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderInfo, uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { testCount } from '../support/test-count.ts';
import { brokenBy, numbersOf, oddChanges } from './broken-json.ts';
import { readAnswer } from '../sources/iiko-cloud/read-wire.ts';
import { payloadText } from '../support/payload-text.ts';

/** The long run takes its time. */
const HOUR_MS = 3_600_000;

it(
  'never throws and never loses the rest of a page, whatever a field holds',
  () => {
    fc.assert(
      fc.property(oddChanges(orderInfo(7)), (changes) => {
        const broken = brokenBy(orderInfo(7), changes);
        const text = JSON.stringify([orderInfo(1), broken, orderInfo(2)]);
        const page = readAnswer(`{"orders":${text}}`);
        expect(page.orders.length + page.quarantined.length).toBe(3);
        expect(page.orders[0]!.order.identities[0].id).toBe(uuidFor(1));
        expect(page.orders.at(-1)!.order.identities[0].id).toBe(uuidFor(2));
        const payloads = page.orders.map(({ payload }) => payloadText(payload));
        const kept = [...payloads, ...page.quarantined.map(({ payload }) => payload)].map((one) =>
          JSON.parse(one),
        );
        expect(kept).toContainEqual(JSON.parse(text)[1]);
        for (const { order } of page.orders) {
          for (const number of numbersOf(order)) expect(Number.isFinite(number)).toBe(true);
        }
      }),
      { seed: 20_261_121, numRuns: testCount(2000, 1_000_000) },
    );
  },
  HOUR_MS,
);
