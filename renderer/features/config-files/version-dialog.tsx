import { Button, Modal, Select } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigVersion, DiffLine } from '../../../main/contract/config-changes.ts';
import type { Client } from '../../../main/contract/index.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { DiffView } from './diff-view.tsx';
import styles from './panel.module.css';

/** How two versions differ, or the newer one's text where the other can not be read. */
type Difference = Readonly<{
  lines: readonly DiffLine[] | null;
  text: string | null;
  failure: Failure | null;
}>;

const NOTHING: Difference = { lines: null, text: null, failure: null };

async function differenceOf(client: Client, left: number, right: number): Promise<Difference> {
  try {
    return { ...NOTHING, lines: await client.configFiles.compare({ left, right }) };
  } catch (error) {
    const { text } = await client.configFiles.version({ versionId: right });
    return { ...NOTHING, text, failure: text === null ? toFailure(error) : null };
  }
}

/** Asks for the difference of two versions; nothing without a left one. */
function useDifference(left: number | null, right: number): Difference {
  const client = useClient();
  const [state, setState] = useState<Difference>(NOTHING);
  useEffect(() => {
    let here = true;
    if (left === null) return undefined;
    differenceOf(client, left, right).then(
      (next) => here && setState(next),
      (error: unknown) => here && setState({ ...NOTHING, failure: toFailure(error) }),
    );
    return () => {
      here = false;
    };
  }, [client, left, right]);
  return state;
}

function Shown({ lines, text, failure }: Difference): ReactNode {
  const { t } = useTranslation();
  if (failure) return <FailureNotice failure={failure} />;
  if (lines) return <DiffView lines={lines} />;
  if (text === null) return null;
  return (
    <>
      <p className={styles.note}>{t('terminals.version.incomparable')}</p>
      <pre className={styles.text}>{text}</pre>
    </>
  );
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
  const difference = useDifference(left, version.id);
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
        <Shown {...difference} />
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
