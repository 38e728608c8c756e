import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduledExport } from '../../../../main/contract/reports.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useMay } from '../../../bridge/session-context.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { failureText } from '../../../shared/ui/failure-text.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import styles from './schedules.module.css';

/** The exports by timetable, read again when one changed; none for whoever may not export. */
function useSchedules(): readonly ScheduledExport[] {
  const client = useClient();
  const mayExport = useMay('export-orders');
  const notifyFailure = useNotifyFailure();
  const [schedules, setSchedules] = useState<readonly ScheduledExport[]>([]);
  useEffect(() => {
    if (!mayExport) return undefined;
    const read = (): void => void client.reports.schedules({}).then(setSchedules, notifyFailure);
    read();
    return client.reports.onChanged(read);
  }, [client, mayExport, notifyFailure]);
  return schedules;
}

function useRemove(): (schedule: ScheduledExport) => Promise<void> {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  return useCallback(
    async ({ id: firstId, author: _, createdAt: _at, last: _last, ...said }) => {
      let id = firstId;
      await client.reports.removeSchedule({ id });
      did({
        title: t('report-screens.schedule.removed', { name: said.name }),
        undo: async () => {
          ({ id } = await client.reports.saveSchedule(structuredClone(said)));
        },
        redo: async () => void (await client.reports.removeSchedule({ id })),
      });
    },
    [t, client, did],
  );
}

function LastRun({ last }: Pick<ScheduledExport, 'last'>): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  if (last === null) return <p>{t('report-screens.schedule.never')}</p>;
  const at = format.moment(last.at);
  if (last.failure === null)
    return <p>{t('report-screens.schedule.last', { at, file: last.fileName })}</p>;
  const { title, why } = failureText(i18n, last.failure);
  return <p className={styles.failed}>{[at, title, why].filter(Boolean).join(' · ')}</p>;
}

function ScheduleLine(props: {
  readonly schedule: ScheduledExport;
  readonly onRun: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { schedule } = props;
  const time = `${String(schedule.hour).padStart(2, '0')}:00`;
  const facts = [
    t(`report-screens.period.${schedule.preset}`),
    `${t(`report-screens.schedule.weekday.${schedule.weekday ?? 0}`)}, ${time}`,
    schedule.format.toUpperCase(),
    schedule.folder,
  ];
  return (
    <li className={styles.schedule}>
      <div className={styles.words}>
        <h3>{schedule.name}</h3>
        <p>{facts.join(' · ')}</p>
        <LastRun last={schedule.last} />
      </div>
      <Button onClick={props.onRun}>{t('report-screens.schedule.run')}</Button>
      <ActionIcon
        aria-label={t('report-screens.schedule.remove', { name: schedule.name })}
        onClick={props.onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** Reports that are written into folders by themselves, with how the last time ended. */
export function ScheduleList(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const schedules = useSchedules();
  const remove = useRemove();
  if (schedules.length === 0) return null;
  const attempt = (work: Promise<unknown>): void => void work.catch(notifyFailure);
  return (
    <section className={styles.section} aria-label={t('report-screens.schedule.title')}>
      <h2>{t('report-screens.schedule.title')}</h2>
      <ul>
        {schedules.map((schedule) => (
          <ScheduleLine
            key={schedule.id}
            schedule={schedule}
            onRun={() => attempt(client.reports.runSchedule({ id: schedule.id }))}
            onRemove={() => attempt(remove(schedule))}
          />
        ))}
      </ul>
    </section>
  );
}
