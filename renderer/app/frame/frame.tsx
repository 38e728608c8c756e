import type { ReactNode } from 'react';
import { OrderAlarms } from '../../features/orders/index.ts';
import { usePlace } from '../../shared/navigation/navigation.ts';
import { loadedPart } from '../../shared/ui/loaded-part.tsx';
import { KeyMap } from '../keys/key-map.tsx';
import { ScreenStage } from '../screen-stage.tsx';
import { screenOf } from '../screens.tsx';
import { StatusLine } from '../status/status-line.tsx';
import styles from './frame.module.css';
import { Overlays, useOverlay } from './overlays.tsx';
import { Rail } from './rail.tsx';
import { useFrameCommands } from './use-frame-commands.ts';
import { useStage } from './use-stage.ts';

const OverdueAlarms = loadedPart(
  async () => (await import('../../features/status-mapping/overdue-alarms.tsx')).OverdueAlarms,
);

/** Rail, screen and status line: what never moves. */
export function Frame(): ReactNode {
  const { screen } = usePlace();
  const entry = screenOf(screen);
  const stage = useStage(entry);
  useFrameCommands();
  const [overlay, setOverlay] = useOverlay();
  return (
    <div className={styles.frame}>
      <Rail current={entry.id} />
      <main className={styles.stage} ref={stage} tabIndex={-1}>
        <ScreenStage current={entry.id} />
      </main>
      <StatusLine onPalette={() => setOverlay('palette')} />
      <Overlays overlay={overlay} onClose={() => setOverlay(null)} />
      <KeyMap />
      <OrderAlarms />
      <OverdueAlarms />
    </div>
  );
}
