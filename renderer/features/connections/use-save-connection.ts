import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { changeOf, editDraftOf, type EditDraft } from './edit-draft.ts';
import type { LoginKind } from './logins/login-kind.ts';
import { saveDrafts } from './organization-draft.ts';

type Saving = Readonly<{ busy: boolean; failure: Failure | null }>;

/** Saves a changed connection; there is a way back unless the login was replaced. */
export function useSaveConnection<Draft>(
  kind: LoginKind<Draft>,
  before: Connection,
  onSaved: () => void,
): Saving & Readonly<{ save(draft: EditDraft<Draft>): Promise<void> }> {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const [saving, setSaving] = useState<Saving>({ busy: false, failure: null });

  const apply = async (draft: EditDraft<Draft>): Promise<void> => {
    const now = await client.connections.change(changeOf(kind, before, draft));
    await saveDrafts(client, now, draft.organizations);
  };
  const save = async (draft: EditDraft<Draft>): Promise<void> => {
    setSaving({ busy: true, failure: null });
    try {
      await apply(draft);
      const old = editDraftOf(kind, before);
      // A replaced login is not kept anywhere, so there is no way back to it.
      if (!draft.replaceSecret) {
        did({
          title: t('connections.changed', { name: draft.name }),
          undo: () => apply(old),
          redo: () => apply(draft),
        });
      }
      onSaved();
    } catch (error) {
      setSaving({ busy: false, failure: toFailure(error) });
    }
  };
  return { ...saving, save };
}
