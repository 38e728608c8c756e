import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import sharedStyles from './attribution.module.css';
import styles from './imported.module.css';

/** One file that was taken in: its name, what is known of it, what came of it, and the way to take it out again. */
export function ImportedFile(props: {
  readonly fileName: string;
  /** When, by whom and the like; an empty one is not shown. */
  readonly facts: readonly string[];
  readonly report: string;
  /** Taken in just now: its report is read out. */
  readonly fresh: boolean;
  readonly onRemove: (() => void) | null;
  /** What was wrong in it. */
  readonly children: ReactNode;
}): ReactNode {
  const { fileName, facts, report, fresh, onRemove, children } = props;
  const { t } = useTranslation();
  return (
    <li className={styles.import} data-fresh={fresh || undefined}>
      <div className={styles.importHead}>
        <strong className={styles.fileName}>{fileName}</strong>
        <span className={sharedStyles.quiet}>{facts.filter(Boolean).join(' · ')}</span>
        {onRemove && (
          <Button
            variant="subtle"
            color="danger"
            size="compact-sm"
            className={sharedStyles.barEnd}
            onClick={onRemove}
          >
            {t('attribution.import.remove')}
          </Button>
        )}
      </div>
      <span role={fresh ? 'status' : undefined}>{report}</span>
      {children}
    </li>
  );
}
