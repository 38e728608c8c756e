import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchImport } from '../../../main/contract/attribution.ts';
import { WRONG_REASONS } from '../../../main/domain/attribution/touch-file.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import sharedStyles from './attribution.module.css';
import styles from './imported.module.css';
import { ImportedFile } from './imported-file.tsx';
import type { FileRowProps } from './imported-files.tsx';

function WrongRows(props: {
  readonly report: TouchImport['report'];
  readonly open: boolean;
}): ReactNode {
  const { refused, reasons, wrong } = props.report;
  const { t } = useTranslation();
  const format = useFormat();
  const counted = WRONG_REASONS.filter((reason) => (reasons[reason] ?? 0) > 0).map(
    (reason) => `${t(`attribution.wrong.${reason}`)}: ${format.number(reasons[reason] ?? 0)}`,
  );
  return (
    <details open={props.open}>
      <summary>{counted.join(', ')}</summary>
      <ul className={styles.wrong}>
        {wrong.map(({ row, reason, text }) => (
          <li key={`${row} ${reason}`}>
            <span className={sharedStyles.count}>{row}</span>
            <span>{t(`attribution.wrong.${reason}`)}</span>
            <span className={sharedStyles.sample}>{text}</span>
          </li>
        ))}
      </ul>
      {wrong.length < refused && (
        <span className={sharedStyles.quiet}>
          {t('attribution.import.more', { count: refused - wrong.length })}
        </span>
      )}
    </details>
  );
}

/** One file: what was taken, what was not and why, and the way to take it out again. */
export function TouchFileRow({ file, fresh, onRemove }: FileRowProps<TouchImport>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, taken, refused } = file.report;
  return (
    <ImportedFile
      fileName={file.fileName}
      facts={[format.moment(file.at), file.author, file.format]}
      report={t('attribution.import.report', {
        rows: format.number(rows),
        taken: format.number(taken),
        refused: format.number(refused),
      })}
      fresh={fresh}
      onRemove={onRemove}
    >
      {refused > 0 && <WrongRows report={file.report} open={fresh} />}
    </ImportedFile>
  );
}
