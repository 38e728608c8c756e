import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { assertNever } from '../../main/domain/assert-never.ts';
import { useReloadSession, useSessionState } from '../bridge/session-context.tsx';
import type { Session } from '../bridge/session-store.ts';
import { loadedPart } from '../shared/ui/loaded-part.tsx';
import { FailureNotice } from '../shared/ui/failure-notice.tsx';
import styles from './failure-boundary.module.css';
import { FailureBoundary } from './failure-boundary.tsx';
import { Frame } from './frame/frame.tsx';
import { KeptFocus } from './kept-focus.ts';
import { Opening } from './opening.tsx';
import { Preferences } from './preferences.tsx';
import { UndoWithToast } from './undo-toast.tsx';
import { Unhandled } from './unhandled.ts';

const FirstRun = loadedPart(async () => (await import('./first-run-window.tsx')).FirstRunWindow);

function Window({ firstRun }: { readonly firstRun: boolean }): ReactNode {
  return firstRun ? <FirstRun /> : <Frame />;
}

/** Another person's edits, places and phones stay theirs: everything below begins anew for each profile. */
const workerOf = ({ profiles }: Session): number => profiles.find(({ active }) => active)?.id ?? 0;

/** The first run until it is finished, then the frame with its screens. */
export function App(): ReactNode {
  const state = useSessionState();
  const reload = useReloadSession();
  switch (state.type) {
    case 'loading':
      return <Opening />;
    case 'failed':
      return (
        <div className={styles.place}>
          <FailureNotice failure={state.failure} onRetry={() => void reload()} />
        </div>
      );
    case 'shown':
      return (
        <FailureBoundary>
          <Preferences />
          <Notifications position="bottom-right" limit={4} />
          <Unhandled />
          <KeptFocus />
          <UndoWithToast key={workerOf(state.session)}>
            <Window firstRun={state.session.about.firstRun} />
          </UndoWithToast>
        </FailureBoundary>
      );
    default:
      return assertNever(state);
  }
}
