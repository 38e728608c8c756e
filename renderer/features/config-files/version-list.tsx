import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigVersion } from '../../../main/contract/config-changes.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './panel.module.css';
import { useHistory } from './use-history.ts';
import { VersionDialog } from './version-dialog.tsx';

/** Shown at once; the rest on request. */
const FIRST = 8;

function VersionRow(props: {
  readonly version: ConfigVersion;
  readonly onLook: () => void;
}): ReactNode {
  const { version, onLook } = props;
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { author, origin, why, number, current } = version;
  const who = author ?? t('terminals.history.outside');
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        <span className={styles.when}>
          {moment(version.at)} ·{' '}
          {number === 1 && origin === 'seen' ? t('terminals.history.first') : who}
        </span>
        <br />
        {why || t(`terminals.history.origin.${origin}`)}
      </span>
      <span className={styles.entryButtons}>
        {current && <span className={styles.when}>{t('terminals.history.current')}</span>}
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={t('terminals.history.look-at', { number })}
          onClick={onLook}
        >
          {t('terminals.history.look')}
        </Button>
      </span>
    </li>
  );
}

/** Versions of a file, each to be looked at and brought back. */
export function VersionList(props: {
  readonly fileId: number;
  /** Changes with the content: the versions are then read again. */
  readonly content: number | string;
  readonly mayRestore: boolean;
  readonly onRestore: (versionId: number, why: string) => void;
  readonly buttons?: ReactNode;
}): ReactNode {
  const { fileId, content, mayRestore, onRestore, buttons } = props;
  const { t } = useTranslation();
  const history = useHistory(fileId, content);
  const [all, setAll] = useState(false);
  const [looked, setLooked] = useState<ConfigVersion | null>(null);
  const versions = history.type === 'shown' ? history.versions : [];
  return (
    <section className={styles.section} aria-label={t('terminals.history')}>
      <h3 className={styles.title}>
        {t('terminals.history')}
        {buttons}
      </h3>
      {history.type === 'failed' && <FailureNotice failure={history.failure} />}
      <ul className={styles.rows}>
        {versions.slice(0, all ? undefined : FIRST).map((version) => (
          <VersionRow key={version.id} version={version} onLook={() => setLooked(version)} />
        ))}
      </ul>
      {!all && versions.length > FIRST && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('terminals.history.all', { count: versions.length })}
        </Button>
      )}
      {looked && (
        <VersionDialog
          version={looked}
          versions={versions}
          canRestore={mayRestore && !looked.current}
          onRestore={(versionId, why) => {
            setLooked(null);
            onRestore(versionId, why);
          }}
          onClose={() => setLooked(null)}
        />
      )}
    </section>
  );
}
