import { Loader } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OrderCard } from '../../../../main/contract/orders.ts';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { CardActions } from './card-actions.tsx';
import { CardAddress } from './card-address.tsx';
import { CardAllFields } from './card-all-fields.tsx';
import { CardCustomer } from './card-customer.tsx';
import { CardFields, CardLinks } from './card-fields.tsx';
import { CardHead } from './card-head.tsx';
import { CardJournal } from './card-journal.tsx';
import { CardLines } from './card-lines.tsx';
import { CardProvenance } from './card-provenance.tsx';
import { CardReview } from './card-review.tsx';
import { createCardSlice, reviewText, type CardSlice, type ReviewText } from './card-slice.ts';
import { CardTimeline } from './card-timeline.tsx';
import styles from './card.module.css';
import { PayloadView, type PayloadQuestion } from './payload-view.tsx';
import { useReview } from './use-review.ts';

type Props = Readonly<{
  orderId: number;
  venueName: (id: number) => string;
  onOpen: (orderId: number) => void;
  onClose: () => void;
  /** What other features tell of the order, after its fields. */
  more?: CardMore | undefined;
}>;

/** A part of the card that belongs to another feature. */
export type CardMore = (orderId: number) => ReactNode;

/** Arrows held down pass many orders: only the one they rest on is read. */
const REST_MS = 60;

function useCard(orderId: number): CardSlice {
  const client = useClient();
  const [slice] = useState(() => createCardSlice(client));
  useEffect(() => {
    const timer = setTimeout(() => void slice.show(orderId), REST_MS);
    return () => clearTimeout(timer);
  }, [slice, orderId]);
  useEffect(() => slice.follow(), [slice]);
  return slice;
}

function WholeCard(
  props: Props & {
    readonly card: OrderCard;
    readonly onReview: (review: ReviewText) => void;
  },
): ReactNode {
  const { card, onOpen, onReview } = props;
  const [payload, askPayload] = useState<PayloadQuestion | null>(null);
  const orderId = card.row.id;
  return (
    <>
      <CardHead card={card} onClose={props.onClose} />
      <CardActions
        card={card}
        onChecked={(checked) => onReview({ ...reviewText(card.review), checked })}
      />
      <CardTimeline card={card} />
      <CardLines card={card} />
      <CardCustomer card={card} onOpen={onOpen} />
      <CardAddress card={card} />
      <CardFields card={card} />
      {props.more?.(orderId)}
      <CardLinks card={card} onOpen={onOpen} />
      <CardReview key={orderId} card={card} onReview={onReview} />
      <CardJournal
        card={card}
        venueName={props.venueName}
        onPayload={(versionId) => askPayload({ orderId, versionId })}
      />
      <CardProvenance card={card} />
      <CardAllFields card={card} />
      <PayloadView question={payload} onClose={() => askPayload(null)} />
    </>
  );
}

/** The card beside the list: the whole story of one order. Esc closes it. */
export function OrderCardPanel(props: Props): ReactNode {
  const { t } = useTranslation();
  const slice = useCard(props.orderId);
  const state = useStore(slice);
  const review = useReview(slice);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
  };
  switch (state.type) {
    case 'loading':
      return (
        <div className={styles.wait}>
          <Loader size="sm" aria-label={t('orders.loading')} />
        </div>
      );
    case 'failed':
      return (
        <div className={styles.wait}>
          <FailureNotice failure={state.failure} onRetry={() => void slice.show(props.orderId)} />
        </div>
      );
    case 'shown':
      return (
        // Esc is heard for everything in the card.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={styles.card} aria-busy={state.reading} onKeyDown={onKeyDown}>
          <WholeCard {...props} card={state.card} onReview={(text) => review(state.card, text)} />
        </div>
      );
    default:
      return assertNever(state);
  }
}
