import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackFill } from '../../../../main/contract/back-fill.ts';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { failureText } from '../../../shared/ui/failure-text.ts';
import styles from './history.module.css';

/** What the back-fill does now, in words. */
function useStateText({ state, from, to }: BackFill): string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  switch (state.type) {
    case 'none':
      return t('back-fill.none');
    case 'running':
      return state.day === null
        ? t('back-fill.state.beginning')
        : t('back-fill.state.running', { day: format.dayInWords(state.day) });
    case 'waiting': {
      const time = format.moment(state.until);
      if (state.why === 'night') return t('back-fill.state.night', { time });
      const failure = failureText(i18n, state.failure).title;
      return t('back-fill.state.failure', { failure, time });
    }
    case 'paused':
      return state.failure ? failureText(i18n, state.failure).title : t('back-fill.state.paused');
    case 'done':
      return t('back-fill.state.done', {
        from: from ? format.dayInWords(from) : '',
        to: to ? format.dayInWords(to) : '',
      });
    default:
      return assertNever(state);
  }
}

/** How far the history is: a bar, days, orders, what is going on, how long it may take. */
export function HistoryState({ history }: { readonly history: BackFill }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useStateText(history);
  const { state, daysDone, daysTotal, orders, quarantined, etaMs } = history;
  const share = daysTotal === 0 ? 0 : (daysDone / daysTotal) * 100;
  const running = state.type === 'running';
  return (
    <>
      {state.type !== 'none' && state.type !== 'done' && (
        <Progress
          value={share}
          animated={running}
          aria-label={t('back-fill.title')}
          classNames={{ root: styles.bar ?? '' }}
        />
      )}
      <div className={styles.facts}>
        <span className={state.type === 'none' ? styles.note : styles.state} role="status">
          {text}
        </span>
        {daysTotal > 0 && (
          <span>
            {t('back-fill.progress', {
              done: format.number(daysDone),
              total: format.number(daysTotal),
              orders: format.number(orders),
            })}
          </span>
        )}
        {running && etaMs !== null && etaMs > 0 && (
          <span>{t('back-fill.eta', { time: format.duration(etaMs) })}</span>
        )}
        {quarantined > 0 && <span>{t('back-fill.quarantined', { count: quarantined })}</span>}
      </div>
    </>
  );
}
