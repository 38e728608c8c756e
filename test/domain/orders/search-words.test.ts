import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords, searchWords } from '../../../main/domain/orders/search-words.ts';
import { iikoCloud } from '../../../main/sources/iiko-cloud/iiko-cloud.ts';
import { ORGANIZATION_ID, orderInfo } from '../../fixtures/iiko-cloud-order.ts';

/** Any UTF-16, halves of pairs included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((codes) => String.fromCharCode(...codes));

const SEED = 20_261_121;

describe('search words', () => {
  it('folds case and «ё», and keeps letters and digits alone', () => {
    expect(foldWords('  Ёлочная, 5-я «Тверская» / кв.12!')).toBe('елочная 5 я тверская кв 12');
    expect(foldWords('…—!')).toBe('');
  });

  it('folds once and for all, and leaves no sign that a query language could read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldWords(text);
        expect(foldWords(folded)).toBe(folded);
        expect(folded).not.toMatch(/["'*():^-]/);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('holds what an operator remembers of an order, and not the phone', () => {
    const payload = JSON.stringify(orderInfo(1, { number: 4711, phone: '+79161234567' }));
    const context = { id: ORGANIZATION_ID, zone: 'Asia/Yekaterinburg', currency: 'RUB' };
    const words = searchWords(iikoCloud.readPayload(payload, context)!);
    const remembered = ['4711', 's 100451', 'марина ковалева', 'ул малышева 51 2 17'];
    const rest = ['вход со двора', 'сдача с 5000', 'пицца четыре сыра', 'халапеньо'];
    for (const part of [...remembered, ...rest]) expect(words).toContain(part);
    expect(words).not.toContain('9161234567');
    expect(words).not.toContain('степанов');
  });
});
