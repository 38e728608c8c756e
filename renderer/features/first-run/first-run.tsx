import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useReloadSession } from '../../bridge/session-context.tsx';
import { navigate } from '../../shared/navigation/navigation.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { ChooseStep } from './choose-step.tsx';
import styles from './first-run.module.css';
import { ImportStep } from './import-step.tsx';
import { LanguageStep } from './language-step.tsx';
import { LocalStep } from './local-step.tsx';
import { Progress } from './progress.tsx';

/** The steps of the first run, in their order. */
export type FirstRunStage = 'language' | 'local' | 'choose' | 'connect' | 'import';

/** The way of connecting, given from outside: another feature owns it. */
export type ConnectForm = ComponentType<{
  readonly onCancel: () => void;
  readonly onDone: (connection: Connection) => void;
}>;

/** Moves the focus to the new step's heading, so that a screen reader tells where one is. */
function useHeadingFocus(stage: FirstRunStage): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [stage]);
  return heading;
}

/** Ends the first run; the order list follows. */
function useFinish(): () => void {
  const client = useClient();
  const reload = useReloadSession();
  const notifyFailure = useNotifyFailure();
  return () => {
    const finish = async (): Promise<void> => {
      await client.settings.finishFirstRun({});
      navigate('orders');
      await reload();
    };
    finish().catch(notifyFailure);
  };
}

/** Five minutes to the first orders: language, iiko on this PC, connect or demo, import. */
export function FirstRun({ connect: Connect }: { readonly connect: ConnectForm }): ReactNode {
  const { t } = useTranslation();
  const [stage, setStage] = useState<FirstRunStage>('language');
  const [connection, setConnection] = useState<Connection | null>(null);
  const heading = useHeadingFocus(stage);
  const finish = useFinish();
  const importFrom = (made: Connection): void => {
    setConnection(made);
    setStage('import');
  };
  const step = (): ReactNode => {
    switch (stage) {
      case 'language':
        return <LanguageStep onNext={() => setStage('local')} />;
      case 'local':
        return <LocalStep onBack={() => setStage('language')} onNext={() => setStage('choose')} />;
      case 'choose':
        return (
          <ChooseStep
            onBack={() => setStage('local')}
            onConnect={() => setStage('connect')}
            onConnected={importFrom}
            onSkip={finish}
          />
        );
      case 'connect':
        return <Connect onCancel={() => setStage('choose')} onDone={importFrom} />;
      case 'import':
        return connection && <ImportStep connection={connection} onFinish={finish} />;
      default:
        return assertNever(stage);
    }
  };
  return (
    <div className={styles.window}>
      <main className={`${styles.card} ${stage === 'connect' ? styles.wide : ''}`}>
        <header className={styles.head}>
          <span className={styles.product}>{t('app.name')}</span>
          <Progress stage={stage} />
        </header>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t(`first-run.${stage}`)}
        </h1>
        {step()}
      </main>
    </div>
  );
}
