import type { Explanation } from '../../contract/attribution.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import type { Command } from './command.ts';

/** Why an order has its source: the whole evidence. */
export const explainCommand: Command = {
  name: ['explain'],
  usage: 'explain ORDER',
  options: [],
  sample: {
    rulesVersion: 0,
    waiting: false,
    evidence: {
      source: ['Яндекс Еда'],
      ruleId: 'source-key',
      touches: [{ id: 'own:source-key:0', kind: 'source-key', value: 'yandex_food' }],
      tries: [{ ruleId: 'visit', verdict: 'nothing' }],
    },
  },
  run: async ({ words, core }) => {
    const [text = ''] = words;
    const application = await core();
    const [orderId] = await askCore<readonly number[]>(application, 'attribution.find', { text });
    if (orderId === undefined) throw new Failure('not-found', 'orders.unknown', { orderId: text });
    const document = await askCore<Explanation>(application, 'attribution.explain', { orderId });
    return { document, reached: true };
  },
};
