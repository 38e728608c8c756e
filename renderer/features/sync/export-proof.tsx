import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../main/domain/local-time.ts';
import { useClient, useDownload } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';

/** The statements of the days shown as a file, or on paper. */
export function ExportProof({ from, to }: { readonly from: Day; readonly to: Day }): ReactNode {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const download = useDownload();
  const notifyFailure = useNotifyFailure();
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'ru';
    const { handle, fileName } = await client.sync.exportStatement({ from, to, format, language });
    download(handle, fileName);
  };
  return (
    <Menu withinPortal={false} position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={16} aria-hidden />}>
          {t('sync.proof.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'json'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => void save(format).catch(notifyFailure)}>
            {t(`sync.proof.export.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => globalThis.print()}>{t('sync.proof.print')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
