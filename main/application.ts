import { contract } from './contract/index.ts';
import type { Ask } from './contract/define.ts';
import type { Outcome } from './contract/outcome.ts';

/** Hears every announcement of the core. */
export type Listener = (topic: string, value: unknown) => void;

/** The three verbs that hosts carry (`transfer` works on files under the data folder). */
export type Application = Readonly<{
  call(topic: string, input: unknown): Promise<Outcome>;
  subscribe(listener: Listener): () => void;
  close(): Promise<void>;
}>;

/** Finds a question of the contract by its topic; undefined for anything else, prototype keys included. */
export function findAsk(topic: string): Ask | undefined {
  const [section, name, ...rest] = topic.split('.');
  if (rest.length > 0 || section === undefined || name === undefined) return undefined;
  if (!Object.hasOwn(contract, section)) return undefined;
  const entries = contract[section as keyof typeof contract] as Record<string, Ask | { type: 'announcement' }>;
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return entry?.type === 'ask' ? entry : undefined;
}
