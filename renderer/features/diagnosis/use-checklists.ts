import { useCallback, useEffect, useState } from 'react';
import type { Client } from '../../../main/contract/index.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

type Answer = Awaited<ReturnType<Client['diagnosis']['checklists']>>;

/** The checklists as the core answers them. */
export type ChecklistsView = Reading<Answer>;

/** The checklists as they stand, and a way to tick what only a person can see to. */
export function useChecklists(): Readonly<{
  view: ChecklistsView;
  tick(item: string, done: boolean): void;
  read(): void;
}> {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [view, setView] = useState<ChecklistsView>({ type: 'loading' });
  const read = useCallback(() => {
    client.diagnosis.checklists({}).then(
      (answer) => setView({ type: 'shown', ...answer }),
      (error: unknown) => setView({ type: 'failed', failure: toFailure(error) }),
    );
  }, [client]);
  useEffect(read, [read]);
  const tick = (item: string, done: boolean): void => {
    client.diagnosis.tick({ item, done }).then(read, notifyFailure);
  };
  return { view, tick, read };
}
