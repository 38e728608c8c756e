import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../bridge/client-context.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { notify } from '../../../shared/ui/notify.ts';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import type { AskedReport } from '../settings/report-settings.ts';

const LONGEST = 80;

function KeepForm(props: {
  readonly asked: AskedReport;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const { asked, onClose } = props;
  const [name, setName] = useState(props.name.slice(0, LONGEST));
  const { busy, failure, submit } = useSubmit(
    async () => {
      await client.reports.keepRecipe({ name: name.trim(), query: asked });
    },
    () => {
      notify({ tone: 'success', title: t('report-screens.kept.done', { name: name.trim() }) });
      onClose();
    },
  );
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t('report-screens.keep.name')}
        description={t('report-screens.keep.note')}
        value={name}
        maxLength={LONGEST}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {failure && <FailureNotice failure={failure} />}
      <Group mt={16} gap={8}>
        <Button type="submit" variant="filled" loading={busy} disabled={name.trim() === ''}>
          {t('report-screens.keep')}
        </Button>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </Group>
    </form>
  );
}

/** Asks under which name a report is kept; null asks nothing. */
export function KeepDialog(props: {
  readonly asked: AskedReport | null;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { asked, name, onClose } = props;
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={t('report-screens.keep')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="sm"
    >
      {asked && <KeepForm asked={asked} name={name} onClose={onClose} />}
    </Modal>
  );
}
