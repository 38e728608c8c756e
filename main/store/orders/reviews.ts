import type { ReadableDb, WritableDb } from '../database.ts';
import { readFirst, run, sql } from '../sql.ts';

/** A review as stored: every change is a row, the newest counts. */
export type ReviewRow = Readonly<{
  note: string;
  rating: number | null;
  checked: number;
  author: string;
  changed_at: number;
}>;

/** The newest review of an order, or undefined. */
export function readReview(db: ReadableDb, deliveryId: number): ReviewRow | undefined {
  return readFirst<ReviewRow>(
    db,
    sql`
SELECT note, rating, checked, author, changed_at
  FROM review
 WHERE delivery_id = ${deliveryId}
 ORDER BY id DESC
 LIMIT 1`,
  );
}

/** Adds the next state of a review. */
export function saveReview(db: WritableDb, deliveryId: number, review: ReviewRow): void {
  run(
    db,
    sql`
INSERT INTO review (delivery_id, note, rating, checked, author, changed_at)
VALUES (${deliveryId}, ${review.note}, ${review.rating}, ${review.checked}, ${review.author}, ${review.changed_at})`,
  );
}
