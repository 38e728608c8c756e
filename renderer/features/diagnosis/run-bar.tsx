import { Button, TextInput } from '@mantine/core';
import { IconPlayerStop, IconStethoscope } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosisReport } from '../../../main/contract/diagnosis.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './diagnosis.module.css';

/** The button that starts or stops, and the test order. */
export function RunBar(props: {
  readonly report: DiagnosisReport | null;
  readonly busy: boolean;
  readonly testOrder: string;
  readonly onTestOrder: (number: string) => void;
  readonly onRun: () => void;
  readonly onStop: () => void;
}): ReactNode {
  const { report, busy, testOrder, onTestOrder, onRun, onStop } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.run}>
      <TextInput
        label={t('diagnosis.test-order')}
        description={t('diagnosis.test-order.hint')}
        value={testOrder}
        maxLength={60}
        onChange={({ currentTarget: { value } }) => onTestOrder(value)}
      />
      {busy ? (
        <Button leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={onStop}>
          {t('diagnosis.stop')}
        </Button>
      ) : (
        <Button
          variant="filled"
          leftSection={<IconStethoscope size={16} aria-hidden />}
          onClick={onRun}
        >
          {t(report ? 'diagnosis.again' : 'diagnosis.start')}
        </Button>
      )}
      {report && !busy && (
        <span className={styles.note}>
          {t('diagnosis.at', { when: format.moment(report.at) })}
          {report.till && ` · ${t('diagnosis.till', { owner: report.till.owner })}`}
        </span>
      )}
    </div>
  );
}
