import { Failure } from '../../domain/failure.ts';
import type { Command } from './command.ts';

/** Asks one question and prints its Outcome, failure or not. */
export const callCommand: Command = {
  name: ['call'],
  usage: "call <topic> ['<json>']",
  options: [],
  sample: { ok: true, value: { version: '0.1.0', host: 'command-line', firstRun: true } },
  run: async ({ words, core, say, explain }) => {
    const [topic = '', json = '{}'] = words;
    const application = await core();
    const outcome = await application.call(topic, parse(json));
    if (!outcome.ok) say(explain(Failure.fromData(outcome.failure)));
    return { document: outcome, reached: outcome.ok };
  },
};

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new Failure('invalid', 'cli.not-json');
  }
}
