import { describe, expect, test } from 'vitest';
import { ensureSource } from '../../../main/store/attribution/attribution-sources.ts';
import { readOrderCredits } from '../../../main/store/attribution/attribution-credits.ts';
import { WHOLE_CREDIT } from '../../../main/domain/attribution/attribution-models.ts';
import { readFirst, sql } from '../../../main/store/sql.ts';
import { advert, roistat, sourcedStoreOfTest } from '../../support/sourced-store.ts';

const { db, put, settle, idOf, evidence } = sourcedStoreOfTest();

describe('what orders tell themselves', () => {
  test('an order is concluded once it is stored, and again when it changes', () => {
    put(1, advert('2ГИС'));
    settle();
    expect(readOrderCredits(db(), 'standard', [idOf(1)])).toMatchObject([{ parts: WHOLE_CREDIT }]);
    put(1, advert('Радио'), 2);
    settle();
    expect(evidence(1)).toMatchObject({ source: ['Радио'], ruleId: 'advert', restored: false });
  });

  test('a wiped field is restored and said to be', () => {
    put(1, advert('2ГИС'));
    settle();
    put(1, { comment: 'позвонить' }, 2);
    settle();
    expect(evidence(1)).toMatchObject({ source: ['2ГИС'], restored: true });
    expect(readFirst(db(), sql`SELECT restored FROM attribution_order`)).toEqual({ restored: 1 });
  });

  test('a field that was wiped before anybody looked is found in the journal', () => {
    put(1, { comment: 'а' });
    put(1, roistat('vk2_post'), 2);
    put(1, { comment: 'б' }, 3);
    settle();
    expect(evidence(1)).toMatchObject({ source: ['vk2', 'post'], restored: true });
  });

  test('an order without a source inherits, also from an older one that is read later', () => {
    put(1, { whenCreated: '2026-11-20 18:00:10.120', phone: '+79120007777' });
    settle();
    expect(evidence(1).origin).toBe('none');
    put(2, {
      ...advert('2ГИС'),
      whenCreated: '2026-11-10 18:00:10.120',
      phone: '+79120007777',
    });
    settle();
    const [inherited] = readOrderCredits(db(), 'standard', [idOf(1)]);
    expect(inherited?.sourceId).toBe(ensureSource(db(), ['2ГИС']));
    expect(evidence(1)).toMatchObject({ origin: 'inherited', ruleId: 'history' });
  });

  test('the customer keeps the first source, the order gets the last', () => {
    const phone = '+79120007777';
    put(1, { ...advert('Радио'), whenCreated: '2026-11-20 18:00:10.120', phone });
    settle();
    put(2, { ...advert('2ГИС'), whenCreated: '2026-11-10 18:00:10.120', phone });
    settle();
    const source = (model: 'customer-first' | 'last') =>
      readOrderCredits(db(), model, [idOf(1)])[0]?.sourceId;
    expect(source('customer-first')).toBe(ensureSource(db(), ['2ГИС']));
    expect(source('last')).toBe(ensureSource(db(), ['Радио']));
    const first = evidence(1).models.find(({ model }) => model === 'customer-first');
    expect(first?.credits[0]?.path).toEqual(['2ГИС']);
  });
});

test('an order that changes its number leaves the customer it was the first of', () => {
  const [phone, other] = ['+79120007777', '+79120008888'];
  put(1, { ...advert('2ГИС'), whenCreated: '2026-11-10 18:00:10.120', phone });
  put(2, { ...advert('Радио'), whenCreated: '2026-11-20 18:00:10.120', phone });
  settle();
  put(1, { ...advert('2ГИС'), whenCreated: '2026-11-10 18:00:10.120', phone: other }, 2);
  settle();
  const [credit] = readOrderCredits(db(), 'customer-first', [idOf(2)]);
  expect(credit?.sourceId).toBe(ensureSource(db(), ['Радио']));
});
