import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderImport } from '../../../../main/contract/joining.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import styles from '../attribution.module.css';
import { RefusedRows } from './refused-rows.tsx';

/** One file of orders: what came of it, and the way to take it out again. */
export function OrderFileRow(props: {
  readonly file: OrderImport;
  readonly fresh: boolean;
  readonly onRemove: (() => void) | null;
}): ReactNode {
  const { file, fresh, onRemove } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { taken, created, joined } = file;
  const stopped = created + joined < taken;
  return (
    <li className={styles.import} data-fresh={fresh || undefined}>
      <div className={styles.importHead}>
        <strong className={styles.fileName}>{file.fileName}</strong>
        <span className={styles.quiet}>
          {[format.moment(file.importedAt), file.author].filter(Boolean).join(' · ')}
        </span>
        {onRemove && (
          <Button
            variant="subtle"
            color="danger"
            size="compact-sm"
            className={styles.barEnd}
            onClick={onRemove}
          >
            {t('attribution.import.remove')}
          </Button>
        )}
      </div>
      <span role={fresh ? 'status' : undefined}>
        {t(stopped ? 'joining.import.stopped' : 'joining.import.report', {
          orders: format.number(taken),
          created: format.number(created),
          joined: format.number(joined),
        })}
      </span>
      <RefusedRows total={file.wrong} rows={file.refused} open={fresh} />
    </li>
  );
}
