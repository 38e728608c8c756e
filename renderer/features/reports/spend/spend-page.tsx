import { FileButton, Button } from '@mantine/core';
import { IconCoins, IconFileUpload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportChoices } from '../../../../main/contract/reports.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useMay } from '../../../bridge/session-context.tsx';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
import { PeriodPick } from '../../../shared/filters/period-pick.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { ReadFailure } from '../read-failure.tsx';
import {
  periodOf,
  PERIOD_PRESETS,
  type PeriodChoice,
} from '../../../../main/domain/reports/report-period.ts';
import { useDaysText } from '../settings/use-days-text.ts';
import { ImportDialog, type Brought, type LookedThrough } from './import-dialog.tsx';
import { SpendForm } from './spend-form.tsx';
import { SpendTable } from './spend-table.tsx';
import styles from './spend.module.css';
import { useChannelNames, useSpend } from './use-spend.ts';

/** Looks a chosen file through without taking anything of it. */
function useLookThrough(onLooked: (file: LookedThrough) => void) {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  return (brings: Brought) => (file: File | null) => {
    const look = async (): Promise<void> => {
      if (!file) return;
      const text = await file.text();
      const ask = brings === 'spend' ? client.reports.importSpend : client.reports.importCosts;
      const result = await ask({ text, dryRun: true });
      onLooked({ brings, fileName: file.name, text, result });
    };
    look().catch(notifyFailure);
  };
}

function FileButtons({ onLooked }: { readonly onLooked: (file: LookedThrough) => void }) {
  const { t } = useTranslation();
  const lookThrough = useLookThrough(onLooked);
  return (['spend', 'costs'] as const).map((brings) => (
    <FileButton key={brings} accept=".csv,.txt,text/csv" onChange={lookThrough(brings)}>
      {(button) => (
        <Button {...button} leftSection={<IconFileUpload size={14} aria-hidden />}>
          {t(`report-screens.spend.file.${brings}`)}
        </Button>
      )}
    </FileButton>
  ));
}

/** What advertising cost by day and channel, and what dishes cost: by hand or from files. */
export function SpendPage(props: {
  readonly today: string;
  readonly choices: ReportChoices | null;
}): ReactNode {
  const { t } = useTranslation();
  const daysText = useDaysText();
  const mayEdit = useMay('edit-settings');
  const { today, choices } = props;
  const [choice, setChoice] = useState<PeriodChoice>({ type: 'this-month' });
  const period = periodOf(choice, today);
  const { state, read } = useSpend(period);
  const [file, setFile] = useState<LookedThrough | null>(null);
  const rows = state.type === 'shown' ? state.rows : [];
  const channels = useChannelNames(rows);
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <ReadFailure failure={state.failure} onRetry={read} />;
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <FilterChip label={t('report-screens.period')} value={daysText(period)} onClear={null} wide>
          {(close) => (
            <PeriodPick
              presets={PERIOD_PRESETS}
              nameOf={(type) => t(`report-screens.period.${type}`)}
              choice={choice}
              shown={period}
              onPick={(picked) => {
                setChoice(picked);
                close();
              }}
            />
          )}
        </FilterChip>
        <span className={styles.gap} />
        {mayEdit && <FileButtons onLooked={setFile} />}
      </div>
      {mayEdit && (
        <SpendForm
          today={today}
          channels={channels}
          currencies={choices?.currencies ?? ['RUB']}
          rows={rows}
        />
      )}
      {rows.length === 0 ? (
        <EmptyState
          icon={IconCoins}
          title={t('report-screens.spend.empty')}
          text={t('report-screens.spend.empty.text')}
        />
      ) : (
        <SpendTable rows={rows} />
      )}
      {file && <ImportDialog file={file} onClose={() => setFile(null)} />}
    </div>
  );
}
