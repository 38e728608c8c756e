import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import styles from './add-connection.module.css';
import { CheckStep } from './check-step.tsx';
import { BIZ_LOGIN } from './logins/biz-login.ts';
import { CLOUD_LOGIN } from './logins/cloud-login.ts';
import type { LoginKind } from './logins/login-kind.ts';
import { SERVER_LOGIN } from './logins/server-login.ts';
import { LoginStep } from './login-step.tsx';
import { VenuesStep } from './venues-step.tsx';

const STEPS = ['login', 'check', 'venues'] as const;

type Stage =
  | Readonly<{ type: 'login' }>
  | Readonly<{ type: 'check' }>
  | Readonly<{ type: 'venues'; connection: Connection }>;

function StepTrail(props: {
  readonly current: Stage['type'];
  readonly steps: readonly Stage['type'][];
}): ReactNode {
  const { current, steps } = props;
  const { t } = useTranslation();
  const at = steps.indexOf(current);
  return (
    <ol className={styles.trail} aria-label={t('connections.add.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index === at ? styles.current : index < at ? styles.past : styles.next}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles.number}>{index + 1}</span>
          {t(`connections.add.${step}`)}
        </li>
      ))}
    </ol>
  );
}

type Ways = Readonly<{
  /** Back to where it was begun, nothing stored. */
  onCancel: () => void;
  onDone: (connection: Connection) => void;
  /** Done once it is connected: venues and hours are decided by what follows. */
  straight?: boolean;
}>;

/** Connects one system: the login, the test, then venues, zone and closing hour. */
export function AddConnection({
  vendor = CLOUD_LOGIN.vendor,
  ...ways
}: Ways & { readonly vendor?: string }): ReactNode {
  switch (vendor) {
    case BIZ_LOGIN.vendor:
      return <AddByLogin key={vendor} kind={BIZ_LOGIN} {...ways} />;
    case SERVER_LOGIN.vendor:
      return <AddByLogin key={vendor} kind={SERVER_LOGIN} {...ways} />;
    default:
      return <AddByLogin key={vendor} kind={CLOUD_LOGIN} {...ways} />;
  }
}

function AddByLogin<Draft>(props: Ways & { readonly kind: LoginKind<Draft> }): ReactNode {
  const { kind, onCancel, onDone, straight = false } = props;
  const [draft, setDraft] = useState(kind.empty);
  const [stage, setStage] = useState<Stage>({ type: 'login' });
  const change = (part: Partial<Draft>): void => setDraft((one) => ({ ...one, ...part }));

  const body = (): ReactNode => {
    switch (stage.type) {
      case 'login':
        return (
          <LoginStep
            kind={kind}
            draft={draft}
            onChange={change}
            onCancel={onCancel}
            onNext={() => setStage({ type: 'check' })}
          />
        );
      case 'check':
        return (
          <CheckStep
            kind={kind}
            draft={draft}
            onChange={change}
            onBack={() => setStage({ type: 'login' })}
            onAdded={(connection) => {
              // The typed login has done its work: it is not kept in the window.
              setDraft(kind.empty);
              if (straight) onDone(connection);
              else setStage({ type: 'venues', connection });
            }}
          />
        );
      case 'venues':
        return <VenuesStep connection={stage.connection} onDone={onDone} />;
      default:
        return assertNever(stage);
    }
  };
  return (
    <div className={styles.wizard}>
      <StepTrail current={stage.type} steps={straight ? STEPS.slice(0, 2) : STEPS} />
      {body()}
    </div>
  );
}
