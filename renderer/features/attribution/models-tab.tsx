import { Select } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelComparison } from '../../../main/contract/attribution.ts';
import type { Client } from '../../../main/contract/index.ts';
import {
  DIVIDING_MODELS,
  WHOLE_CREDIT,
  type Model,
} from '../../../main/domain/attribution/attribution-models.ts';
import { addDays, dayOf } from '../../../main/domain/local-time.ts';
import { hereZone, useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './attribution.module.css';
import { ColourMark } from './colour-mark.tsx';
import { levelName } from './source-texts.ts';
import { useRead } from './use-read.ts';

const DAYS = ['7', '30', '90', '365'] as const;

type Measure = 'orders' | 'money';

type Row = ModelComparison['rows'][number];

/** The table's cells and totals under a measure. */
function useFigures({ rows, currency, models }: ModelComparison, measure: Measure) {
  const format = useFormat();
  const digitsOf = (model: number): number =>
    (DIVIDING_MODELS as readonly (Model | undefined)[]).includes(models[model]) ? 1 : 0;
  const write = (row: Pick<Row, 'parts' | 'sumMinor'>, model: number): string =>
    measure === 'orders'
      ? format.figure((row.parts[model] ?? 0) / WHOLE_CREDIT, digitsOf(model))
      : format.amount(row.sumMinor[model] ?? 0, currency);
  const sum = (of: readonly (readonly number[])[], model: number): number =>
    of.reduce((before, figures) => before + (figures[model] ?? 0), 0);
  const total = (model: number): string => {
    const parts = rows.map((row) => row.parts);
    const money = rows.map((row) => row.sumMinor);
    return measure === 'orders'
      ? format.figure(sum(parts, model) / WHOLE_CREDIT, digitsOf(model))
      : format.amount(sum(money, model), currency);
  };
  return { write, total };
}

function Table(props: {
  readonly comparison: ModelComparison;
  readonly measure: Measure;
}): ReactNode {
  const { comparison, measure } = props;
  const { t } = useTranslation();
  const { models, rows } = comparison;
  const { write, total } = useFigures(comparison, measure);
  return (
    // A table wider than the window scrolls by itself, also by keys.
    <div
      className={styles.scroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t('attribution.tab.models')}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('attribution.column.channel')}</th>
            {models.map((model) => (
              <th key={model} scope="col" title={t(`attribution.model.${model}.text`)}>
                {t(`attribution.model.${model}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.channelId}>
              <th scope="row">
                <ColourMark colour={row.colour} /> {levelName(t, row.name || row.key)}
              </th>
              {models.map((model, place) => (
                <td key={model} data-other={row.parts[place] !== row.parts[0] || undefined}>
                  {write(row, place)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('attribution.total')}</th>
            {models.map((model, place) => (
              <td key={model}>{total(place)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Explained({ models }: Pick<ModelComparison, 'models'>): ReactNode {
  const { t } = useTranslation();
  return (
    <dl className={styles.explained}>
      {models.map((model) => (
        <div key={model}>
          <dt>{t(`attribution.model.${model}`)}</dt>
          <dd>{t(`attribution.model.${model}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Channels under every model, side by side: what depends on the model is marked. */
export function ModelsTab(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [days, setDays] = useState<string>('30');
  const [measure, setMeasure] = useState<Measure>('orders');
  const read = useCallback(
    (client: Client) => {
      const to = dayOf(Date.now(), hereZone());
      return client.attribution.compareModels({ from: addDays(to, 1 - Number(days)), to });
    },
    [days],
  );
  const [state, again] = useRead(read);
  const shown = state.type === 'shown' ? state.value : null;
  const measures = (['orders', ...(shown?.money ? ['money'] : [])] as const).map((value) => ({
    value,
    label: t(`attribution.measure.${value}`),
  }));
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Select
          aria-label={t('attribution.period')}
          data={DAYS.map((count) => ({
            value: count,
            label: t('attribution.try.last', { count: Number(count) }),
          }))}
          allowDeselect={false}
          value={days}
          onChange={(next) => setDays(next ?? '30')}
        />
        <Select
          aria-label={t('attribution.measure')}
          data={measures}
          allowDeselect={false}
          value={measure}
          onChange={(next) => setMeasure(next === 'money' ? 'money' : 'orders')}
        />
        {shown && (
          <span className={styles.quiet} role="status">
            {t('attribution.compared', {
              count: shown.orders,
              shown: format.number(shown.orders),
            })}
            {shown.waiting > 0 &&
              ` · ${t('attribution.waiting', { count: shown.waiting, shown: format.number(shown.waiting) })}`}
          </span>
        )}
      </div>
      {state.type === 'failed' && <FailureNotice failure={state.failure} onRetry={again} />}
      {shown && <Table comparison={shown} measure={measure} />}
      {shown && <Explained models={shown.models} />}
    </div>
  );
}
