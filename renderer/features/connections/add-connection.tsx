import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import styles from './add-connection.module.css';
import { CheckStep } from './check-step.tsx';
import { EMPTY_LOGIN, type LoginDraft } from './login-draft.ts';
import { LoginStep } from './login-step.tsx';
import { VenuesStep } from './venues-step.tsx';

const STEPS = ['login', 'check', 'venues'] as const;

type Stage =
  | Readonly<{ type: 'login' }>
  | Readonly<{ type: 'check' }>
  | Readonly<{ type: 'venues'; connection: Connection }>;

function StepTrail({ current }: { readonly current: Stage['type'] }): ReactNode {
  const { t } = useTranslation();
  const at = STEPS.indexOf(current);
  return (
    <ol className={styles.trail} aria-label={t('connections.add.steps')}>
      {STEPS.map((step, index) => (
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

/** Connects iiko Cloud: the login, the test, then venues, zone and closing hour. */
export function AddConnection(props: {
  /** Back to where it was begun, nothing stored. */
  readonly onCancel: () => void;
  readonly onDone: (connection: Connection) => void;
}): ReactNode {
  const { onCancel, onDone } = props;
  const [draft, setDraft] = useState<LoginDraft>(EMPTY_LOGIN);
  const [stage, setStage] = useState<Stage>({ type: 'login' });
  const change = (part: Partial<LoginDraft>): void => setDraft((one) => ({ ...one, ...part }));

  const body = (): ReactNode => {
    switch (stage.type) {
      case 'login':
        return (
          <LoginStep
            draft={draft}
            onChange={change}
            onCancel={onCancel}
            onNext={() => setStage({ type: 'check' })}
          />
        );
      case 'check':
        return (
          <CheckStep
            draft={draft}
            onBack={() => setStage({ type: 'login' })}
            onAdded={(connection) => {
              // The typed login has done its work: it is not kept in the window.
              setDraft(EMPTY_LOGIN);
              setStage({ type: 'venues', connection });
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
      <StepTrail current={stage.type} />
      {body()}
    </div>
  );
}
