import { Button, Popover, Select } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import 'dayjs/locale/ru';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import type { Day } from '../../../main/domain/local-time.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './sync.module.css';

type Range = [Day | null, Day | null];

function RereadForm(props: {
  readonly connections: readonly ConnectionSync[];
  readonly onDone: () => void;
}): ReactNode {
  const { connections, onDone } = props;
  const { t, i18n } = useTranslation();
  const client = useClient();
  const format = useFormat();
  const notifyFailure = useNotifyFailure();
  const [id, setId] = useState(connections[0]?.connectionId ?? 0);
  const [[from, last], setRange] = useState<Range>([null, null]);
  const to = last ?? from;
  const reread = (): void => {
    if (from === null || to === null) return;
    onDone();
    const begun = (): void =>
      notify({ tone: 'info', title: t('sync.reread.begun'), message: t('sync.reread.begun.text') });
    client.sync.reread({ connectionId: id, from, to }).then(begun, notifyFailure);
  };
  return (
    <div className={styles.reread}>
      <p className={styles.note}>{t('sync.reread.text')}</p>
      {connections.length > 1 && (
        <Select
          label={t('sync.connection')}
          data={connections.map((one) => ({ value: String(one.connectionId), label: one.name }))}
          value={String(id)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => setId(Number(value))}
        />
      )}
      <DatePicker
        type="range"
        allowSingleDateInRange
        locale={i18n.language}
        firstDayOfWeek={1}
        hideOutsideDates
        highlightToday
        classNames={{ day: styles.pick ?? '' }}
        ariaLabels={{
          previousMonth: t('sync.month.previous'),
          nextMonth: t('sync.month.next'),
          previousYear: t('sync.year.previous'),
          nextYear: t('sync.year.next'),
        }}
        size="xs"
        value={[from, last]}
        onChange={setRange}
      />
      <Button variant="filled" disabled={from === null} onClick={reread}>
        {from === null || to === null
          ? t('sync.reread.choose')
          : t('sync.reread.days', { from: format.day(from), to: format.day(to) })}
      </Button>
    </div>
  );
}

/** Asks the vendor again for chosen days, whatever is stored. */
export function RereadButton(props: {
  readonly connections: readonly ConnectionSync[];
}): ReactNode {
  const { connections } = props;
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withRoles>
      <Popover.Target>
        <Button disabled={connections.length === 0} onClick={() => setOpened(!opened)}>
          {t('sync.reread')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('sync.reread')}>
        <RereadForm connections={connections} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
