import { describe, expect, it } from 'vitest';
import { dish, orderInfo, ORGANIZATION_ID, uuidFor } from '../../fixtures/iiko-cloud-order.ts';
import { readAll, readAnswer, readOne } from './read-wire.ts';
import { payloadText } from '../../support/payload-text.ts';

describe('lines', () => {
  it('hold product, modifiers and what the guest pays', () => {
    expect(readOne().lines[0]).toEqual({
      kind: 'product',
      productId: uuidFor(1, 'd'),
      name: 'Пицца «Четыре сыра» 30 см',
      amountMilli: 1000,
      priceMinor: 68_990,
      sumMinor: 62_091,
      size: '30 см',
      comment: 'без лука',
      status: 'CookingStarted',
      deleted: false,
      deletionReason: '',
      modifiers: [
        {
          productId: uuidFor(2, 'd'),
          name: 'Халапеньо',
          amountMilli: 2000,
          priceMinor: 4550,
          sumMinor: 9100,
          deleted: false,
        },
      ],
    });
  });

  it('take a service by its cost alone', () => {
    const service = {
      type: 'Service',
      service: { id: uuidFor(30, 'd'), name: 'Доставка' },
      cost: 199,
      amount: 1,
      status: 'Added',
    };
    expect(readOne({ items: [service] }).lines[0]).toMatchObject({
      kind: 'service',
      productId: uuidFor(30, 'd'),
      name: 'Доставка',
      priceMinor: 19_900,
      sumMinor: 19_900,
    });
  });

  it('join the halves of a compound dish', () => {
    const half = (id: number, name: string, resultSum: number) => ({
      product: { id: uuidFor(id, 'd'), name },
      modifiers: dish().modifiers!,
      price: 300,
      cost: 300,
      resultSum,
    });
    const compound = {
      type: 'Compound',
      primaryComponent: half(31, 'Маргарита', 270),
      secondaryComponent: half(32, 'Пепперони', 280.5),
      commonModifiers: dish().modifiers!,
      template: { id: uuidFor(33, 'd'), name: 'Половинки' },
      amount: 0.5,
      status: 'Added',
    };
    const [line] = readOne({ items: [compound] }).lines;
    expect(line).toMatchObject({
      kind: 'compound',
      name: 'Маргарита / Пепперони',
      productId: uuidFor(31, 'd'),
      amountMilli: 500,
      priceMinor: 60_000,
      sumMinor: 55_050,
    });
    expect(line!.modifiers).toHaveLength(3);
  });

  it('keep removed ones, flagged, with the reason', () => {
    const removal = { removalType: { id: uuidFor(40, 'd'), name: 'Порча' }, comment: 'упала' };
    const deleted = { deletionMethod: { id: 'x', ...removal } };
    const items = [dish({ deleted }), dish({ deleted: {} }), dish()];
    const { lines } = readOne({ items });
    expect(lines.map((line) => line.deleted)).toEqual([true, true, false]);
    expect(lines[0]!.deletionReason).toBe('Порча: упала');
  });

  it('keep a type that is not known yet', () => {
    expect(readOne({ items: [dish({ type: 'Hologram' })] }).lines[0]).toMatchObject({
      kind: 'unknown',
      name: 'Пицца «Четыре сыра» 30 см',
      sumMinor: 62_091,
    });
  });
});

describe('what can not be read', () => {
  const good = orderInfo(50);
  it.each<[string, unknown, string]>([
    ['no object', 'order', 'not-an-object'],
    ['null', null, 'not-an-object'],
    ['no id', { ...good, id: undefined }, 'no-id'],
    ['an id that is none', { ...good, id: '42' }, 'bad-id'],
    ['a timestamp as text', { ...good, timestamp: '1795000000000' }, 'bad-timestamp'],
    ['a broken timestamp', { ...good, timestamp: 1.5 }, 'bad-timestamp'],
    ['no order though Success', { ...good, order: null }, 'no-order'],
    ['an order that is a list', { ...good, order: [] }, 'no-order'],
    ['an absurd sum', { ...good, order: { ...good.order, sum: 1e300 } }, 'number-out-of-range'],
  ])('%s goes to the quarantine, and the rest stays', (_name, broken, reason) => {
    const page = readAll([orderInfo(1), broken, orderInfo(2)]);
    expect(page.orders.map(({ order }) => order.identities[0].id)).toEqual([
      uuidFor(1),
      uuidFor(2),
    ]);
    expect(page.quarantined).toHaveLength(1);
    expect(page.quarantined[0]).toMatchObject({ reason });
    expect(JSON.parse(page.quarantined[0]!.payload)).toEqual(JSON.parse(JSON.stringify(broken)));
  });

  it('is what came as no JSON, to the letter', () => {
    const page = readAnswer(`{"orders":[{"id":},${JSON.stringify(orderInfo(2))}]}`);
    expect(page.orders.map(({ order }) => order.identities[0].id)).toEqual([uuidFor(2)]);
    expect(page.quarantined).toEqual([
      { vendorId: null, organizationId: ORGANIZATION_ID, reason: 'not-json', payload: '{"id":}' },
    ]);
  });

  it('keeps the id where there is one', () => {
    const page = readAll([{ ...good, timestamp: null }]);
    expect(page.quarantined[0]!.vendorId).toBe(uuidFor(50));
  });

  it('is no reason to stop, even when nested deeper than the machine can write', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const nested = JSON.stringify(good).replace('{', `{"deep":${deep},`);
    const page = readAnswer(`{"orders":[${JSON.stringify(orderInfo(1))},${nested}]}`);
    expect(page.orders).toHaveLength(2);
    expect(payloadText(page.orders[1]!.payload)).toBe(nested);
  });
});
