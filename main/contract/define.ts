import type { z } from 'zod';

/**
 * Which thread answers: `list` the operator's reader, `report` the reader for long reads and
 * exports, `core` the writing application (everything that changes, and what only it knows).
 */
export type Lane = 'list' | 'report' | 'core';

/** A question with its input's schema; the output is plain data, typed only. */
export type Ask<
  Schema extends z.ZodType = z.ZodType,
  Output = unknown,
  L extends Lane = Lane,
> = Readonly<{
  type: 'ask';
  lane: L;
  input: Schema;
  /** Exists in types only. */
  output?: Output;
}>;

/** News from the core: small, says what changed. */
export type Announcement<Value = unknown> = Readonly<{ type: 'announcement'; value?: Value }>;

/** One feature's part of the contract. */
export type Section = Readonly<Record<string, Ask | Announcement>>;

/** Declares a question: `ask('list', schema).gives<Output>()`. */
export function ask<L extends Lane, Schema extends z.ZodType>(
  lane: L,
  input: Schema,
): Readonly<{ gives: <Output>() => Ask<Schema, Output, L> }> {
  return {
    gives: <Output>(): Ask<Schema, Output, L> => ({ type: 'ask', lane, input }),
  };
}

/** Declares an announcement: `announcement<Value>()`. */
export function announcement<Value>(): Announcement<Value> {
  return { type: 'announcement' };
}

type AskKeys<S extends Section> = { [K in keyof S]: S[K] extends Ask ? K : never }[keyof S];
type NewsKeys<S extends Section> = {
  [K in keyof S]: S[K] extends Announcement ? K : never;
}[keyof S];

/** What an ask takes once its schema has read it: defaults are filled in. */
export type InputOf<A> = A extends Ask<infer Schema> ? z.output<Schema> : never;

/** What an ask answers. */
export type OutputOf<A> = A extends Ask<z.ZodType, infer Output> ? Output : never;

/** What an announcement says. */
export type ValueOf<A> = A extends Announcement<infer Value> ? Value : never;

/** What a feature returns: one handler for every question of its section in the given lanes. */
export type Handlers<S extends Section, L extends Lane = Lane> = {
  readonly [K in AskKeys<S> as S[K] extends { lane: L } ? K : never]: (
    input: InputOf<S[K]>,
  ) => OutputOf<S[K]> | Promise<OutputOf<S[K]>>;
};

type ClientInput<A> = A extends Ask<infer Schema> ? z.input<Schema> : never;

/** What the renderer and the command line hold: the same names, answers as promises. */
export type Client<C extends Readonly<Record<string, Section>>> = {
  readonly [F in keyof C]: {
    readonly [K in AskKeys<C[F]>]: (input: ClientInput<C[F][K]>) => Promise<OutputOf<C[F][K]>>;
  } & {
    readonly [K in NewsKeys<C[F]> as `on${Capitalize<K & string>}`]: (
      listener: (value: ValueOf<C[F][K]>) => void,
    ) => () => void;
  };
};

/** How a feature tells news: `announce('orders.changed', value)`. */
export type Announce<C extends Readonly<Record<string, Section>>> = <
  F extends keyof C & string,
  K extends NewsKeys<C[F]> & string,
>(
  topic: `${F}.${K}`,
  value: ValueOf<C[F][K]>,
) => void;
