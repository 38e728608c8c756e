import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { orders } from '../../contract/orders.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';
import { inDurableTransaction, type WritableDb } from '../../store/database.ts';
import { readOrderPlace } from '../../store/orders/order-details.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import { readReview, saveReview } from '../../store/orders/reviews.ts';
import { toReview } from './order-card.ts';

/** Notes, ratings and marks of quality control (feature 117), kept on this PC. */
export function reviewOrders(
  db: WritableDb,
  outside: Pick<Outside, 'now'>,
  announce: Announce,
): Handlers<typeof orders, 'core'> {
  return {
    saveReview({ orderId, note, rating, checked }) {
      requireRight(db, 'edit-reviews');
      if (!readOrderPlace(db, orderId))
        throw new Failure('not-found', 'orders.unknown', { orderId });
      const before = toReview(readReview(db, orderId));
      const author = readActiveProfile(db)?.name ?? '';
      inDurableTransaction(db, () =>
        saveReview(db, orderId, {
          note,
          rating,
          checked: Number(checked),
          author,
          changed_at: outside.now(),
        }),
      );
      announce('orders.changed', { ids: [orderId], created: 0, changed: 1, alarms: [] });
      return before;
    },
  };
}
