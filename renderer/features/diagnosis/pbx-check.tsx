import { Button, NumberInput, TextInput } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortAnswer } from '../../../main/domain/diagnosis/port-answer.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import styles from './readiness.module.css';

const SIP_PORT = 5060;

/** Knocks at the PBX and says by which way it answers. */
export function PbxCheck(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [host, setHost] = useState('');
  const [port, setPort] = useState<number>(SIP_PORT);
  const [answers, setAnswers] = useState<readonly PortAnswer[]>([]);
  const knock = useCallback(async () => {
    setAnswers(await client.diagnosis.probePbx({ host, port }));
  }, [client, host, port]);
  const { busy, failure, submit } = useSubmit(
    knock,
    useCallback(() => undefined, []),
  );
  return (
    <form className={styles.probe} aria-label={t('checklist.pbx.title')} onSubmit={submit}>
      <div className={styles.fields}>
        <TextInput
          label={t('checklist.pbx.host')}
          placeholder="192.168.0.10"
          value={host}
          maxLength={253}
          onChange={({ currentTarget: { value } }) => setHost(value)}
        />
        <NumberInput
          label={t('checklist.pbx.port')}
          value={port}
          min={1}
          max={65_535}
          allowDecimal={false}
          hideControls
          onChange={(value) => setPort(Number(value) || SIP_PORT)}
        />
        <Button type="submit" loading={busy} disabled={host.trim() === ''}>
          {t('checklist.pbx.knock')}
        </Button>
      </div>
      <span className={styles.note}>{t('checklist.pbx.hint')}</span>
      {failure && <FailureNotice failure={failure} />}
      <ul aria-live="polite">
        {answers.map(({ transport, state, elapsedMs, port: asked }) => (
          <li key={transport} className={styles[state === 'answers' ? 'fits' : 'too-old']}>
            {`${transport.toUpperCase()} ${asked}: ${t(`checklist.pbx.${state}`, { elapsedMs })}`}
          </li>
        ))}
      </ul>
    </form>
  );
}
