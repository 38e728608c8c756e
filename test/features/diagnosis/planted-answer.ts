import type { World } from './scene.ts';

/** The JSON object of an answer. */
export type Body = Record<string, unknown>;

/** One object of a list in it. */
export type Row = Record<string, unknown>;

/** The objects of a list; nothing where there is none. */
export const rows = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

/** Changes the good answer of one path. */
export const answer =
  (path: string, change: (body: Body, world: World) => void) =>
  (world: World): void => {
    const before = world.twist;
    world.twist = (asked, body) => {
      if (asked === path) change(body, world);
      return before(asked, body);
    };
  };
