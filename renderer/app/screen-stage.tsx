import { Activity, useState, type ReactNode } from 'react';
import { FailureBoundary } from './failure-boundary.tsx';
import { LaterScreen } from './later-screen.tsx';
import { screenOf, type ScreenEntry } from './screens.tsx';

function ScreenBody({ screen }: { readonly screen: ScreenEntry }): ReactNode {
  const Component = screen.component;
  if (!Component) return <LaterScreen screen={screen} />;
  return (
    <FailureBoundary>
      <Component />
    </FailureBoundary>
  );
}

/** Shows one screen; those seen before keep their state and place while they are away. */
export function ScreenStage({ current }: { readonly current: string }): ReactNode {
  const shown = screenOf(current);
  const [visited, setVisited] = useState<readonly ScreenEntry[]>([shown]);
  if (!visited.includes(shown)) setVisited([...visited, shown]);
  return visited.map((screen) => (
    <Activity key={screen.id} mode={screen === shown ? 'visible' : 'hidden'}>
      <ScreenBody screen={screen} />
    </Activity>
  ));
}
