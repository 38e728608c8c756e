import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '../../bridge/client-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { createDiagnosisSlice } from './diagnosis-slice.ts';
import styles from './diagnosis.module.css';
import { LastResort } from './last-resort.tsx';
import { LinkPath } from './link-path.tsx';
import { RootField } from './root-field.tsx';
import { RunBar } from './run-bar.tsx';
import { SetUpForm } from './set-up-form.tsx';
import { TillSelect } from './till-select.tsx';
import { useDiagnosisCommands } from './use-diagnosis-commands.ts';
import { useSetUp } from './use-set-up.ts';
import { VerdictCard } from './verdict-card.tsx';

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** «Доставки не приходят на терминал»: the way of an order, link by link, up to the first proof. */
export function DiagnosisPart(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const slice = useMemo(() => createDiagnosisSlice(client), [client]);
  const state = useStore(slice);
  const setUp = useSetUp();
  const [testOrder, setTestOrder] = useState('');
  const [place, setPlace] = useState<string | null>(null);
  const [root, setRoot] = useState('');
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  const { report, walking, failure } = state;
  const run = useCallback((): void => {
    void slice.run({
      root: textOrNull(root),
      brought: root.trim() !== '',
      place,
      testOrder: textOrNull(testOrder),
      setUp: null,
    });
  }, [slice, root, place, testOrder]);
  useDiagnosisCommands(run);
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <header className={styles.title}>
          <h2>{t('diagnosis.title')}</h2>
          <p>{t('diagnosis.intro')}</p>
        </header>
        <RunBar
          report={report}
          busy={walking?.type === 'walk'}
          testOrder={testOrder}
          onTestOrder={setTestOrder}
          onRun={run}
          onStop={slice.cancel}
        />
        {failure && <FailureNotice failure={failure} onRetry={run} />}
        {report && walking?.type !== 'walk' && <VerdictCard report={report} />}
        <LinkPath state={state} />
        {report && walking?.type !== 'walk' && (
          <LastResort
            report={report}
            checking={walking?.type === 'step' ? walking.step : null}
            onCheck={(step) => void slice.checkStep(step)}
          />
        )}
      </div>
      <aside className={styles.side} aria-label={t('diagnosis.set-up')}>
        <SetUpForm setUp={setUp} />
        <RootField root={root} onRoot={setRoot} />
        <TillSelect tills={report?.tills ?? []} place={place} onPlace={setPlace} />
      </aside>
    </div>
  );
}
