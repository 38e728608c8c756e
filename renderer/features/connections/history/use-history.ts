import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackFill } from '../../../../main/contract/back-fill.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { wantedOf, type HistoryDraft } from './history-draft.ts';

type Act = () => Promise<void>;

/** Does something that can be undone; a failure is told. Answers whether it was done. */
function usePerform() {
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  const [busy, setBusy] = useState(false);
  const perform = async (act: Act, title: string, undo: Act, redo: Act): Promise<boolean> => {
    setBusy(true);
    try {
      await act();
      did({ title, undo, redo });
      return true;
    } catch (error) {
      notifyFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, perform };
}

/** What can be done with a connection's history, each with a way back. */
export function useHistory({ connectionId, name }: BackFill): Readonly<{
  busy: boolean;
  start(draft: HistoryDraft): Promise<boolean>;
  pause(): void;
  resume(): void;
}> {
  const { t } = useTranslation();
  const client = useClient();
  const { busy, perform } = usePerform();
  const pause: Act = async () => void (await client.backFill.pause({ connectionId }));
  const resume: Act = async () => void (await client.backFill.resume({ connectionId }));
  return {
    busy,
    start: (draft) => {
      const begin: Act = async () =>
        void (await client.backFill.start(wantedOf(connectionId, draft)));
      return perform(begin, t('back-fill.started', { name }), pause, resume);
    },
    pause: () => void perform(pause, t('back-fill.paused', { name }), resume, pause),
    resume: () => void perform(resume, t('back-fill.resumed', { name }), pause, resume),
  };
}
