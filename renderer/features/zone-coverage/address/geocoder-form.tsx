import { Button, NativeSelect, PasswordInput } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GeocoderName } from '../../../../main/contract/zone-coverage.ts';
import { GEOCODERS } from '../../../../main/domain/addresses/geocoder.ts';
import type { Failure } from '../../../../main/domain/failure.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useMay } from '../../../bridge/session-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import styles from '../zone-coverage.module.css';

function KeyForm(props: {
  readonly onSave: (vendor: GeocoderName, key: string) => void;
  readonly busy: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const [vendor, setVendor] = useState<GeocoderName>('yandex');
  const [key, setKey] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave(vendor, key);
      }}
    >
      <NativeSelect
        size="xs"
        label={t('zone-coverage.geocoder')}
        value={vendor}
        data={GEOCODERS.map((name) => ({
          value: name,
          label: t(`zone-coverage.geocoder.${name}`),
        }))}
        onChange={({ currentTarget }) =>
          setVendor(GEOCODERS.find((name) => name === currentTarget.value) ?? 'yandex')
        }
      />
      <PasswordInput
        label={t('zone-coverage.geocoder.key')}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('zone-coverage.geocoder.show-key') }}
        value={key}
        onChange={({ currentTarget }) => setKey(currentTarget.value)}
      />
      <p className={styles.quiet}>{t('zone-coverage.geocoder.note')}</p>
      <Button type="submit" loading={props.busy} disabled={key.trim().length < 8}>
        {t('zone-coverage.geocoder.save')}
      </Button>
    </form>
  );
}

/** Which geocoder answers where own orders know nothing; its key goes in and never comes out. */
export function GeocoderForm(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay('edit-settings');
  const [vendor, setVendor] = useState<GeocoderName | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = useCallback(
    () => client.zoneCoverage.geocoder({}).then((set) => setVendor(set.vendor)),
    [client],
  );
  useEffect(() => {
    read().catch((error: unknown) => setFailure(toFailure(error)));
  }, [read]);
  const save = (geocoder: { vendor: GeocoderName; key: string } | null): void => {
    setBusy(true);
    setFailure(null);
    client.zoneCoverage
      .saveGeocoder({ geocoder })
      .then(read)
      .catch((error: unknown) => setFailure(toFailure(error)))
      .finally(() => setBusy(false));
  };
  return (
    <details className={styles.details}>
      <summary>
        {vendor
          ? t('zone-coverage.geocoder.set', { vendor: t(`zone-coverage.geocoder.${vendor}`) })
          : t('zone-coverage.geocoder.none')}
      </summary>
      {failure && <FailureNotice failure={failure} />}
      {may && vendor && (
        <Button loading={busy} onClick={() => save(null)}>
          {t('zone-coverage.geocoder.remove')}
        </Button>
      )}
      {may && !vendor && (
        <KeyForm busy={busy} onSave={(name, key) => save({ vendor: name, key })} />
      )}
    </details>
  );
}
