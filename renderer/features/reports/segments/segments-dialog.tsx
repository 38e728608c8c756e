import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconFileExport, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSegment } from '../../../../main/contract/reports.ts';
import { useClient, useDownload } from '../../../bridge/client-context.tsx';
import { useMay } from '../../../bridge/session-context.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import type { Period } from '../../../../main/domain/reports/report-period.ts';
import { useDaysText } from '../settings/use-days-text.ts';
import { SegmentForm } from './segment-form.tsx';
import styles from './segments.module.css';

/** The saved segments, read again when one was saved or removed. */
function useSegments(): readonly CustomerSegment[] {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [segments, setSegments] = useState<readonly CustomerSegment[]>([]);
  const read = useCallback(() => {
    client.reports.segments({}).then(setSegments, notifyFailure);
  }, [client, notifyFailure]);
  useEffect(() => {
    read();
    return client.reports.onChanged(read);
  }, [client, read]);
  return segments;
}

function useRemove(): (segment: CustomerSegment) => Promise<void> {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  return async ({ id, name, rule }) => {
    let segmentId = id;
    await client.reports.removeSegment({ segmentId });
    did({
      title: t('report-screens.segment.removed', { name }),
      undo: async () => {
        ({ id: segmentId } = await client.reports.saveSegment({ id: null, name, rule }));
      },
      redo: async () => void (await client.reports.removeSegment({ segmentId })),
    });
  };
}

function SegmentLine({ segment }: { readonly segment: CustomerSegment }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const daysText = useDaysText();
  const client = useClient();
  const download = useDownload();
  const notifyFailure = useNotifyFailure();
  const mayExport = useMay('export-orders');
  const remove = useRemove();
  const { id, name, customers, rule } = segment;
  const save = async (): Promise<void> => {
    const language = i18n.language === 'en' ? 'en' : 'ru';
    const file = await client.reports.exportSegment({ segmentId: id, language });
    download(file.handle, file.fileName);
  };
  return (
    <li className={styles.segment}>
      <span className={styles.words}>
        <strong>{name}</strong>
        <span>
          {daysText(rule.period)}
          {customers !== null &&
            ` · ${t('report-screens.segment.customers', {
              count: customers,
              customers: format.number(customers),
            })}`}
        </span>
      </span>
      <Button
        disabled={!mayExport}
        leftSection={<IconFileExport size={14} aria-hidden />}
        onClick={() => void save().catch(notifyFailure)}
      >
        {t('report-screens.segment.export')}
      </Button>
      <ActionIcon
        aria-label={t('report-screens.segment.remove', { name })}
        onClick={() => void remove(segment).catch(notifyFailure)}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}

function Segments(props: { readonly period: Period; readonly currency: string }): ReactNode {
  const { t } = useTranslation();
  const segments = useSegments();
  return (
    <>
      {segments.length === 0 ? (
        <p className={styles.none}>{t('report-screens.segment.none')}</p>
      ) : (
        <ul className={styles.list}>
          {segments.map((segment) => (
            <SegmentLine key={segment.id} segment={segment} />
          ))}
        </ul>
      )}
      <SegmentForm {...props} />
    </>
  );
}

/** Saved segments of customers: how many are in each, and their list for a mailing. */
export function SegmentsButton(props: {
  readonly period: Period;
  readonly currency: string;
}): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        leftSection={<IconUsersGroup size={14} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('report-screens.segments')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('report-screens.segments')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
        size="lg"
      >
        <Segments {...props} />
      </Modal>
    </>
  );
}
