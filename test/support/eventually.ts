import { expect } from 'vitest';

const PATIENCE_MS = 15_000;

/** Looks until it is so: a busy machine shows its news late. */
export const eventually = <T>(read: () => T | Promise<T>, message?: string) =>
  expect.poll(read, { timeout: PATIENCE_MS, ...(message === undefined ? {} : { message }) });
