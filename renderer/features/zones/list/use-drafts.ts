import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneDraft } from '../../../../main/contract/zones.ts';
import type { Client } from '../../../../main/contract/index.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import type { ZonesSlice } from '../zones-slice.ts';

/** What is done with drafts; each step but turning is remembered with its way back. */
export type Drafts = Readonly<{
  nameOf(draft: ZoneDraft): string;
  turnTo(draft: number): void;
  /** An empty one, or a copy; fails where the name is taken. */
  add(name: string, copyOf: number | null): Promise<void>;
  rename(draft: ZoneDraft, name: string): Promise<void>;
  remove(draft: ZoneDraft): void;
}>;

/** Binds the drafts of the core to the window's history of edits. */
export function useDrafts(slice: ZonesSlice): Drafts {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  return useMemo(() => {
    const nameOf = ({ name }: ZoneDraft): string => name || t('zone-map.drafts.first');
    const { call, drop, back } = lasting(client, slice);
    return {
      nameOf,
      turnTo: (draft) => void slice.turnTo(draft).catch(notifyFailure),
      async add(name, copyOf) {
        const { draft } = await client.zones.addDraft({ name, copyOf });
        await slice.read();
        const title = t('zone-map.did.draft-added', { name });
        did({ title, undo: () => drop(draft), redo: back(draft) });
      },
      async rename(draft, name) {
        const old = nameOf(draft);
        await call(name, draft.id);
        const title = t('zone-map.did.draft-renamed', { name });
        did({ title, undo: () => call(old, draft.id), redo: () => call(name, draft.id) });
      },
      remove(draft) {
        const title = t('zone-map.did.draft-removed', { name: nameOf(draft) });
        drop(draft.id).then(
          () => did({ title, undo: back(draft.id), redo: () => drop(draft.id) }),
          notifyFailure,
        );
      },
    };
  }, [slice, client, t, did, notifyFailure]);
}

/** Changes of the list of drafts, which is read again after each. */
const lasting = (client: Client, slice: ZonesSlice) => ({
  call: async (name: string, draft: number): Promise<void> => {
    await client.zones.renameDraft({ draft, name });
    await slice.read();
  },
  drop: async (draft: number): Promise<void> => {
    await client.zones.removeDraft({ draft });
    await slice.read();
  },
  back: (draft: number) => () => slice.turnTo(draft),
});
