import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PERIOD_PRESETS,
  type PeriodPreset,
} from '../../../../main/domain/reports/report-period.ts';
import { reportQuery } from '../../../../main/contract/report-query.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { notify } from '../../../shared/ui/notify.ts';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import type { AskedReport } from '../settings/report-settings.ts';
import styles from './schedules.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6, 7];
const EARLY = '6';

type FormProps = Readonly<{
  asked: AskedReport;
  name: string;
  preset: PeriodPreset;
  onClose: () => void;
}>;

/** What is being set up, and how it is saved. */
function useScheduleForm(props: FormProps) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const { asked, onClose } = props;
  const [name, setName] = useState(props.name);
  const [preset, setPreset] = useState<PeriodPreset>(props.preset);
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [weekday, setWeekday] = useState('0');
  const [hour, setHour] = useState(EARLY);
  const [folder, setFolder] = useState('');
  const save = useCallback(async () => {
    await client.reports.saveSchedule({
      name,
      query: reportQuery.parse(asked),
      preset,
      format,
      language: i18n.language === 'en' ? 'en' : 'ru',
      folder,
      hour: Number(hour),
      weekday: Number(weekday) || null,
    });
    notify({ tone: 'success', title: t('report-screens.schedule.saved'), message: folder });
  }, [client, name, asked, preset, format, i18n.language, folder, hour, weekday, t]);
  const saving = useSubmit(save, onClose);
  return {
    ...saving,
    complete: name.trim() !== '' && folder.trim() !== '',
    fields: { name, preset, format, weekday, hour, folder },
    set: { setName, setPreset, setFormat, setWeekday, setHour, setFolder },
  };
}

type FormState = ReturnType<typeof useScheduleForm>;

/** On which day, at what hour, as what. */
function WhenFields({ fields, set }: Pick<FormState, 'fields' | 'set'>): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.when}>
      <Select
        label={t('report-screens.schedule.weekday')}
        data={WEEKDAYS.map((one) => ({
          value: String(one),
          label: t(`report-screens.schedule.weekday.${one}`),
        }))}
        value={fields.weekday}
        allowDeselect={false}
        onChange={(value) => value && set.setWeekday(value)}
      />
      <Select
        label={t('report-screens.schedule.hour')}
        data={HOURS}
        value={fields.hour}
        allowDeselect={false}
        onChange={(value) => value && set.setHour(value)}
      />
      <SegmentedControl
        aria-label={t('report-screens.schedule.format')}
        data={[
          { value: 'xlsx', label: 'XLSX' },
          { value: 'csv', label: 'CSV' },
        ]}
        value={fields.format}
        onChange={set.setFormat}
      />
    </div>
  );
}

function ScheduleForm(props: FormProps): ReactNode {
  const { t } = useTranslation();
  const { busy, failure, submit, complete, fields, set } = useScheduleForm(props);
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('report-screens.schedule.name')}
        value={fields.name}
        maxLength={80}
        onChange={({ currentTarget: { value } }) => set.setName(value)}
      />
      <Select
        label={t('report-screens.period')}
        data={PERIOD_PRESETS.map((one) => ({
          value: one,
          label: t(`report-screens.period.${one}`),
        }))}
        value={fields.preset}
        allowDeselect={false}
        onChange={(value) => value && set.setPreset(value)}
      />
      <WhenFields fields={fields} set={set} />
      <TextInput
        label={t('report-screens.schedule.folder')}
        description={t('report-screens.schedule.folder.note')}
        placeholder={t('report-screens.schedule.folder.example')}
        value={fields.folder}
        maxLength={500}
        spellCheck={false}
        onChange={({ currentTarget: { value } }) => set.setFolder(value)}
      />
      {failure && <FailureNotice failure={failure} />}
      <div className={styles.buttons}>
        <Button onClick={props.onClose}>{t('report-screens.spend.cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy} disabled={!complete}>
          {t('report-screens.schedule.save')}
        </Button>
      </div>
    </form>
  );
}

/** Sets up a report that is written into a folder by itself. */
export function ScheduleDialog(props: {
  readonly asked: AskedReport | null;
  readonly name: string;
  readonly preset: PeriodPreset;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { asked, ...rest } = props;
  return (
    <Modal
      opened={asked !== null}
      onClose={props.onClose}
      title={t('report-screens.schedule')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {asked && <ScheduleForm asked={asked} {...rest} />}
    </Modal>
  );
}
