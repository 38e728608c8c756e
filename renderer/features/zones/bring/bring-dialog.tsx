import { Button, Modal, Progress, TextInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IikoZones } from '../../../../main/contract/zones.ts';
import type { DeliveryZone } from '../../../../main/domain/zones/delivery-zone.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import styles from '../zones.module.css';
import { DropPlace } from '../drop-place.tsx';
import { ImportReport } from './import-report.tsx';
import type { Bring } from './use-bring.ts';

type Props = Readonly<{
  bring: Bring;
  iiko: readonly IikoZones[];
  empty: boolean;
  onTake: (zones: readonly DeliveryZone[], how: 'replace' | 'add') => void;
  onClose: () => void;
}>;

/** A map from a file, a link or iiko Cloud; what became of every feature is told before it is taken. */
export function BringDialog(props: Props): ReactNode {
  const { bring, onClose } = props;
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('zone-map.bring')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {bring.state.type === 'ready' ? <Taken {...props} /> : <Ways {...props} />}
    </Modal>
  );
}

function Ways({ bring, iiko, empty, onTake }: Props): ReactNode {
  const { t } = useTranslation();
  const [link, setLink] = useState('');
  const { state } = bring;
  return (
    <div className={styles.form}>
      <FileWay bring={bring} />
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          bring.link(link);
        }}
      >
        <TextInput
          label={t('zone-map.bring.link')}
          placeholder="https://www.google.com/maps/d/…"
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <Button type="submit" disabled={link.trim() === ''}>
          {t('zone-map.bring.fetch')}
        </Button>
      </form>
      {iiko.some(({ zones }) => zones.length > 0) && (
        <FromIiko iiko={iiko} empty={empty} onTake={onTake} />
      )}
      {state.type === 'reading' && (
        <div role="status">
          {t('zone-map.bring.reading')}
          <Progress
            value={(state.share ?? 1) * 100}
            animated
            aria-label={t('zone-map.bring.reading')}
          />
        </div>
      )}
      {state.type === 'failed' && <FailureNotice failure={state.failure} />}
    </div>
  );
}

function FileWay({ bring }: Pick<Props, 'bring'>): ReactNode {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <DropPlace className={styles.drop} onFile={bring.file}>
      <IconFileUpload size={28} stroke={1.5} aria-hidden />
      <span>{t('zone-map.bring.drop')}</span>
      <Button variant="filled" onClick={() => input.current?.click()}>
        {t('zone-map.bring.choose')}
      </Button>
      <span className={styles.quiet}>{t('zone-map.bring.formats')}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".kml,.kmz,.geojson,.json,.csv,.js,.xml,.zip,.txt"
        aria-label={t('zone-map.bring.choose')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) bring.file(file);
          event.currentTarget.value = '';
        }}
      />
    </DropPlace>
  );
}

function FromIiko({ iiko, empty, onTake }: Omit<Props, 'bring' | 'onClose'>): ReactNode {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t('zone-map.bring.iiko')}</h3>
      <ul className={styles.plain}>
        {iiko
          .filter(({ zones }) => zones.length > 0)
          .map(({ organizationId, name, zones }) => (
            <li key={organizationId} className={styles.line}>
              <span>{t('zone-map.bring.iiko.row', { name, count: zones.length })}</span>
              <Button onClick={() => onTake(zones, 'replace')}>
                {t(empty ? 'zone-map.bring.take' : 'zone-map.bring.replace')}
              </Button>
              {!empty && (
                <Button onClick={() => onTake(zones, 'add')}>{t('zone-map.bring.add')}</Button>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}

function Taken({ bring, empty, onTake }: Props): ReactNode {
  const { t } = useTranslation();
  if (bring.state.type !== 'ready') return null;
  const { brought, from } = bring.state;
  return (
    <div className={styles.form}>
      <ImportReport report={brought.report} from={from} />
      <div className={styles.buttons}>
        <Button variant="filled" onClick={() => onTake(brought.zones, 'replace')}>
          {t(empty ? 'zone-map.bring.take' : 'zone-map.bring.replace')}
        </Button>
        {!empty && (
          <Button onClick={() => onTake(brought.zones, 'add')}>{t('zone-map.bring.add')}</Button>
        )}
        <Button onClick={bring.reset}>{t('zone-map.bring.other')}</Button>
      </div>
    </div>
  );
}
