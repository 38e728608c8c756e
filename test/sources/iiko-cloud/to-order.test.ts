import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../main/sources/iiko-cloud/statuses.ts';
import { orderInfo, ORGANIZATION_ID, uuidFor, VENUE_ID } from '../../fixtures/iiko-cloud-order.ts';
import { readAll, readOne } from './read-wire.ts';
import { payloadText } from '../../support/payload-text.ts';

describe('an order', () => {
  it('is read with everything a person may need', () => {
    const order = readOne();
    const { times, lines, customer, address, ...rest } = order;
    expect(rest).toEqual({
      identities: [
        { vendor: 'iiko-cloud', id: uuidFor(1) },
        { vendor: 'iiko-pos', id: uuidFor(1, 'e') },
      ],
      organizationId: ORGANIZATION_ID,
      venueId: VENUE_ID,
      version: 1_795_000_000_001,
      status: { system: 'iiko-cloud', code: 'OnWay' },
      stage: 'on-way',
      created: true,
      creationError: '',
      number: '10451',
      externalNumber: 'S-100451',
      serviceType: 'courier',
      orderType: { id: uuidFor(20, 'd'), name: 'Доставка курьером' },
      currency: 'RUB',
      sumMinor: 110_691,
      discountMinor: 6899,
      paidMinor: 0,
      phone: '+79120000001',
      phoneExtension: '204',
      zone: 'Центр, зелёная',
      durationMinutes: 60,
      asap: false,
      marketingSource: { id: uuidFor(13, 'd'), name: '2ГИС' },
      sourceKey: 'site_main',
      coupon: 'NOV26',
      externalData: [{ key: 'utm_source', value: 'vk' }],
      conception: { id: uuidFor(17, 'd'), name: 'Пицца' },
      operator: { id: uuidFor(12, 'd'), name: 'Оператор А.' },
      courier: { id: uuidFor(11, 'd'), name: 'Степанов И.' },
      courierService: { id: uuidFor(16, 'd'), name: 'Быстрые ноги' },
      guests: 3,
      comment: 'сдача с 5000',
      problem: 'забыли соус',
      cancelCause: null,
      cancelComment: '',
      links: { movedFrom: uuidFor(14, 'd'), movedTo: null, parent: null },
      deleted: false,
      payments: [
        {
          type: { id: uuidFor(18, 'd'), name: 'Наличные' },
          kind: 'Cash',
          sumMinor: 110_691,
          preliminary: true,
          external: false,
          processed: false,
          prepay: false,
        },
      ],
      discounts: [{ type: { id: uuidFor(19, 'd'), name: 'День рождения' }, sumMinor: 6899 }],
    });
    expect(customer).toEqual({
      kind: 'regular',
      id: uuidFor(7, 'd'),
      name: 'Марина',
      surname: 'Ковалёва',
      comment: 'просит не звонить',
      highRisk: true,
      highRiskReason: 'не открыла дверь дважды',
    });
    expect(address).toEqual({
      city: 'Екатеринбург',
      street: 'ул. Малышева',
      house: '51',
      building: '2',
      flat: '17',
      entrance: '3',
      floor: '5',
      doorphone: '17К',
      region: 'Центр',
      index: '620014',
      line: '',
      comment: 'вход со двора',
      latitude: 56.8389,
      longitude: 60.6057,
    });
    expect(lines).toHaveLength(1);
    expect(times.promised?.certainty).toBe('exact');
  });

  it('keeps each moment under its own meaning, local by the zone, two of them UTC', () => {
    const { times } = readOne({
      cancelInfo: {
        whenCancelled: '2026-11-20 18:40:00.000',
        cause: { id: uuidFor(21, 'd'), name: 'Отказ клиента' },
        comment: 'передумал',
      },
      whenDelivered: '2026-11-20 18:48:00.000',
      whenClosed: '2026-11-20 18:49:00.000',
    });
    const at = (hour: number, minute: number, second = 0, ms = 0) =>
      Date.UTC(2026, 10, 20, hour, minute, second, ms);
    const instants = Object.fromEntries(
      Object.entries(times).map(([name, stamp]) => [name, stamp?.instant]),
    );
    expect(instants).toEqual({
      created: at(13, 0, 10, 120),
      confirmed: at(13, 1),
      cookingStart: at(13, 5),
      printed: at(13, 6),
      cookingCompleted: at(13, 25),
      packed: at(13, 28),
      billPrinted: at(13, 29),
      sent: at(13, 31),
      delivered: at(13, 48),
      closed: at(13, 49),
      cancelled: at(13, 40),
      promised: at(14, 0),
      estimated: at(13, 50),
      receivedByApi: at(13, 0, 11, 500),
      receivedFromFront: at(13, 0, 12),
    });
  });

  it('keeps its payload to the letter', () => {
    const info = { ...orderInfo(), brandNew: { deep: [1, { x: null }] } };
    expect(JSON.parse(payloadText(readAll([info]).orders[0]!.payload))).toEqual(info);
  });

  it('may lack everything that the contract lets it lack', () => {
    const bare = { id: uuidFor(2), organizationId: ORGANIZATION_ID, timestamp: 5, order: {} };
    const { orders, quarantined } = readAll([bare]);
    expect(quarantined).toEqual([]);
    const { order } = orders[0]!;
    expect(order).toMatchObject({
      stage: 'unknown',
      number: '',
      sumMinor: 0,
      paidMinor: null,
      serviceType: 'unknown',
      customer: { kind: 'none' },
      address: null,
      problem: null,
      created: true,
    });
    expect(Object.values(order.times).every((stamp) => stamp === null)).toBe(true);
  });
});

describe('statuses', () => {
  it('map all ten, and keep one that is not known yet', () => {
    expect(vocabulary.statuses).toHaveLength(10);
    for (const { code, stage } of vocabulary.statuses) {
      expect(readOne({ status: code })).toMatchObject({ stage, status: { code } });
    }
    expect(readOne({ status: 'Teleporting' })).toMatchObject({
      stage: 'unknown',
      status: { system: 'iiko-cloud', code: 'Teleporting' },
    });
  });
});

describe('an order that the vendor has not accepted', () => {
  it.each(['InProgress', 'Error'])('is there, not created: %s', (creationStatus) => {
    const errorInfo = { code: 'InvalidPhone', message: 'Phone is wrong', errorReason: 'Phone' };
    const page = readAll([{ ...orderInfo(1), creationStatus, errorInfo, order: null }]);
    expect(page.quarantined).toEqual([]);
    const { order } = page.orders[0]!;
    expect(order).toMatchObject({ created: false, stage: 'unknown', lines: [], number: '' });
    const said = 'InvalidPhone: Phone is wrong: Phone';
    expect(order.creationError).toBe(said);
    expect(order.problem).toBe(creationStatus === 'Error' ? said : null);
    expect(order.times.created?.instant).toBe(orderInfo(1).timestamp);
  });
});
