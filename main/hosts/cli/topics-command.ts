import { z } from 'zod';
import type { Section } from '../../contract/define.ts';
import { contract } from '../../contract/index.ts';
import type { Command } from './command.ts';

type Topic = Readonly<{ topic: string; lane: string; input: unknown }>;

/** Every question of the contract with the JSON Schema of its input. */
export function listTopics(): readonly Topic[] {
  const sections: Readonly<Record<string, Section>> = contract;
  return Object.entries(sections).flatMap(([section, entries]) =>
    Object.entries(entries).flatMap(([name, entry]) =>
      entry.type === 'ask'
        ? [{ topic: `${section}.${name}`, lane: entry.lane, input: inputSchema(entry.input) }]
        : [],
    ),
  );
}

const inputSchema = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

export const topicsCommand: Command = {
  name: ['topics'],
  usage: 'topics',
  options: [],
  sample: {
    topics: [
      {
        topic: 'profiles.remove',
        lane: 'core',
        input: {
          type: 'object',
          properties: { profileId: { type: 'integer', exclusiveMinimum: 0 } },
          required: ['profileId'],
          additionalProperties: false,
        },
      },
    ],
  },
  run: async () => ({ document: { topics: listTopics() }, reached: true }),
};
