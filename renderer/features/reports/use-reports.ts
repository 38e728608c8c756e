import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../main/domain/local-time.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useAbout } from '../../bridge/session-context.tsx';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import { navigate, usePlace } from '../../shared/navigation/navigation.ts';
import { REPORT_TABS, tabOf } from './report-tabs.ts';
import { createReportsSlice, type ReportsSlice } from './reports-slice.ts';

/** The slice of this window; the address says which report it shows. */
export function useReportsSlice(): ReportsSlice {
  const client = useClient();
  const { zone } = useAbout();
  const { screen, params } = usePlace();
  const [slice] = useState(() => createReportsSlice(client, () => dayOf(Date.now(), zone)));
  const asked = screen === 'reports' ? tabOf(params['report']) : null;
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  useEffect(() => {
    if (asked !== null) slice.show(asked);
  }, [asked, slice]);
  return slice;
}

/** Offers the reports to the palette. */
export function useReportCommands(): void {
  const { t } = useTranslation();
  const commands = useMemo<readonly Command[]>(
    () =>
      REPORT_TABS.map((tab) => ({
        id: `reports.${tab}`,
        title: t('report-screens.command', { report: t(`report-screens.tab.${tab}`) }),
        group: t('app.screen.reports'),
        run: () => navigate('reports', { report: tab }),
      })),
    [t],
  );
  useCommands(commands);
}
