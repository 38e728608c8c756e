import { useTranslation } from 'react-i18next';
import { useClient, useDownload } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';

/** Saves the draft as a file of that format; why it can not be is told. */
export function useSaveFile(): (format: 'kml' | 'kmz' | 'geojson') => void {
  const { t } = useTranslation();
  const client = useClient();
  const download = useDownload();
  const notifyFailure = useNotifyFailure();
  return (format) => {
    const asked = { format, version: null, title: t('zone-map.file.draft') };
    client.zones
      .exportFile(asked)
      .then(({ handle, fileName }) => download(handle, fileName), notifyFailure);
  };
}
