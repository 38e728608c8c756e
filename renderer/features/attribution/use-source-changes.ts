import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../main/contract/index.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';

type Change = Parameters<Client['attribution']['changeSource']>[0];

/** Edits of the tree, each with its way back. */
export type SourceChanges = Readonly<{
  make(change: Change): Promise<void>;
  undo(changeId: number): void;
}>;

/** Makes edits and remembers them for Ctrl+Z. */
export function useSourceChanges(): SourceChanges {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  return useMemo(
    () => ({
      async make(change) {
        let { id } = await client.attribution.changeSource(change);
        did({
          title: t(`attribution.did.${change.kind}`),
          undo: async () => void (await client.attribution.undoSourceChange({ changeId: id })),
          redo: async () => {
            ({ id } = await client.attribution.changeSource(change));
          },
        });
      },
      undo: (changeId) =>
        void client.attribution.undoSourceChange({ changeId }).catch(notifyFailure),
    }),
    [client, did, notifyFailure, t],
  );
}
