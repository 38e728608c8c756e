import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconPlayerPause,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import { failureText } from '../../shared/ui/failure-text.ts';
import styles from './connections.module.css';

type Tone = 'good' | 'busy' | 'warned' | 'failed' | 'paused';

const MARKS: Readonly<Record<Tone, Icon>> = {
  good: IconCircleCheck,
  busy: IconRefresh,
  warned: IconAlertTriangle,
  failed: IconCircleX,
  paused: IconPlayerPause,
};

function toneOf({ paused, secretKept }: Connection, sync: ConnectionSync | undefined): Tone {
  if (!secretKept) return 'failed';
  if (paused || sync?.state.type === 'paused') return 'paused';
  switch (sync?.state.type) {
    case 'running':
      return 'busy';
    case 'waiting':
      return 'warned';
    case 'stopped':
      return 'failed';
    case 'idle':
    case undefined:
      return 'good';
  }
}

/** In a word and a sign: works, reads, waits, stands, paused. */
export function ConnectionState(props: {
  readonly connection: Connection;
  readonly sync: ConnectionSync | undefined;
}): ReactNode {
  const { connection, sync } = props;
  const { t, i18n } = useTranslation();
  const tone = toneOf(connection, sync);
  const Mark = MARKS[tone];
  const state = sync?.state;
  const failing = state?.type === 'waiting' || state?.type === 'stopped' ? state.failure : null;
  const why = failing ? failureText(i18n, failing).title : undefined;
  return (
    <span className={`${styles.state} ${styles[tone]}`} title={why}>
      <Mark size={16} stroke={1.75} aria-hidden />
      {t(`connections.state.${connection.secretKept ? tone : 'no-secret'}`)}
    </span>
  );
}
