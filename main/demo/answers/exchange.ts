/** A request as it reaches the chain; header names in lower case, the path without the query. */
export type ChainRequest = Readonly<{
  method: string;
  path: string;
  /** What follows the question mark; absent or '' when nothing does. */
  query?: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

/** How the answer travels; all but `whole` are faults on request. */
export type Manner = 'whole' | 'reset' | 'blocked' | 'cut' | 'drip' | 'huge';

/** An answer of the chain. `bytes`, when set, is what is sent instead of the text. */
export type ChainReply = Readonly<{
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  bytes?: Uint8Array;
  manner: Manner;
}>;

/** A request that the API refuses; caught once, where answers are written. */
export class Refusal extends Error {
  readonly status: number;
  readonly error: string | null;

  constructor(status: number, description: string, error: string | null = null) {
    super(description);
    this.status = status;
    this.error = error;
  }
}

/** The body of a request as an object; 400 when it is none. */
export function readBody(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // falls through: the same refusal
  }
  throw new Refusal(400, 'Request body is not a valid JSON object.');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A list of texts; null when absent or null, 400 when it is something else. */
export function readTexts(body: Record<string, unknown>, field: string): string[] | null {
  const value = body[field] ?? null;
  if (value === null) return null;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new Refusal(400, `Field '${field}' must be an array of strings.`);
}

/** A list of UUIDs; null when absent or null. */
export function readUuids(body: Record<string, unknown>, field: string): string[] | null {
  const texts = readTexts(body, field);
  if (texts?.some((text) => !UUID.test(text))) {
    throw new Refusal(400, `Field '${field}' must hold UUIDs.`);
  }
  return texts;
}

/** A text that must be there. */
export function readText(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new Refusal(400, `Field '${field}' is required.`);
}

/** A whole number; null when absent or null. */
export function readWhole(body: Record<string, unknown>, field: string): number | null {
  const value = body[field] ?? null;
  if (value === null || Number.isSafeInteger(value)) return value as number | null;
  throw new Refusal(400, `Field '${field}' must be a whole number.`);
}

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?$/;

/** A zone-less time as milliseconds of a wall clock; null when absent or null. */
export function readWall(body: Record<string, unknown>, field: string): number | null {
  const value = body[field] ?? null;
  if (value === null) return null;
  const wall = typeof value === 'string' && TIME.test(value) ? Date.parse(`${value}Z`) : NaN;
  if (Number.isFinite(wall)) return wall;
  throw new Refusal(400, `Field '${field}' must look like yyyy-MM-dd HH:mm:ss.fff.`);
}
