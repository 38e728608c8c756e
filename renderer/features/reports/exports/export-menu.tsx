import { Button, Menu } from '@mantine/core';
import {
  IconCalendarClock,
  IconFileExport,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconPhoto,
  IconPrinter,
  IconVectorBezier,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from './use-exports.ts';

const ICONS = {
  xlsx: IconFileSpreadsheet,
  csv: IconFileTypeCsv,
  print: IconPrinter,
  png: IconPhoto,
  svg: IconVectorBezier,
};

/** Everything the report can be saved as. */
export function ExportMenu(props: {
  readonly offered: readonly ExportFormat[];
  readonly onSave: (format: ExportFormat) => void;
  /** Null: there is no table to write. */
  readonly onSchedule: (() => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button leftSection={<IconFileExport size={14} aria-hidden />}>
          {t('report-screens.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.offered.map((format) => {
          const Mark = ICONS[format];
          return (
            <Menu.Item
              key={format}
              leftSection={<Mark size={14} aria-hidden />}
              onClick={() => props.onSave(format)}
            >
              {t(`report-screens.export.${format}`)}
            </Menu.Item>
          );
        })}
        {props.onSchedule && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconCalendarClock size={14} aria-hidden />}
              onClick={props.onSchedule}
            >
              {t('report-screens.export.schedule')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
