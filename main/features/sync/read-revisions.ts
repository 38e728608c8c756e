import { Failure } from '../../domain/failure.ts';
import { breakOf, isBehind, type ChainBreak } from '../../domain/revision-chain.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { OrderRead } from '../../sources/order-source.ts';
import { saveConnectionStale } from '../../store/sync/stale-statements.ts';
import { inTransaction } from '../../store/database.ts';
import { saveUnreadable } from '../../store/sync/healing.ts';
import {
  readOpenSegment,
  saveSegmentAdvanced,
  saveSegmentBegun,
  saveSegmentBroken,
  type StoredSegment,
} from '../../store/sync/revision-chains.ts';
import { saveRead } from './save-read.ts';
import type { SyncRun } from './sync-run.ts';
import type { SyncScope } from './sync-scope.ts';

/** After these the answer itself is sound: a new chain begins with it at once. */
const GOES_ON: ReadonlySet<ChainBreak> = new Set<ChainBreak>([
  'behind',
  'server-clock',
  'unreadable',
]);

/**
 * Follows the chain of revisions by one answer. A chain that can not go on is closed with the
 * reason; without an open one nothing is asked, the windows begin the next.
 */
export async function readRevisions(run: SyncRun, scope: SyncScope): Promise<void> {
  const segment = readOpenSegment(run.db, run.connection.id);
  if (!segment || run.limits.revisionLagMs === null) return;
  if (segment.scope !== scope.text) return breakChain(run, segment, 'scope');
  let answer = await askOrBreak(run, scope, segment);
  if (!answer) return;
  if (breakOfRead(run, segment, answer) !== null) {
    // One bad answer proves nothing: what it told is kept, and the same question is asked again.
    await saveRead(run, scope.places, 'revision', answer, () => {});
    answer = await askOrBreak(run, scope, segment);
    if (!answer) return;
  }
  await followOrBreak(run, scope, segment, answer);
}

async function followOrBreak(
  run: SyncRun,
  scope: SyncScope,
  segment: StoredSegment,
  read: OrderRead,
): Promise<void> {
  const broken = breakOfRead(run, segment, read);
  await saveRead(run, scope.places, 'revision', read, (_, last) => {
    if (!last) return;
    for (const { vendorId } of read.quarantined) {
      if (vendorId) saveUnreadable(run.db, run.connection.id, vendorId, segment.toAt);
    }
    if (broken === null) {
      // An answer without the vendor's clock brings its orders, and proves no time.
      const at = run.source.serverNow() === null ? segment.toAt : read.serverTime;
      saveSegmentAdvanced(run.db, segment.id, read.maxRevision, at);
      return;
    }
    breakChain(run, segment, broken, read.correlationId, read.serverTime);
    if (!GOES_ON.has(broken)) return;
    saveSegmentBegun(run.db, run.connection.id, scope.text, read.maxRevision, read.serverTime);
  });
}

const breakOfRead = (run: SyncRun, segment: StoredSegment, read: OrderRead): ChainBreak | null =>
  breakOf(
    segment,
    { ...read, nameless: read.quarantined.some(({ vendorId }) => vendorId === null) },
    run.limits.revisionLagMs ?? 0,
  );

async function askOrBreak(
  run: SyncRun,
  scope: SyncScope,
  segment: StoredSegment,
): Promise<OrderRead | null> {
  try {
    return await run.source.fetchOrdersChanged(scope.contexts, segment.toRevision, run.signal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'source.no-revisions') {
      breakChain(run, segment, 'refused', error.reference);
      return null;
    }
    if (error.code !== 'source.revision-too-old') throw error;
    breakChain(run, segment, 'too-old', error.reference);
    const serverTime = run.source.serverNow() ?? run.now();
    const behind = isBehind(segment, serverTime, run.limits.revisionLagMs ?? 0);
    // A chain that was refused while it was new would be begun and refused for ever; one that was
    // cut off hours ago is rightly refused.
    if (segment.reads === 0 && !behind) throw error;
    return null;
  }
}

function breakChain(
  run: SyncRun,
  segment: StoredSegment,
  broken: ChainBreak,
  correlationId: string | null = null,
  serverTime: Instant = segment.toAt,
): void {
  const believedUntil = broken === 'server-clock' ? serverTime : segment.toAt;
  inTransaction(run.db, () => {
    saveSegmentBroken(run.db, segment.id, broken, believedUntil);
    saveConnectionStale(run.db, run.connection.id);
    run.log({
      level: broken === 'scope' ? 'info' : 'warning',
      code: `chain-broken-${broken}`,
      params: { at: segment.toAt },
      correlationId,
    });
  });
}
