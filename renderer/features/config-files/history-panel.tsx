import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigVersion } from '../../../main/contract/config-changes.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import type { FileSlice } from './file-slice.ts';
import type { ShownFile } from './file-state.ts';
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

function WayBack({ state, slice }: { readonly state: ShownFile; readonly slice: FileSlice }) {
  const { t } = useTranslation();
  const { canUndo, canRedo, file } = state.opened;
  const idle = !state.busy && !state.draft && file.editable;
  return (
    <span className={styles.titleButtons}>
      <ActionIcon
        aria-label={t('terminals.undo')}
        title={t('terminals.undo')}
        disabled={!canUndo || !idle}
        onClick={() => void slice.write({ type: 'undo' })}
      >
        <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t('terminals.redo')}
        title={t('terminals.redo')}
        disabled={!canRedo || !idle}
        onClick={() => void slice.write({ type: 'redo' })}
      >
        <IconArrowForwardUp size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </span>
  );
}

/** Every version that was ever seen, newest first: who, when, why, and the way back. */
export function HistoryPanel(props: {
  readonly state: ShownFile;
  readonly slice: FileSlice;
}): ReactNode {
  const { state, slice } = props;
  const { t } = useTranslation();
  const history = useHistory(state.opened);
  const [all, setAll] = useState(false);
  const [looked, setLooked] = useState<ConfigVersion | null>(null);
  const versions = history.type === 'shown' ? history.versions : [];
  const restore = (versionId: number, why: string): void => {
    setLooked(null);
    void slice.write({ type: 'save', change: { type: 'version', versionId }, why });
  };
  return (
    <section className={styles.section} aria-label={t('terminals.history')}>
      <h3 className={styles.title}>
        {t('terminals.history')}
        <WayBack state={state} slice={slice} />
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
          canRestore={state.opened.file.editable && !looked.current}
          onRestore={restore}
          onClose={() => setLooked(null)}
        />
      )}
    </section>
  );
}
