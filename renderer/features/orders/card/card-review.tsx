import { Rating, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderCard, OrderReview } from '../../../../main/contract/orders.ts';
import { useMay } from '../../../bridge/session-context.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { focusHome } from '../../../shared/navigation/focus-home.ts';
import styles from './card-review.module.css';
import { CardSection } from './card-section.tsx';
import { reviewText, type ReviewText } from './card-slice.ts';

const LONGEST = 2000;

function Author({ review }: { readonly review: OrderReview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const written = review.changedAt !== null && review.author;
  const lines = [
    review.checkedAt !== null &&
      t('orders.review.checked-by', {
        author: review.checkedBy ?? t('orders.review.somebody'),
        at: format.moment(review.checkedAt),
      }),
    written &&
      t('orders.review.written-by', { author: written, at: format.moment(review.changedAt) }),
  ].filter(Boolean);
  return lines.length === 0 ? null : <p className={styles.author}>{lines.join(' · ')}</p>;
}

/** Does what is left to do when the component goes: another order was opened, the card closed. */
function useWhenLeft(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => latest.current(), []);
}

/** The call back: what the guest said and how they rate it. Kept on this PC only, by itself. */
export function CardReview(props: {
  readonly card: OrderCard;
  readonly onReview: (review: ReviewText) => void;
}): ReactNode {
  const { t } = useTranslation();
  const mayReview = useMay('edit-reviews');
  const { review } = props.card;
  const [note, setNote] = useState(review.note);
  const [known, setKnown] = useState(review.note);
  if (known !== review.note) {
    setKnown(review.note);
    setNote(review.note);
  }
  const changed = note !== review.note;
  const save = (): void => {
    if (changed) props.onReview({ ...reviewText(review), note });
  };
  useWhenLeft(save);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && event.ctrlKey) save();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    focusHome(event.currentTarget.closest('main'));
  };
  const rate = (rating: number): void =>
    props.onReview({
      ...reviewText(review),
      note,
      rating: rating === review.rating ? null : rating,
    });
  return (
    <CardSection title={t('orders.card.review')}>
      <div className={styles.rating}>
        <span>{t('orders.review.rating')}</span>
        <Rating
          value={review.rating ?? 0}
          readOnly={!mayReview}
          onChange={rate}
          getSymbolLabel={(value) => t('orders.review.stars', { count: value })}
        />
      </div>
      <Textarea
        aria-label={t('orders.review.note')}
        placeholder={t('orders.review.placeholder')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST}
        readOnly={!mayReview}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={save}
      />
      {changed && <p className={styles.author}>{t('orders.review.keeps-itself')}</p>}
      <Author review={review} />
    </CardSection>
  );
}
