import { Button, Loader } from '@mantine/core';
import { IconCloud, IconFlask, type Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useAbout } from '../../bridge/session-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './first-run.module.css';

function Offer(props: {
  readonly icon: Icon;
  readonly name: 'iiko' | 'demo';
  readonly busy?: boolean;
  readonly onPick: () => void;
}): ReactNode {
  const { icon: Mark, name, busy = false, onPick } = props;
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.offer} disabled={busy} onClick={onPick}>
      <span className={styles.offerMark}>
        {busy ? <Loader size={22} /> : <Mark size={26} stroke={1.5} aria-hidden />}
      </span>
      <strong>{t(`first-run.choose.${name}`)}</strong>
      <span className={styles.note}>{t(`first-run.choose.${name}.text`)}</span>
    </button>
  );
}

/** Real data or invented data; both can be had later as well. */
export function ChooseStep(props: {
  readonly onBack: () => void;
  readonly onConnect: () => void;
  readonly onConnected: (connection: Connection) => void;
  readonly onSkip: () => void;
}): ReactNode {
  const { onBack, onConnect, onConnected, onSkip } = props;
  const { t } = useTranslation();
  const client = useClient();
  const { demoAvailable } = useAbout();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const tryDemo = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      onConnected(await client.connections.addDemo({}));
    } catch (error) {
      setFailure(toFailure(error));
      setBusy(false);
    }
  };
  return (
    <>
      <p className={styles.lead}>{t('first-run.choose.text')}</p>
      <div className={styles.offers}>
        <Offer icon={IconCloud} name="iiko" onPick={onConnect} />
        {demoAvailable && (
          <Offer icon={IconFlask} name="demo" busy={busy} onPick={() => void tryDemo()} />
        )}
      </div>
      {failure && <FailureNotice failure={failure} onRetry={() => void tryDemo()} />}
      <div className={styles.buttons}>
        <Button size="sm" onClick={onBack}>
          {t('first-run.back')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onSkip}>
          {t('first-run.choose.skip')}
        </Button>
      </div>
    </>
  );
}
