import type { Change, Reason } from '../../../../main/domain/zone-coverage/rehearsal/rehearsal.ts';

/** A figure whose orders can be opened: which changes it counts, of which zone, terminal or hour. */
export type Figure = Readonly<{
  title: string;
  currency: string;
  changes: readonly Change[];
  zoneBefore: string | null;
  zoneAfter: string | null;
  terminalBefore: number | null;
  terminalAfter: number | null;
  hour: number | null;
  /** Why the orders are not served after the change. */
  reason: Reason | null;
  /** Only those whose way becomes longer. */
  longer: boolean;
}>;

/** Orders that are served before or after the change, whoever serves them. */
export const SERVED = {
  before: ['lost', 'moved', 'rezoned', 'kept'],
  after: ['gained', 'moved', 'rezoned', 'kept'],
} as const satisfies Record<string, readonly Change[]>;

/** Columns of a flow, and the changes that each counts. */
export const FLOW_COLUMNS = [
  { part: 'before', side: 'before', changes: SERVED.before },
  { part: 'gained', side: 'after', changes: ['gained'] },
  { part: 'lost', side: 'before', changes: ['lost'] },
  { part: 'movedIn', side: 'after', changes: ['moved', 'rezoned'] },
  { part: 'movedOut', side: 'before', changes: ['moved', 'rezoned'] },
  { part: 'after', side: 'after', changes: SERVED.after },
] as const satisfies readonly Readonly<{
  part: string;
  side: 'before' | 'after';
  changes: readonly Change[];
}>[];
