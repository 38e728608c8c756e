import type { ReactNode } from 'react';
import { usePlace } from '../../shared/navigation/navigation.ts';
import { KeyMap } from '../keys/key-map.tsx';
import { ScreenStage } from '../screen-stage.tsx';
import { screenOf } from '../screens.tsx';
import { StatusLine } from '../status/status-line.tsx';
import styles from './frame.module.css';
import { Overlays, useOverlay } from './overlays.tsx';
import { Rail } from './rail.tsx';
import { useFrameCommands } from './use-frame-commands.ts';

/** Rail, screen and status line: what never moves. */
export function Frame(): ReactNode {
  const { screen } = usePlace();
  const { id } = screenOf(screen);
  useFrameCommands();
  const [overlay, setOverlay] = useOverlay();
  return (
    <div className={styles.frame}>
      <Rail current={id} />
      <main className={styles.stage}>
        <ScreenStage current={id} />
      </main>
      <StatusLine onPalette={() => setOverlay('palette')} />
      <Overlays overlay={overlay} onClose={() => setOverlay(null)} />
      <KeyMap />
    </div>
  );
}
