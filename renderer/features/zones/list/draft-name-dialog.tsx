import { Button, Modal, TextInput } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneDraft } from '../../../../main/contract/zones.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import styles from '../zones.module.css';
import type { Drafts } from './use-drafts.ts';

/** What a name is asked for. */
export type DraftStep = 'add' | 'copy' | 'rename';

/** The name of a new draft, of a copy, or of the draft at hand. */
export function DraftNameDialog(props: {
  readonly step: DraftStep;
  readonly own: ZoneDraft;
  readonly drafts: Drafts;
  readonly onClose: () => void;
}): ReactNode {
  const { step, own, drafts, onClose } = props;
  const { t } = useTranslation();
  const old = drafts.nameOf(own);
  const [name, setName] = useState(
    {
      add: '',
      copy: t('zone-map.drafts.copy-name', { name: old }),
      rename: old,
    }[step],
  );
  const save = useCallback(async () => {
    const wanted = name.trim();
    if (step === 'rename') await drafts.rename(own, wanted);
    else await drafts.add(wanted, step === 'copy' ? own.id : null);
  }, [drafts, step, own, name]);
  const { busy, failure, submit } = useSubmit(save, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`zone-map.drafts.${step}.title`)}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          data-autofocus
          required
          maxLength={100}
          label={t('zone-map.drafts.name')}
          description={t('zone-map.drafts.name.text')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        {failure && <FailureNotice failure={failure} />}
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" loading={busy} disabled={name.trim() === ''}>
            {t('zone-map.drafts.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
