import type { ConfigFileKind } from './config-file.ts';
import type { ConfigSurroundings } from './config-topology.ts';

/** How the value of an element is written. */
export type ConfigValueType =
  | Readonly<{ type: 'boolean' }>
  | Readonly<{ type: 'integer'; least: number; most: number; unit: 'ms' | 's' | null }>
  | Readonly<{ type: 'url' }>
  | Readonly<{ type: 'guid' }>
  /** .NET's `d.hh:mm:ss`. */
  | Readonly<{ type: 'time-span' }>
  | Readonly<{ type: 'choice'; values: readonly string[] }>
  | Readonly<{ type: 'text' }>
  /** Holds other elements. */
  | Readonly<{ type: 'group' }>;

/**
 * An element that is publicly known (`iiko-local.md` 1.2–1.5). Its name and meaning for people are
 * `config-files.element.<kind>.<path>.name` and `….meaning` in the locales.
 */
export type ConfigElement = Readonly<{
  kind: ConfigFileKind;
  /** Names from the root's child down, joined by `/`. */
  path: string;
  value: ConfigValueType;
  /** What counts where the element is absent; null: not publicly known. */
  otherwise: string | null;
  /** Several of the same name are a list, not a mistake. */
  repeated: boolean;
  /** Its program reads `xsi:nil` as «no value on purpose» (`iiko-local.md` 1.3, 1.6). */
  nillable: boolean;
  /** The rule of the vendor's own course it comes from (`iiko-local.md` 5), for example `F3`. */
  rule: string | null;
  /** Section of `iiko-local.md`. */
  source: string;
  /** What to recommend where `current` stands; `current` when it is good, null: no advice. */
  recommend: (surroundings: ConfigSurroundings, current: string | null) => string | null;
}>;
