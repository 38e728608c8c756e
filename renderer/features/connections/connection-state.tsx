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
import type { FailureData } from '../../../main/domain/failure.ts';
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

/** Why orders do not come from a connection that is asked; null while they do. A try keeps what the last one met. */
export function failureOf(sync: ConnectionSync | undefined): FailureData | null {
  const state = sync?.state;
  if (state?.type === 'running') return sync?.lastRun?.failure ?? null;
  return state?.type === 'waiting' || state?.type === 'stopped' ? state.failure : null;
}

/** In a word and a sign: works, reads, waits, stands, paused. */
export function ConnectionState(props: {
  readonly connection: Connection;
  readonly sync: ConnectionSync | undefined;
}): ReactNode {
  const { connection, sync } = props;
  const { t } = useTranslation();
  const tone = toneOf(connection, sync);
  const Mark = MARKS[tone];
  return (
    <span className={`${styles.state} ${styles[tone]}`}>
      <Mark size={16} stroke={1.75} aria-hidden />
      {t(`connections.state.${connection.secretKept ? tone : 'no-secret'}`)}
    </span>
  );
}
