import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../../main/contract/connections.ts';
import { licenceDaysLeft } from '../../../../main/domain/iiko-biz/licence-deadline.ts';
import { dayOf } from '../../../../main/domain/local-time.ts';
import { hereZone } from '../../../shared/format/use-format.ts';
import styles from './biz-licence.module.css';

/** How long an unpaid invoice still leaves the API open; nothing without an invoice. */
export function BizLicence({ connection }: { readonly connection: Connection }): ReactNode {
  const { t } = useTranslation();
  const invoiceOn = String(connection.settings['licenceInvoiceOn'] ?? '');
  if (connection.vendor !== 'iiko-biz' || invoiceOn === '') return null;
  const count = licenceDaysLeft(invoiceOn, dayOf(Date.now(), hereZone()));
  return (
    <p className={styles.banner} role="status">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      {count < 0 ? t('iiko-biz.licence.over') : t('iiko-biz.licence.left', { count })}
    </p>
  );
}
