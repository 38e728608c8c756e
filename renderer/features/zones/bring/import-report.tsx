import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ImportedFeature,
  ImportReason,
  ZoneImportReport,
} from '../../../../main/domain/zones/zone-import.ts';
import styles from '../zones.module.css';

type Row = ImportedFeature & Readonly<{ why: ImportReason }>;

/** What became of every feature of a file: nothing is dropped in silence. */
export function ImportReport(props: {
  readonly report: ZoneImportReport;
  readonly from: string;
}): ReactNode {
  const { t } = useTranslation();
  const { report, from } = props;
  return (
    <div className={styles.report}>
      <p>
        <strong>{report.title ?? from}</strong>
      </p>
      <p>{t('zone-map.report.taken', { count: report.taken.length })}</p>
      <Rows
        title={t('zone-map.report.changed', { count: report.changed.length })}
        rows={report.changed}
      />
      <Rows
        title={t('zone-map.report.skipped', { count: report.skipped.length })}
        rows={report.skipped}
      />
      {report.notes.map(({ code, params }) => (
        <p key={JSON.stringify([code, params])}>{t(`zones.import.${code}`, params)}</p>
      ))}
    </div>
  );
}

function Rows({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
}): ReactNode {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <details open={rows.length <= 8}>
      <summary>{title}</summary>
      <ul className={styles.differences}>
        {rows.map(({ what, number, why }) => (
          <li key={JSON.stringify([number, why])}>
            {t('zone-map.report.row', {
              what: what || t('zone-map.report.nameless', { number }),
              why: t(`zones.import.${why.code}`, why.params),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
