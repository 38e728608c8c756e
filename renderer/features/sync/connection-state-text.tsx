import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useNow } from '../../shared/time/use-now.ts';
import styles from './sync.module.css';

/** What a connection does now, and when it goes on; the seconds tick. */
export function ConnectionStateText(props: { readonly connection: ConnectionSync }): ReactNode {
  const { state, dataAt } = props.connection;
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const until = (at: number): string => format.duration(Math.max(0, at - now));
  const said = (): readonly [tone: string | undefined, text: string] => {
    switch (state.type) {
      case 'running':
        return [
          styles.healing,
          t('sync.is.running', { duration: until(2 * now - state.startedAt) }),
        ];
      case 'idle':
        return [
          styles.complete,
          state.nextAt === null
            ? t('sync.is.idle')
            : t('sync.is.idle-next', { duration: until(state.nextAt) }),
        ];
      case 'waiting':
        return [
          styles.unproven,
          t('sync.is.waiting', { duration: until(state.retryAt), attempt: state.attempt }),
        ];
      case 'stopped':
        return [styles.failed, t('sync.is.stopped')];
      case 'paused':
        return [styles.quiet, t('sync.is.paused')];
      default:
        return assertNever(state);
    }
  };
  const [tone, text] = said();
  return (
    <span className={styles.is}>
      <span className={tone}>{text}</span>
      {dataAt !== null && (
        <span className={styles.note}>{t('sync.data-at', { time: format.moment(dataAt) })}</span>
      )}
    </span>
  );
}
