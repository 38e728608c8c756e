import { describe, expect, test } from 'vitest';
import { attribute } from '../../../main/domain/attribution/attribution.ts';
import { WHOLE_CREDIT } from '../../../main/domain/attribution/attribution-models.ts';
import { DEFAULT_RULES, type Rule } from '../../../main/domain/attribution/attribution-rule.ts';
import { disagreement } from './independent-checker.ts';
import { labelledCase } from './labelled-cases.ts';

const TABLES: Readonly<Record<string, Rule['table']>> = {
  'external-number': [{ text: 'TG-', match: 'starts', source: ['Телеграм'] }],
  coupon: [
    { text: 'ОСЕНЬ20', match: 'is', source: ['Листовки', 'осень'] },
    { text: 'ЗИМА', match: 'starts', source: ['Листовки', 'зима'] },
  ],
};

const RULES = DEFAULT_RULES.map((rule) => ({ ...rule, table: TABLES[rule.id] ?? rule.table }));
const CASES = 3000;

describe('orders with a known source', () => {
  const cases = Array.from({ length: CASES }, (_, seed) => labelledCase(seed + 1));
  const concluded = cases.map((one) => ({ one, evidence: attribute(one.facts, RULES, null) }));

  test('get that source by that rule, and are explained', () => {
    const wrong = concluded.filter(
      ({ one, evidence }) =>
        evidence.source.join('/') !== one.source || evidence.ruleId !== one.rule,
    );
    const known = concluded.filter(({ one }) => one.source !== ':unknown').length;
    const covered = concluded.filter(({ evidence }) => evidence.origin !== 'none').length;
    const precision = 1 - wrong.length / CASES;
    process.stdout.write(
      `labelled orders: ${CASES}, precision ${(precision * 100).toFixed(2)} %, ` +
        `coverage ${covered} of ${known}\n`,
    );
    expect(wrong.map(({ one }) => one.facts.orderId)).toEqual([]);
    expect(covered).toBe(known);
  });

  test('every rule wins somewhere and yields somewhere', () => {
    const winners = new Set(concluded.map(({ evidence }) => evidence.ruleId));
    const beaten = new Set(
      concluded.flatMap(({ evidence }) =>
        evidence.tries
          .filter(({ verdict }) => verdict === 'yielded' || verdict === 'joined')
          .map(({ ruleId }) => ruleId),
      ),
    );
    for (const { id } of RULES) expect(winners, id).toContain(id);
    for (const { id } of RULES.slice(1)) if (id !== 'history') expect(beaten, id).toContain(id);
  });

  test('chains stand in the order of time', () => {
    for (const { one, evidence } of concluded) {
      const chain = evidence.chain.map(({ path }) => path.join('/'));
      expect(chain, `order ${one.facts.orderId}`).toEqual(one.chain);
    }
  });

  test('an independent checker draws the same conclusion from the evidence', () => {
    for (const { one, evidence } of concluded) {
      expect(disagreement(evidence, RULES), `order ${one.facts.orderId}`).toBeNull();
    }
  });

  test('the checker notices what is wrong', () => {
    const { evidence } = concluded.find(({ one }) => one.chain.length > 2)!;
    expect(disagreement({ ...evidence, source: ['Другой'] }, RULES)).not.toBeNull();
    expect(disagreement({ ...evidence, chain: evidence.chain.slice(1) }, RULES)).not.toBeNull();
    expect(disagreement(evidence, RULES.toReversed())).not.toBeNull();
    const models = evidence.models.map((one) =>
      one.model === 'linear' ? { ...one, credits: one.credits.slice(1) } : one,
    );
    expect(disagreement({ ...evidence, models }, RULES)).not.toBeNull();
  });

  test('every model gives away one order and its money, exactly', () => {
    for (const { evidence } of concluded) {
      for (const { model, credits } of evidence.models) {
        const parts = credits.reduce((sum, credit) => sum + credit.parts, 0);
        const money = credits.reduce((sum, credit) => sum + credit.sumMinor, 0);
        expect([model, parts, money]).toEqual([model, WHOLE_CREDIT, evidence.facts.sumMinor]);
      }
    }
  });

  test('the same rules in another order are another answer somewhere, and agree with the checker', () => {
    const turned = RULES.toReversed();
    const changed = concluded.filter(({ one, evidence }) => {
      const other = attribute(one.facts, turned, null);
      expect(disagreement(other, turned)).toBeNull();
      return other.source.join('/') !== evidence.source.join('/');
    });
    expect(changed.length).toBeGreaterThan(CASES / 10);
  });
});
