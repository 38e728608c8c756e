import type { ReactNode } from 'react';
import type { Failure } from '../../../main/domain/failure.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './reports.module.css';

/** Why there is nothing to show, where the report would stand. */
export function ReadFailure(props: {
  readonly failure: Failure;
  readonly onRetry: () => void;
}): ReactNode {
  return (
    <div className={styles.failure}>
      <FailureNotice {...props} />
    </div>
  );
}
