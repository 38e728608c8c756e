import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartSpec } from '../../../shared/charts/chart-spec.ts';
import { Chart, type ChartHandle } from '../../../shared/charts/chart.tsx';
import styles from './figures.module.css';

/** A chart in its frame: heading, names of its lines, the drawing. */
export function ChartPanel(props: {
  readonly title: string;
  readonly spec: ChartSpec;
  readonly heightPx: number;
  readonly wide?: boolean;
  readonly onOpen?: ((at: number) => void) | undefined;
  readonly chart?: Ref<ChartHandle> | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const { title, spec } = props;
  const names = spec.type === 'heat' ? [] : spec.series.map(({ name }) => name);
  return (
    <section className={styles.chart} data-wide={props.wide || undefined}>
      <div className={styles.chartHead}>
        <h2>{title}</h2>
        {names.length > 1 && (
          <span
            className={styles.legend}
            data-bars={spec.type === 'lines' ? undefined : true}
            aria-hidden
          >
            {names.map((name) => (
              <span key={name}>
                <i />
                {name}
              </span>
            ))}
          </span>
        )}
      </div>
      <Chart
        label={title}
        summary={t('report-screens.chart.summary', { count: spec.labels.length })}
        spec={spec}
        heightPx={props.heightPx}
        onOpen={props.onOpen}
        {...(props.chart ? { ref: props.chart } : {})}
      />
    </section>
  );
}
