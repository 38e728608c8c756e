import { Slider, Switch } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalSettings } from '../../../main/contract/settings.ts';
import { usePersonal } from '../../bridge/session-context.tsx';
import { ClockField } from '../../shared/ui/clock-field.tsx';
import { AlarmTable } from './alarm-table.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';
import { SettingsGroup } from './settings-group.tsx';
import { useSettingChange } from './use-setting-change.ts';

type Alarms = PersonalSettings['alarms'];

const NIGHT = { quietFrom: 23 * 60, quietTo: 8 * 60 };

function Volume(props: { readonly alarms: Alarms; readonly onSave: (volume: number) => void }) {
  const { t } = useTranslation();
  const [moving, setMoving] = useState<number | null>(null);
  const end = (volume: number): void => {
    setMoving(null);
    if (volume !== props.alarms.volume) props.onSave(volume);
  };
  return (
    <SettingRow title={t('settings.alarms.volume')}>
      <output className={styles.note}>{moving ?? props.alarms.volume} %</output>
      <Slider
        w={200}
        step={5}
        value={moving ?? props.alarms.volume}
        label={null}
        thumbLabel={t('settings.alarms.volume')}
        onChange={setMoving}
        onChangeEnd={end}
      />
    </SettingRow>
  );
}

function QuietHours(props: {
  readonly alarms: Alarms;
  readonly onSave: (patch: Partial<Alarms>) => void;
}) {
  const { t } = useTranslation();
  const { quietFrom, quietTo } = props.alarms;
  const on = quietFrom !== quietTo;
  return (
    <SettingRow title={t('settings.alarms.quiet')} note={t('settings.alarms.quiet.note')}>
      {on && (
        <>
          <ClockField
            label={t('settings.alarms.quiet.from')}
            minutes={quietFrom}
            latest={1439}
            onSave={(value) => props.onSave({ quietFrom: value })}
          />
          <span aria-hidden>–</span>
          <ClockField
            label={t('settings.alarms.quiet.to')}
            minutes={quietTo}
            latest={1439}
            onSave={(value) => props.onSave({ quietTo: value })}
          />
        </>
      )}
      <Switch
        aria-label={t('settings.alarms.quiet')}
        checked={on}
        onChange={() => props.onSave(on ? { quietFrom: 0, quietTo: 0 } : NIGHT)}
      />
    </SettingRow>
  );
}

/** What is heard and shown when an order is new, due for cooking or late. */
export function AlarmsSection(): ReactNode {
  const { t } = useTranslation();
  const { alarms } = usePersonal();
  const change = useSettingChange();
  const save = (patch: Partial<Alarms>): void =>
    change(t('settings.section.alarms'), { alarms: { ...alarms, ...patch } });
  return (
    <>
      <SettingsGroup title={t('settings.section.alarms')}>
        <AlarmTable alarms={alarms} onSave={save} />
      </SettingsGroup>
      <SettingsGroup title={t('settings.alarms.how')}>
        <Volume alarms={alarms} onSave={(volume) => save({ volume })} />
        <QuietHours alarms={alarms} onSave={save} />
      </SettingsGroup>
    </>
  );
}
