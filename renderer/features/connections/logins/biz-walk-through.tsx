import { IconCircleCheck, IconCircleDashed, IconCircleX, type Icon } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProbeReport } from '../../../../main/contract/connections.ts';
import { walkThrough, type WalkItem } from '../../../../main/domain/iiko-biz/walk-through.ts';
import styles from './biz-walk-through.module.css';

const MARKS: Readonly<Record<WalkItem['state'], Icon>> = {
  done: IconCircleCheck,
  open: IconCircleX,
  unknown: IconCircleDashed,
};

function WalkLine({ step, state }: WalkItem): ReactNode {
  const { t } = useTranslation();
  const Mark = MARKS[state];
  return (
    <li className={styles.line}>
      <Mark
        className={styles[state]}
        size={18}
        stroke={1.75}
        aria-label={t(`iiko-biz.walk.state.${state}`)}
      />
      <div className={styles.text}>
        <span className={state === 'unknown' ? styles.quiet : styles.name}>
          {t(`iiko-biz.walk.${step}`)}
        </span>
        {state !== 'done' && (
          <span className={styles.quiet}>{t(`iiko-biz.walk.${step}.todo`)}</span>
        )}
      </div>
    </li>
  );
}

/** What must be true for iiko.biz to work; every tick comes from the test above it. */
export function BizWalkThrough({ report }: { readonly report: ProbeReport }): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const items = walkThrough(report);
  const done = items.filter(({ state }) => state === 'done').length;
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <p id={titleId} className={styles.title}>
        {t('iiko-biz.walk', { done, count: items.length })}
      </p>
      <ul className={styles.list}>
        {items.map((item) => (
          <WalkLine key={item.step} {...item} />
        ))}
      </ul>
    </section>
  );
}
