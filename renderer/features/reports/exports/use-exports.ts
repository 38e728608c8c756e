import { useCallback, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useDownload } from '../../../bridge/client-context.tsx';
import { saveBlob } from '../../../bridge/save-file.ts';
import type { ChartHandle } from '../../../shared/charts/chart.tsx';
import { notify } from '../../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import type { AskedReport } from '../settings/report-settings.ts';

/** What a report can be saved as. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'print', 'png', 'svg'] as const;

/** A kind of file that a report can be taken as. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

async function picture(chart: ChartHandle, format: 'png' | 'svg'): Promise<Blob> {
  if (format === 'png') return chart.png();
  return new Blob([await chart.svg()], { type: 'image/svg+xml' });
}

/** Saves what is on the screen; `asked` null: there is no table, only the picture and the page. */
export function useExports(
  asked: AskedReport | null,
  title: string,
  chart: RefObject<ChartHandle | null>,
): Readonly<{ offered: readonly ExportFormat[]; save: (format: ExportFormat) => void }> {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const download = useDownload();
  const notifyFailure = useNotifyFailure();
  const offered = useMemo(
    () => EXPORT_FORMATS.filter((one) => asked !== null || (one !== 'xlsx' && one !== 'csv')),
    [asked],
  );
  const saveTable = useCallback(
    async (format: 'xlsx' | 'csv') => {
      if (!asked) return;
      const language = i18n.language === 'en' ? 'en' : 'ru';
      const file = await client.reports.exportFile({ query: asked, format, language });
      download(file.handle, file.fileName);
      const message = file.fileName;
      notify({ tone: 'success', title: t('report-screens.saved', { count: file.rows }), message });
    },
    [asked, client, download, t, i18n.language],
  );
  const save = useCallback(
    (format: ExportFormat): void => {
      if (format === 'print') return window.print();
      const work = async (): Promise<void> => {
        if (format === 'xlsx' || format === 'csv') return saveTable(format);
        if (!chart.current) return;
        saveBlob(await picture(chart.current, format), `${title}.${format}`);
      };
      work().catch(notifyFailure);
    },
    [saveTable, chart, title, notifyFailure],
  );
  return { offered, save };
}
