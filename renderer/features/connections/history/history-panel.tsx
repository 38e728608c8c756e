import { Button } from '@mantine/core';
import { IconHistory, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackFill } from '../../../../main/contract/back-fill.ts';
import { HistoryForm } from './history-form.tsx';
import { HistoryState } from './history-state.tsx';
import styles from './history.module.css';
import { useHistory } from './use-history.ts';

const MARK = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** The history of a connection: how far it is, and what may be done with it. */
export function HistoryPanel(props: {
  readonly history: BackFill;
  readonly may: boolean;
}): ReactNode {
  const { history, may } = props;
  const { t } = useTranslation();
  const { busy, start, pause, resume } = useHistory(history);
  const [choosing, setChoosing] = useState(false);
  const { type } = history.state;
  const going = type === 'running' || type === 'waiting';
  const id = `history-${history.connectionId}`;
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h4 id={id} className={styles.title}>
        <IconHistory {...MARK} />
        {t('back-fill.title')}
      </h4>
      <HistoryState history={history} />
      {may && !choosing && (
        <div className={styles.buttons}>
          {going && (
            <Button leftSection={<IconPlayerPause {...MARK} />} loading={busy} onClick={pause}>
              {t('back-fill.pause')}
            </Button>
          )}
          {type === 'paused' && (
            <Button leftSection={<IconPlayerPlay {...MARK} />} loading={busy} onClick={resume}>
              {t('back-fill.resume')}
            </Button>
          )}
          <Button
            variant={type === 'none' ? 'default' : 'subtle'}
            onClick={() => setChoosing(true)}
          >
            {t(type === 'none' ? 'back-fill.start' : 'back-fill.more')}
          </Button>
        </div>
      )}
      {may && choosing && (
        <HistoryForm
          history={history}
          busy={busy}
          onStart={(draft) => void start(draft).then((begun) => begun && setChoosing(false))}
          onCancel={() => setChoosing(false)}
        />
      )}
    </section>
  );
}
