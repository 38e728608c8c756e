import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './imported.module.css';
import { DropPlace } from './drop-place.tsx';
import { useUpload, type UploadWays } from './use-upload.ts';

/** Takes a file over; `children` go on with what is in it and call `reset` when they are done. */
export function UploadPlace<Head>(props: {
  readonly ways: UploadWays<Head>;
  readonly children: (head: Head, reset: () => void) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const [state, take, reset] = useUpload(props.ways);
  switch (state.type) {
    case 'idle':
      return <DropPlace onFile={take} />;
    case 'sending':
      return (
        <div className={styles.drop} role="status">
          {t('attribution.import.sending', { file: state.fileName })}
          <Progress
            className={styles.progress}
            value={state.share * 100}
            aria-label={t('attribution.import.sending', { file: state.fileName })}
          />
        </div>
      );
    case 'failed':
      return (
        <>
          <FailureNotice failure={state.failure} />
          <DropPlace onFile={take} />
        </>
      );
    case 'ready':
      return props.children(state.head, reset);
  }
}
