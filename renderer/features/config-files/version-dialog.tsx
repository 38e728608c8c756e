import { Button, Modal, Select } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigVersion, DiffLine } from '../../../main/contract/config-changes.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { DiffView } from './diff-view.tsx';
import styles from './panel.module.css';

type Difference = Readonly<{ lines: readonly DiffLine[] | null; failure: Failure | null }>;

/** How two versions differ; null sides: nothing to compare with. */
function useDifference(left: number | null, right: number): Difference {
  const client = useClient();
  const [state, setState] = useState<Difference>({ lines: null, failure: null });
  useEffect(() => {
    let here = true;
    if (left === null) return undefined;
    client.configFiles.compare({ left, right }).then(
      (lines) => here && setState({ lines, failure: null }),
      (error: unknown) => here && setState({ lines: null, failure: toFailure(error) }),
    );
    return () => {
      here = false;
    };
  }, [client, left, right]);
  return state;
}

/** A version beside another one (at first the one before it), and the way back to it. */
export function VersionDialog(props: {
  readonly version: ConfigVersion;
  readonly versions: readonly ConfigVersion[];
  readonly canRestore: boolean;
  readonly onRestore: (versionId: number, why: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { version, versions, canRestore, onRestore, onClose } = props;
  const { t } = useTranslation();
  const { moment } = useFormat();
  const others = versions.filter(({ id }) => id !== version.id);
  const before = others.find(({ number }) => number < version.number);
  const [left, setLeft] = useState<number | null>((before ?? others[0])?.id ?? null);
  const { lines, failure } = useDifference(left, version.id);
  const number = version.number;
  return (
    <Modal
      opened
      size="xl"
      title={t('terminals.version.title', { number, at: moment(version.at) })}
      closeButtonProps={{ 'aria-label': t('terminals.close') }}
      onClose={onClose}
    >
      <div className={styles.form}>
        {left === null ? (
          <p className={styles.note}>{t('terminals.version.only')}</p>
        ) : (
          <Select
            label={t('terminals.version.against')}
            allowDeselect={false}
            data={others.map((one) => ({
              value: String(one.id),
              label: t('terminals.version.title', { number: one.number, at: moment(one.at) }),
            }))}
            value={String(left)}
            onChange={(id) => id !== null && setLeft(Number(id))}
          />
        )}
        {failure && <FailureNotice failure={failure} />}
        {lines && <DiffView lines={lines} />}
        <div className={styles.buttons}>
          {canRestore && (
            <Button
              variant="filled"
              onClick={() => onRestore(version.id, t('terminals.version.why', { number }))}
            >
              {t('terminals.version.restore')}
            </Button>
          )}
          <Button onClick={onClose}>{t('terminals.close')}</Button>
        </div>
      </div>
    </Modal>
  );
}
