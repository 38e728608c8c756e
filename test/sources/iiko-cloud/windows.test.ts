import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../main/domain/failure.ts';
import { readUtc } from '../../../main/domain/local-time.ts';
import { MAX_ANSWER_BYTES } from '../../../main/sources/iiko-cloud/caller.ts';
import { wallOf, wallText } from '../../../main/sources/iiko-cloud/windows.ts';
import type { WindowRead } from '../../../main/sources/order-source.ts';
import { orderInfo, uuidFor } from '../../fixtures/iiko-cloud-order.ts';
import { sendJson, startStandInVendor, type StandInVendor } from '../../support/stand-in-vendor.ts';
import { CONTEXT, openSource, page, withTokens } from './open-source.ts';

let vendor: StandInVendor;
beforeAll(async () => {
  vendor = await startStandInVendor();
});
beforeEach(() => {
  vendor.seen = [];
});
afterAll(() => vendor.close());

const HOUR = 3_600_000;
const TOO_MANY = { errorDescription: 'Too many data requested', error: 'TOO_MANY_DATA_REQUESTED' };

type Asked = { deliveryDateFrom: string; deliveryDateTo: string };
const asked = (): Asked[] =>
  vendor.seen
    .filter(({ path }) => path.includes('by_delivery_date'))
    .map(({ body }) => body as Asked);
const widthMs = ({ deliveryDateFrom, deliveryDateTo }: Asked): number =>
  wallOf(deliveryDateTo) - wallOf(deliveryDateFrom);

/** Serves orders promised at these times; refuses windows that hold more than `most`. */
function serve(promised: readonly string[], most: number, upperIncluded: boolean): void {
  vendor.answer = withTokens(({ body }, response) => {
    const { deliveryDateFrom: from, deliveryDateTo: to } = body as Asked;
    const inside = promised
      .map((completeBefore, index) => orderInfo(index, { completeBefore }))
      .filter(({ order }) => {
        const text = order!.completeBefore!;
        return text >= from && (upperIncluded ? text <= to : text < to);
      });
    if (inside.length > most) return sendJson(response, TOO_MANY, 422);
    return sendJson(response, page(inside));
  });
}

async function read(from: string, to: string): Promise<WindowRead[]> {
  const { source, signal } = openSource(vendor);
  const parts: WindowRead[] = [];
  for await (const part of source.fetchOrdersPromised(CONTEXT, from, to, signal)) parts.push(part);
  return parts;
}

/** Resolves when more fits into the answer or nobody reads it any more. */
async function drained(response: ServerResponse): Promise<void> {
  const over = new AbortController();
  await Promise.race(['drain', 'close'].map((event) => once(response, event, over)));
  over.abort();
}

const idsOf = (parts: WindowRead[]): string[] =>
  parts.flatMap(({ orders }) => orders.map(({ order }) => order.identities[0].id));

function expectSeamless(parts: WindowRead[], from: string, to: string): void {
  expect(parts[0]!.fromLocal).toBe(from);
  expect(parts.at(-1)!.toLocal).toBe(to);
  for (const [index, part] of parts.slice(1).entries()) {
    expect(wallOf(part.fromLocal) - wallOf(parts[index]!.toLocal)).toBe(1);
  }
}

describe('windows', () => {
  it('ask for a day at a time, by the venue’s clock', async () => {
    serve([], 10, true);
    const parts = await read('2026-11-18 00:00:00.000', '2026-11-20 23:59:59.999');
    expect(asked().map(widthMs)).toEqual([24 * HOUR, 24 * HOUR, 24 * HOUR]);
    expect(asked()[0]!.deliveryDateFrom).toBe('2026-11-18 00:00:00.000');
    expectSeamless(parts, '2026-11-18 00:00:00.000', '2026-11-20 23:59:59.999');
  });

  it.each([true, false])('find each order once, the upper limit included: %s', async (included) => {
    const promised = [
      '2026-11-19 00:00:00.000',
      '2026-11-19 12:00:00.000',
      '2026-11-19 18:00:00.000',
      '2026-11-19 18:00:00.000',
      '2026-11-19 23:59:59.999',
      '2026-11-20 00:00:00.000',
      '2026-11-20 23:59:59.000',
    ];
    serve([...promised, '2026-11-21 00:00:00.000', '2026-11-18 23:59:59.999'], 2, included);
    const parts = await read('2026-11-19 00:00:00.000', '2026-11-20 23:59:59.999');
    expect(idsOf(parts).toSorted()).toEqual(promised.map((_, index) => uuidFor(index)).toSorted());
    expectSeamless(parts, '2026-11-19 00:00:00.000', '2026-11-20 23:59:59.999');
  });

  it('halve when there is too much, and widen again later', async () => {
    const busy = Array.from({ length: 40 }, (_, i) =>
      wallText(wallOf('2026-11-19 18:00:00') + i * 20_000),
    );
    serve(busy, 20, true);
    const parts = await read('2026-11-19 00:00:00.000', '2026-11-22 23:59:59.999');
    expect(new Set(idsOf(parts)).size).toBe(40);
    expectSeamless(parts, '2026-11-19 00:00:00.000', '2026-11-22 23:59:59.999');
    const widths = asked().map(widthMs);
    expect(Math.min(...widths)).toBeLessThan(HOUR / 10);
    expect(widths.at(-1)!).toBeGreaterThan(HOUR);
  });

  it('end in a failure when a minute is still too much', async () => {
    vendor.answer = withTokens((_, response) => sendJson(response, TOO_MANY, 422));
    const failure = await read('2026-11-19 00:00:00.000', '2026-11-19 23:59:59.999').catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ kind: 'refused', code: 'iiko-cloud.too-much-data' });
    expect(widthMs(asked().at(-1)!)).toBe(60_000);
    expect(asked().length).toBeLessThan(15);
  });

  it('halve when an answer is larger than we read', async () => {
    const block = Buffer.alloc(1 << 20, ' ');
    let [large, sent] = [1, 0];
    vendor.answer = withTokens(async (_, response) => {
      if (large-- <= 0) return sendJson(response, page());
      response.writeHead(200, { 'Content-Type': 'application/json' });
      while (!response.destroyed && sent < 2 * MAX_ANSWER_BYTES) {
        sent += block.length;
        if (!response.write(block)) await drained(response);
      }
      return response.end();
    });
    const { source, signal } = openSource(vendor, { timeoutSeconds: 20 });
    const [from, to] = ['2026-11-19 00:00:00.000', '2026-11-19 23:59:59.999'];
    const parts: WindowRead[] = [];
    for await (const part of source.fetchOrdersPromised(CONTEXT, from, to, signal)) {
      parts.push(part);
    }
    expect(parts).toHaveLength(2);
    expect(sent).toBeLessThan(1.5 * MAX_ANSWER_BYTES);
  });

  it('refuse a period that is none', async () => {
    await expect(read('yesterday', '2026-11-19 23:59:59.999')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'source.bad-window',
    });
  });

  it('cover the night of a clock change by the wall clock', async () => {
    serve(['2026-10-25 02:30:00.000'], 10, false);
    const parts = await read('2026-10-25 00:00:00.000', '2026-10-25 23:59:59.999');
    expect(idsOf(parts)).toHaveLength(1);
    expect(readUtc(parts[0]!.toLocal).certainty).toBe('exact');
  });
});

describe('orders by id', () => {
  it('go in requests of at most 200 and ask for external data by key', async () => {
    type ById = { orderIds: string[]; returnExternalDataKeys?: string[] };
    vendor.answer = withTokens(({ body }, response) =>
      sendJson(response, { orders: (body as ById).orderIds.map((_, index) => orderInfo(index)) }),
    );
    const { source, signal } = openSource(vendor, { externalDataKeys: ['utm_source'] });
    const ids = Array.from({ length: 450 }, (_, index) => uuidFor(index));
    const read450 = await source.fetchOrdersById(CONTEXT, ids, signal);
    expect(read450.orders).toHaveLength(450);
    const bodies = vendor.seen
      .filter(({ path }) => path.endsWith('by_id'))
      .map(({ body }) => body as ById);
    expect(bodies.map(({ orderIds }) => orderIds.length)).toEqual([200, 200, 50]);
    expect(bodies[0]!.returnExternalDataKeys).toEqual(['utm_source']);
  });
});
