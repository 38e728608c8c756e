/** A row of an OLAP answer: the fields asked for; empty groups are null (`iiko-api.md` 3.3). */
export type WireOlapRow = Readonly<Record<string, unknown>>;

/** The answer of a report; `summary` is not asked for. */
export type WireOlapAnswer = Readonly<{ data?: readonly WireOlapRow[] | null; summary?: unknown }>;

/** What the server says of a field; sets differ per version. */
export type WireOlapColumn = Readonly<{
  name?: string | null;
  type?: string | null;
  aggregationAllowed?: boolean | null;
  groupingAllowed?: boolean | null;
  filteringAllowed?: boolean | null;
}>;

/** The fields that this server’s reports know, by their names. */
export type WireOlapColumns = Readonly<Record<string, WireOlapColumn>>;

type WireFilter =
  | Readonly<{ filterType: 'IncludeValues' | 'ExcludeValues'; values: readonly string[] }>
  | Readonly<{
      filterType: 'DateRange';
      periodType: 'CUSTOM';
      from: string;
      to: string;
      includeLow: boolean;
      includeHigh: boolean;
    }>;

/** A question to OLAP v2 (`iiko-api.md` 3.3): what to group by, what to sum, which days. */
export type WireOlapRequest = Readonly<{
  reportType: 'SALES';
  buildSummary: false;
  groupByRowFields: readonly string[];
  groupByColFields: readonly string[];
  aggregateFields: readonly string[];
  filters: Readonly<Record<string, WireFilter>>;
}>;

/**
 * One order as several narrow reports told it, put together: this is what the journal keeps.
 * `order` holds the fields of the order itself, under the server's own names.
 */
export type WireServerOrder = Readonly<{
  id: string;
  day: string;
  /** The accounts of the day may still move. */
  preliminary: boolean;
  order: WireOlapRow;
  lines: readonly WireOlapRow[];
  payments: readonly WireOlapRow[];
}>;
