import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/format/use-format.ts';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
import styles from '../../../shared/filters/filters.module.css';

const MINOR = 100;
const LARGEST = 10_000_000;

/** Sums between which an order must lie, in minor units; null: no bound. */
export type SumBounds = Readonly<{ sumFromMinor: number | null; sumToMinor: number | null }>;

const minorOf = (value: string | number): number | null =>
  value === '' || !Number.isFinite(Number(value)) ? null : Math.round(Number(value) * MINOR);

/** The order's sum from and to. */
export function SumChip(props: {
  readonly bounds: SumBounds;
  readonly onChoose: (bounds: SumBounds) => void;
  readonly openedAtFirst?: boolean;
  readonly onRemove?: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { bounds, onChoose } = props;
  const written = (key: 'from' | 'to', minor: number | null): string =>
    minor === null ? '' : t(`orders.filter.${key}`, { sum: format.number(minor / MINOR) });
  const { sumFromMinor: from, sumToMinor: to } = bounds;
  const isCrossed = from !== null && to !== null && from > to;
  const field = (key: 'from' | 'to', minor: number | null, bound: keyof SumBounds): ReactNode => (
    <NumberInput
      label={t(`orders.filter.sum-${key}`)}
      min={0}
      max={LARGEST}
      value={minor === null ? '' : minor / MINOR}
      thousandSeparator={' '}
      error={key === 'to' && isCrossed ? t('orders.filter.sum-crossed') : null}
      onChange={(value) => onChoose({ ...bounds, [bound]: minorOf(value) })}
    />
  );
  return (
    <FilterChip
      label={t('orders.filter.sum')}
      value={[written('from', bounds.sumFromMinor), written('to', bounds.sumToMinor)]
        .filter(Boolean)
        .join(' ')}
      onClear={() => onChoose({ sumFromMinor: null, sumToMinor: null })}
      openedAtFirst={props.openedAtFirst ?? false}
      onRemove={props.onRemove}
    >
      {() => (
        <div className={styles.sums}>
          {field('from', bounds.sumFromMinor, 'sumFromMinor')}
          {field('to', bounds.sumToMinor, 'sumToMinor')}
        </div>
      )}
    </FilterChip>
  );
}
