import { Button } from '@mantine/core';
import { IconShieldQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, type Format } from '../../../shared/format/use-format.ts';
import type { FindingsProps } from './login-kind.ts';
import styles from './server-certificate.module.css';
import type { ServerDraft } from './server-draft.ts';

/** The day, where the certificate's own words can be read as one. */
function untilText(text: string, format: Format): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : format.day(new Date(at).toISOString().slice(0, 10));
}

/** A certificate that nobody vouches for: shown whole, accepted only by a person who saw it. */
export function ServerCertificate({ report, onAccept }: FindingsProps<ServerDraft>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const step = report.find((one) => one.step === 'certificate' && one.state === 'failed');
  const fingerprint = String(step?.params['fingerprint'] ?? '');
  if (!step || fingerprint === '') return null;
  const changed = step.evidence === 'iiko-server.other-certificate';
  const name = changed ? 'iiko-server.certificate.changed' : 'iiko-server.certificate';
  const facts = [
    ['subject', String(step.params['subject'] ?? '')],
    ['until', untilText(String(step.params['validTo'] ?? ''), format)],
  ] as const;
  return (
    <section className={styles.card} aria-labelledby="server-certificate">
      <h2 id="server-certificate" className={styles.title}>
        <IconShieldQuestion size={18} stroke={1.75} aria-hidden />
        {t(name)}
      </h2>
      <p className={styles.text}>{t(`${name}.text`)}</p>
      <dl className={styles.facts}>
        <dt>{t('iiko-server.certificate.fingerprint')}</dt>
        <dd className={styles.fingerprint}>{fingerprint}</dd>
        {facts.map(([fact, text]) => (
          <div key={fact} className={styles.fact}>
            <dt>{t(`iiko-server.certificate.${fact}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => onAccept({ fingerprint })}>
        {t('iiko-server.certificate.accept')}
      </Button>
    </section>
  );
}
