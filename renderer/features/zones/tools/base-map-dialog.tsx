import { Button, Modal, TextInput } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BaseMap } from '../../../../main/contract/zones.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import styles from '../zones.module.css';

/** Where the streets come from. */
export function BaseMapDialog(props: {
  readonly base: BaseMap;
  readonly onClose: () => void;
}): ReactNode {
  const { base, onClose } = props;
  const { t } = useTranslation();
  const client = useClient();
  const [tiles, setTiles] = useState(base.tiles ?? '');
  const [attribution, setAttribution] = useState(base.attribution);
  const save = useCallback(async () => {
    await client.zones.saveBaseMap({ tiles: tiles.trim() || null, attribution });
    location.reload();
  }, [client, tiles, attribution]);
  const { busy, failure, submit } = useSubmit(save, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('zone-map.base')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('zone-map.base.tiles')}
          description={t('zone-map.base.tiles.text')}
          value={tiles}
          onChange={(event) => setTiles(event.currentTarget.value)}
        />
        <TextInput
          label={t('zone-map.base.attribution')}
          value={attribution}
          onChange={(event) => setAttribution(event.currentTarget.value)}
        />
        {failure && <FailureNotice failure={failure} />}
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" loading={busy}>
            {t('zone-map.base.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
