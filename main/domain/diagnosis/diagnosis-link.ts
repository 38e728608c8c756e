import type { Cause } from './diagnosis-causes.ts';

/** The way of a delivery to the terminal, in the order in which it is checked. */
export const LINKS = [
  'file',
  'topology',
  'server',
  'call-centre',
  'terminal-id',
  'main-till',
  'plugin-log',
  'cloud',
  'zones',
  'trail',
] as const;

/** One place on that way. */
export type Link = (typeof LINKS)[number];

/** Values that fill the placeholders of a fact’s text. */
export type FactParams = Readonly<Record<string, string | number>>;

/** One thing that was seen: a key under `diagnosis.fact.` and its values. */
export type Fact = Readonly<{ code: string; params: FactParams }>;

/** What is known of one link. Only `broken` ends the walk; `unknown` says what is missing. */
export type LinkJudgement =
  | Readonly<{ state: 'good'; facts: readonly Fact[] }>
  | Readonly<{ state: 'broken'; cause: Cause; params: FactParams; facts: readonly Fact[] }>
  | Readonly<{
      state: 'unknown';
      /** Key under `diagnosis.unknown.`. */
      why: string;
      /** A person can find it out (tell the topology, name the venue): then ask before any cure. */
      askable: boolean;
      facts: readonly Fact[];
    }>;

/** Something seen. */
export const fact = (code: string, params: FactParams = {}): Fact => ({ code, params });

/** The link is proven to work. */
export const good = (...facts: readonly Fact[]): LinkJudgement => ({ state: 'good', facts });

/** The link is proven to be broken: the first such link is the cause. */
export const broken = (
  cause: Cause,
  params: FactParams = {},
  facts: readonly Fact[] = [],
): LinkJudgement => ({ state: 'broken', cause, params, facts });

/** Nothing is proven; `askable` when a person can supply what is missing. */
export const unknown = (
  why: string,
  askable = false,
  facts: readonly Fact[] = [],
): LinkJudgement => ({ state: 'unknown', why, askable, facts });
