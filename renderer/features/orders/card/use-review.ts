import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import { reviewText, type CardSlice, type ReviewText } from './card-slice.ts';

function titleKey(before: ReviewText, after: ReviewText): string {
  if (before.checked !== after.checked) {
    return after.checked ? 'orders.did.checked' : 'orders.did.unchecked';
  }
  return before.rating === after.rating ? 'orders.did.note' : 'orders.did.rating';
}

/** Saves a review with a way back. */
export function useReview(slice: CardSlice): (card: OrderCard, after: ReviewText) => void {
  const { t } = useTranslation();
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  return useCallback(
    (card, after) => {
      const { id, number } = card.row;
      const before = reviewText(card.review);
      slice.review(id, after).then(
        () =>
          did({
            title: t(titleKey(before, after), { number }),
            undo: () => slice.review(id, before),
            redo: () => slice.review(id, after),
          }),
        notifyFailure,
      );
    },
    [slice, did, notifyFailure, t],
  );
}
