import { assertNever } from '../assert-never.ts';

/** How two values of a setting are compared; `list` keeps every repetition in its order. */
export type FleetValueType = 'bool' | 'int' | 'url' | 'guid' | 'text' | 'list';

/** One setting the program knows. */
export type FleetSetting = Readonly<{
  /** Kind of the file it stands in, for example `delivery-plugin`. */
  kind: string;
  element: string;
  type: FleetValueType;
  /** True for an identity: every terminal must have its own. */
  own: boolean;
}>;

/** What one file of one terminal says; `values` null: it is there and can not be read. */
export type FleetFile = Readonly<{
  fileId: number;
  kind: string;
  values: readonly FleetValue[] | null;
}>;

/** An element with every value it stands with, in the order of the file; none where only advice is known. */
export type FleetValue = Readonly<{
  element: string;
  values: readonly string[];
  /** What is advised for this terminal; null where nothing is. */
  recommended: string | null;
}>;

/** One terminal with the files that were found of it. */
export type FleetTerminal = Readonly<{ id: string; name: string; files: readonly FleetFile[] }>;

/** A value as it is compared: what means the same is the same. */
export function comparable(value: string, type: Exclude<FleetValueType, 'list'>): string {
  const text = value.trim();
  switch (type) {
    case 'bool':
      return text === '1' ? 'true' : text === '0' ? 'false' : text;
    case 'int':
      return /^[+-]?\d{1,15}$/.test(text) ? String(Number(text)) : text;
    case 'url':
      return text.toLowerCase().replace(/\/+$/, '');
    case 'guid':
      return text.toLowerCase().replace(/^\{(.+)\}$/, '$1');
    case 'text':
      return text;
    default:
      return assertNever(type);
  }
}
