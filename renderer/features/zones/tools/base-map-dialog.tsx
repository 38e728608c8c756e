import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BaseMap } from '../../../../main/contract/zones.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import styles from '../zones.module.css';

const WAYS = ['address', 'file', 'none'] as const;

type Way = (typeof WAYS)[number];

type Typed = Readonly<{ way: Way; tiles: string; file: string; attribution: string }>;

const typedOf = ({ tiles, file, attribution }: BaseMap): Typed => ({
  way: file !== null ? 'file' : tiles !== null ? 'address' : 'none',
  tiles: tiles ?? '',
  file: file ?? '',
  attribution,
});

/** A path copied in Explorer comes in quotes. */
const baseMapOf = ({ way, tiles, file, attribution }: Typed): BaseMap => ({
  tiles: way === 'address' ? tiles.trim() : null,
  file: way === 'file' ? file.trim().replace(/^"(.*)"$/, '$1') : null,
  attribution: way === 'none' ? '' : attribution,
});

/** Where the streets come from. */
export function BaseMapDialog(props: {
  readonly base: BaseMap;
  readonly onClose: () => void;
}): ReactNode {
  const { base, onClose } = props;
  const { t } = useTranslation();
  const client = useClient();
  const [typed, setTyped] = useState(() => typedOf(base));
  const save = useCallback(async () => {
    await client.zones.saveBaseMap(baseMapOf(typed));
    location.reload();
  }, [client, typed]);
  const { busy, failure, submit } = useSubmit(save, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('zone-map.base.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <Radio.Group
          label={t('zone-map.base.way')}
          value={typed.way}
          onChange={(way) => setTyped({ ...typed, way: way as Way })}
        >
          <div className={styles.choices}>
            {WAYS.map((way) => (
              <Radio key={way} value={way} label={t(`zone-map.base.way.${way}`)} />
            ))}
          </div>
        </Radio.Group>
        <WayFields typed={typed} onTyped={setTyped} />
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

const FIELD = { address: 'tiles', file: 'file' } as const;

function WayFields(props: {
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
}): ReactNode {
  const { typed, onTyped } = props;
  const { t } = useTranslation();
  if (typed.way === 'none') return <p className={styles.quiet}>{t('zone-map.base.none')}</p>;
  const field = FIELD[typed.way];
  return (
    <>
      <TextInput
        key={field}
        required
        label={t(`zone-map.base.${field}`)}
        description={t(`zone-map.base.${field}.text`)}
        value={typed[field]}
        onChange={({ currentTarget }) => onTyped({ ...typed, [field]: currentTarget.value })}
      />
      <TextInput
        label={t('zone-map.base.attribution')}
        description={t(`zone-map.base.attribution.${typed.way}`)}
        value={typed.attribution}
        onChange={({ currentTarget }) => onTyped({ ...typed, attribution: currentTarget.value })}
      />
    </>
  );
}
