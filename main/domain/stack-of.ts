/** Where something was thrown, for the log; what is no error as it writes itself. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
