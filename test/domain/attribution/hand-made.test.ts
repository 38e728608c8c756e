import { describe, expect, test } from 'vitest';
import { attribute } from '../../../main/domain/attribution/attribution.ts';
import { marksOf } from '../../../main/domain/attribution/attribution-mark.ts';
import { DEFAULT_RULES } from '../../../main/domain/attribution/attribution-rule.ts';
import type { Named, Order } from '../../../main/domain/orders/order.ts';
import { iikoCloud } from '../../../main/sources/iiko-cloud/iiko-cloud.ts';
import { orderInfo, ORGANIZATION_ID } from '../../fixtures/iiko-cloud-order.ts';
import { disagreement } from './independent-checker.ts';
import { CODES } from './hand-made-codes.ts';
import { FIELDS } from './hand-made-fields.ts';
import { JOINED } from './hand-made-joined.ts';
import { PRECEDENCE } from './hand-made-precedence.ts';
import { TAGS } from './hand-made-tags.ts';
import { toldTouches, type Told } from './telling.ts';

const HAND_MADE = [...FIELDS, ...TAGS, ...CODES, ...JOINED, ...PRECEDENCE];

const CREATED = Date.UTC(2026, 10, 20, 12);
const TAIL = '10000001297';

const base = iikoCloud.readPayload(JSON.stringify(orderInfo()), {
  id: ORGANIZATION_ID,
  zone: 'Asia/Yekaterinburg',
  currency: 'RUB',
})!;

const named = (name: string | undefined): Named | null =>
  name === undefined ? null : { id: null, name };

function orderOf(told: Told): Order {
  return {
    ...base,
    number: '4711',
    externalNumber: told.site ?? '',
    marketingSource: named(told.advert),
    sourceKey: told.key ?? '',
    payments: (told.pays ?? []).map((name) => ({ ...base.payments[0]!, type: { id: null, name } })),
    orderType: named(told.type),
    coupon: told.coupon ?? '',
    comment: told.comment ?? '',
    externalData: Object.entries(told.data ?? {}).map(([key, value]) => ({ key, value })),
  };
}

const CASES = HAND_MADE.map(([title, told, source, ruleId, change]) => ({
  title,
  told,
  source,
  ruleId,
  change,
}));

describe('orders told by hand', () => {
  test('there are at least a hundred', () => expect(HAND_MADE.length).toBeGreaterThanOrEqual(100));

  test.each(CASES)('$title', ({ told, source, ruleId, change }) => {
    const rules = change?.(DEFAULT_RULES) ?? DEFAULT_RULES;
    const order = orderOf(told);
    const phoneTail = told.phone === true ? TAIL : '';
    const [from, days] = told.previous ?? ['', 0];
    const facts = {
      orderId: 1,
      number: order.number,
      externalNumber: order.externalNumber,
      createdAt: CREATED,
      sumMinor: 123_457,
      currency: 'RUB',
      phoneTail,
      marks: marksOf(order),
      attachedAdvert: told.attached ?? null,
      imported: toldTouches(told, CREATED, TAIL),
      previous:
        from === ''
          ? null
          : { orderId: 9, number: '9', at: CREATED - days * 86_400_000, path: [from] },
    };
    const evidence = attribute(facts, rules, null);
    expect(`${evidence.source.join('/')} by ${evidence.ruleId}`).toBe(`${source} by ${ruleId}`);
    expect(evidence.tries).toHaveLength(rules.length);
    expect(disagreement(evidence, rules)).toBeNull();
  });

  test('a code that is one slip off is suggested, not used', () => {
    const rules = DEFAULT_RULES.map((rule) =>
      rule.id === 'coupon'
        ? { ...rule, table: [{ text: 'ЛЕТО24', match: 'is' as const, source: ['Лето'] }] }
        : rule,
    );
    const facts = {
      orderId: 1,
      number: '1',
      externalNumber: '',
      createdAt: CREATED,
      sumMinor: 1,
      currency: 'RUB',
      phoneTail: '',
      marks: marksOf(orderOf({ coupon: 'ЛЕТТО24' })),
      attachedAdvert: null,
      imported: [],
      previous: null,
    };
    const tried = attribute(facts, rules, null).tries.find(({ ruleId }) => ruleId === 'coupon');
    expect(tried).toMatchObject({ verdict: 'not-listed', judgements: [{ near: 'ЛЕТО24' }] });
  });
});
