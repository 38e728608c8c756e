import type { Instant } from '../orders/order.ts';

/** What a person may change of a source. */
export type SourceField = 'rename' | 'colour' | 'merge' | 'split';

/** What somebody did to a source; `before` and `after` are names, colours or ids of sources, by `kind`. */
export type SourceChange = Readonly<{
  id: number;
  at: Instant;
  author: string;
  kind: SourceField;
  sourceId: number;
  before: string | null;
  after: string | null;
  undone: boolean;
}>;
