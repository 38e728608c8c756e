import type { ReactNode } from 'react';
import { usePlace } from '../../shared/navigation/navigation.ts';
import { ScreenStage } from '../screen-stage.tsx';
import { screenOf } from '../screens.tsx';
import styles from './frame.module.css';
import { Rail } from './rail.tsx';
import { StatusLine } from './status-line.tsx';

/** Rail, screen and status line: what never moves. */
export function Frame(): ReactNode {
  const { screen } = usePlace();
  const { id } = screenOf(screen);
  return (
    <div className={styles.frame}>
      <Rail current={id} />
      <main className={styles.stage}>
        <ScreenStage current={id} />
      </main>
      <StatusLine />
    </div>
  );
}
