import { objectOf, objectsOf, textOf } from '../lenient-json.ts';
import { brokenAnswer } from './refusal.ts';

/** The rows of a list, bare or under a name; broken-answer when there is no such list. */
export function rowsOf<T extends object>(path: string, body: unknown, under = ''): readonly T[] {
  const wrapped = objectOf(body as Record<string, unknown> | null)?.[under];
  const list: unknown = Array.isArray(body) ? body : wrapped;
  if (!Array.isArray(list)) throw brokenAnswer(path);
  return objectsOf(list as T[]);
}

/** A person's shown name, or its parts. */
export function personOf(row: Readonly<Record<string, unknown>>): string {
  const parts = [row['lastName'], row['firstName'], row['middleName']];
  return textOf(row['displayName']) || parts.map(textOf).filter(Boolean).join(' ');
}
