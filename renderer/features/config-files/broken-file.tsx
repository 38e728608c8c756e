import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigDoubt } from '../../../main/contract/config-changes.ts';
import type { ConfigFile } from '../../../main/contract/config-files.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { DoubtsDialog } from './doubts-dialog.tsx';
import styles from './part.module.css';
import { VersionList } from './version-list.tsx';

/** A way back that a person must agree to first. */
type Asking = Readonly<{ versionId: number; why: string; doubts: readonly ConfigDoubt[] }>;

/** Writes an older version over a file that can not be read. */
function useRestore(file: ConfigFile, onRestored: () => void) {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [asking, setAsking] = useState<Asking | null>(null);
  const restore = async (
    versionId: number,
    why: string,
    accepted: readonly ConfigDoubt[] = [],
  ): Promise<void> => {
    setAsking(null);
    const outcome = await client.configFiles.save({
      fileId: file.id,
      baseHash: file.hash,
      change: { type: 'version', versionId },
      why,
      accepted: [...accepted],
    });
    if (outcome.type === 'doubted') setAsking({ versionId, why, doubts: outcome.doubts });
    else onRestored();
  };
  return {
    asking,
    settle: () => setAsking(null),
    restore: (...given: Parameters<typeof restore>) =>
      void restore(...given).catch((error: unknown) => notifyFailure(toFailure(error))),
  };
}

/** A file that can not be read: why, and the versions from when it could. */
export function BrokenFile(props: {
  readonly file: ConfigFile;
  readonly failure: Failure;
  readonly mayEdit: boolean;
  readonly onRetry: () => void;
}): ReactNode {
  const { file, failure, mayEdit, onRetry } = props;
  const { t } = useTranslation();
  const { asking, settle, restore } = useRestore(file, onRetry);
  return (
    <div className={styles.broken}>
      <div className={styles.fileTitle}>
        <h2>{t(`terminals.kind.${file.kind}`)}</h2>
        <span className={styles.path} title={file.path}>
          <bdi dir="ltr">{file.path}</bdi>
        </span>
      </div>
      <FailureNotice failure={failure} onRetry={onRetry} />
      <VersionList
        fileId={file.id}
        content={file.hash}
        mayRestore={mayEdit && file.editable}
        onRestore={restore}
      />
      {asking && (
        <DoubtsDialog
          doubts={asking.doubts}
          onWrite={() => restore(asking.versionId, asking.why, asking.doubts)}
          onClose={settle}
        />
      )}
    </div>
  );
}
