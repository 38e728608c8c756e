import { IconAlertTriangle, IconCircleX, IconEye, IconFileAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './file-list.module.css';
import type { FileMarks } from './files-slice.ts';

/** What is wrong in a file, in one sign: not readable, errors, warnings, only to be looked at. */
export function FileMark(props: {
  readonly marks: FileMarks | undefined;
  readonly editable: boolean;
}): ReactNode {
  const { marks, editable } = props;
  const { t } = useTranslation();
  const { errors = 0, warnings = 0, failure = null } = marks ?? {};
  if (failure) {
    const label = t('terminals.mark.unreadable');
    return (
      <span className={styles.errors} role="img" aria-label={label} title={label}>
        <IconFileAlert size={16} stroke={1.75} aria-hidden />
      </span>
    );
  }
  if (errors + warnings > 0) {
    const count = errors || warnings;
    const label = t(errors > 0 ? 'terminals.mark.errors' : 'terminals.mark.warnings', { count });
    const Mark = errors > 0 ? IconCircleX : IconAlertTriangle;
    return (
      <span
        className={errors > 0 ? styles.errors : styles.warnings}
        role="img"
        aria-label={label}
        title={label}
      >
        <Mark size={16} stroke={1.75} aria-hidden />
        {count}
      </span>
    );
  }
  if (editable) return null;
  const label = t('terminals.mark.read-only');
  return (
    <span className={styles.readOnly} role="img" aria-label={label} title={label}>
      <IconEye size={16} stroke={1.75} aria-hidden />
    </span>
  );
}
