/** One element or key of a local iiko file, whatever its format. */
export type ConfigEntry = Readonly<{
  /** `name`, `name[2]` for the second of that name, `group/name`. */
  address: string;
  /** The same without numbers: what the catalogue knows it by. */
  path: string;
  /** From 1 among those of the same name and the same parent. */
  index: number;
  /** How many of that name the parent has. */
  count: number;
  /** Text inside, entities resolved; '' for a group. */
  value: string;
  /** `xsi:nil`: no value on purpose. */
  nil: boolean;
  /** Holds other elements. */
  group: boolean;
  /** From 1. */
  line: number;
}>;

/** The first entry with this path: what the vendor's program reads where one is doubled. */
export function entryAt(entries: readonly ConfigEntry[], path: string): ConfigEntry | undefined {
  return entries.find((entry) => entry.path === path);
}

/** The trimmed value of the first entry with this path; null where it is absent, nil or a group. */
export function valueAt(entries: readonly ConfigEntry[], path: string): string | null {
  const entry = entryAt(entries, path);
  return entry && !entry.nil && !entry.group ? entry.value.trim() : null;
}
