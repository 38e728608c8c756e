import { Button, NumberInput, TextInput } from '@mantine/core';
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { hereZone } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './add-connection.module.css';
import form from './form.module.css';
import type { LoginKind } from './logins/login-kind.ts';
import { ProbeSteps } from './probe-steps.tsx';
import { mayConnect, useProbe } from './use-probe.ts';

type Adding = Readonly<{ busy: boolean; failure: Failure | null }>;

/** A field that came when the test was done takes the focus, if nobody went on to another meanwhile. */
function useFirstField(isThere: boolean): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!document.activeElement?.matches('button, input')) field.current?.focus();
  }, [isThere]);
  return field;
}

function AddForm<Draft>(props: {
  readonly kind: LoginKind<Draft>;
  readonly draft: Draft;
  readonly ready: boolean;
  readonly onBack: () => void;
  readonly onAdded: (connection: Connection) => void;
}): ReactNode {
  const { kind, draft, ready, onBack, onAdded } = props;
  const { t } = useTranslation();
  const client = useClient();
  const nameField = useFirstField(ready);
  const [name, setName] = useState('');
  const [historyDays, setHistoryDays] = useState(kind.historyDays);
  const [{ busy, failure }, setAdding] = useState<Adding>({ busy: false, failure: null });
  const send = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setAdding({ busy: true, failure: null });
    try {
      const login = { settings: kind.settingsOf(draft), secret: kind.secretOf(draft) };
      const wanted = { vendor: kind.vendor, name, ...login, historyDays, zone: hereZone() };
      onAdded(await client.connections.add(wanted));
    } catch (error) {
      setAdding({ busy: false, failure: toFailure(error) });
    }
  };
  return (
    <form className={form.form} onSubmit={(event) => void send(event)} noValidate>
      {ready && (
        <div className={form.row}>
          <TextInput
            ref={nameField}
            label={t('connections.name')}
            description={t('connections.name.note')}
            inputWrapperOrder={['label', 'input', 'description']}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NumberInput
            label={t('connections.history')}
            description={t(kind.historyNote)}
            inputWrapperOrder={['label', 'input', 'description']}
            min={1}
            max={3650}
            allowDecimal={false}
            value={historyDays}
            onChange={(days) => setHistoryDays(Number(days) || kind.historyDays)}
          />
        </div>
      )}
      {failure && <FailureNotice failure={failure} />}
      <div className={form.buttons}>
        <Button type="submit" variant="filled" disabled={!ready} loading={busy}>
          {t('connections.add.connect')}
        </Button>
        <Button onClick={onBack}>{t('connections.add.back')}</Button>
      </div>
    </form>
  );
}

/** Second step: the test with its evidence; then a name and how far back to read. */
export function CheckStep<Draft>(props: {
  readonly kind: LoginKind<Draft>;
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onBack: () => void;
  readonly onAdded: (connection: Connection) => void;
}): ReactNode {
  const { kind, draft, onChange, onBack, onAdded } = props;
  const { t } = useTranslation();
  const { probe, start } = useProbe();
  const step = useRef<HTMLDivElement>(null);
  const test = (tried: Draft): void => {
    // What was pressed goes while the test runs: the only button left would be the way back.
    step.current?.focus();
    const login = { settings: kind.settingsOf(tried), secret: kind.secretOf(tried) };
    void start({ vendor: kind.vendor, ...login, connectionId: null });
  };
  const again = (): void => test(draft);
  const accept = (change: Partial<Draft>): void => {
    onChange(change);
    test({ ...draft, ...change });
  };
  const begin = useEffectEvent(again);
  useEffect(() => begin(), []);
  const done = probe.type === 'shown' || probe.type === 'failed';
  return (
    <div className={styles.single} ref={step} tabIndex={-1}>
      <ProbeSteps vendor={kind.vendor} probe={probe} onRetry={again} />
      {probe.type === 'shown' && kind.Findings && (
        <kind.Findings report={probe.report} onAccept={accept} />
      )}
      {done && (
        <div className={form.buttons}>
          <Button onClick={again}>{t('connections.test.again')}</Button>
        </div>
      )}
      <AddForm
        kind={kind}
        draft={draft}
        ready={mayConnect(probe)}
        onBack={onBack}
        onAdded={onAdded}
      />
    </div>
  );
}
