import { Button, Popover, Slider, Switch, TextInput } from '@mantine/core';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderAlarm } from '../../../../main/contract/orders.ts';
import type { PersonalSettings } from '../../../../main/contract/settings.ts';
import { useChangePersonal, usePersonal } from '../../../bridge/session-context.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { useClock } from '../clock.ts';
import { isQuiet } from './alarm-rules.ts';
import styles from './alarm-state.module.css';
import { readyAudio, useAudioState } from './audio.ts';
import { askForNotices, noticePermission } from './desktop-notice.ts';
import { playTone } from './play-tone.ts';

type Alarms = PersonalSettings['alarms'];
type Change = (change: Partial<Alarms>) => void;

const KINDS: readonly OrderAlarm['kind'][] = ['new', 'time-to-cook', 'late'];
const HOUR = 60;

const pad = (value: number): string => String(value).padStart(2, '0');
const clockOf = (minute: number): string =>
  `${pad(Math.floor(minute / HOUR))}:${pad(minute % HOUR)}`;

function minuteOf(text: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match ? Number(match[1]) * HOUR + Number(match[2]) : null;
}

function useSoundText(alarms: Alarms): Readonly<{ on: boolean; key: string }> {
  const audio = useAudioState();
  const quiet = useClock((now) =>
    isQuiet(alarms, new Date(now).getHours() * HOUR + new Date(now).getMinutes()),
  );
  if (!KINDS.some((kind) => alarms[kind].sound) || alarms.volume === 0)
    return { on: false, key: 'off' };
  if (audio !== 'ready') return { on: false, key: audio };
  return quiet ? { on: false, key: 'quiet' } : { on: true, key: 'on' };
}

function Kind(props: {
  readonly kind: OrderAlarm['kind'];
  readonly alarms: Alarms;
  readonly onChange: Change;
}): ReactNode {
  const { t } = useTranslation();
  const { kind, alarms, onChange } = props;
  const { sound, notice } = alarms[kind];
  const withNotice = (wanted: boolean): void => {
    if (wanted) void askForNotices();
    onChange({ [kind]: { sound, notice: wanted } });
  };
  const withSound = (wanted: boolean): void => {
    const audio = readyAudio();
    if (wanted && audio) playTone(audio, kind, alarms.volume);
    onChange({ [kind]: { sound: wanted, notice } });
  };
  return (
    <div className={styles.kind}>
      <span>{t(`orders.alarm.kind.${kind}`)}</span>
      <Switch
        label={t('orders.alarm.sound')}
        checked={sound}
        onChange={(event) => withSound(event.currentTarget.checked)}
      />
      <Switch
        label={t('orders.alarm.notice')}
        checked={notice}
        onChange={(event) => withNotice(event.currentTarget.checked)}
      />
    </div>
  );
}

function Hours(props: { readonly alarms: Alarms; readonly onChange: Change }): ReactNode {
  const { t } = useTranslation();
  const { alarms, onChange } = props;
  // Hours that end when they begin are none.
  const none = alarms.quietFrom === alarms.quietTo;
  const [from, setFrom] = useState(none ? '' : clockOf(alarms.quietFrom));
  const [to, setTo] = useState(none ? '' : clockOf(alarms.quietTo));
  const isNone = from.trim() === '' && to.trim() === '';
  const keep = (): void => {
    const quietFrom = isNone ? 0 : minuteOf(from);
    const quietTo = isNone ? 0 : minuteOf(to);
    if (quietFrom !== null && quietTo !== null) onChange({ quietFrom, quietTo });
  };
  const wrong = t('orders.alarm.wrong-time');
  return (
    <div className={styles.hours}>
      <TextInput
        label={t('orders.alarm.quiet-from')}
        value={from}
        placeholder={t('orders.alarm.quiet-none')}
        error={!isNone && minuteOf(from) === null && wrong}
        onChange={(event) => setFrom(event.currentTarget.value)}
        onBlur={keep}
      />
      <TextInput
        label={t('orders.alarm.quiet-to')}
        value={to}
        placeholder={t('orders.alarm.quiet-none')}
        error={!isNone && minuteOf(to) === null && wrong}
        onChange={(event) => setTo(event.currentTarget.value)}
        onBlur={keep}
      />
    </div>
  );
}

/** Says whether alarms can be heard, and sets them: per kind, volume, quiet hours. */
export function AlarmState(): ReactNode {
  const { t } = useTranslation();
  const { alarms } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const { on, key } = useSoundText(alarms);
  const change: Change = (part) =>
    void changePersonal({ alarms: { ...alarms, ...part } }).catch(notifyFailure);
  const Mark = on ? IconVolume : IconVolumeOff;
  return (
    <Popover position="bottom-start" width={400} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color={on ? 'accent' : 'gray'}
          leftSection={<Mark size={14} aria-hidden />}
        >
          {t(`orders.sound.${key}`)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        {KINDS.map((kind) => (
          <Kind key={kind} kind={kind} alarms={alarms} onChange={change} />
        ))}
        <p className={styles.label} id="alarm-volume">
          {t('orders.alarm.volume')}
        </p>
        <Slider
          defaultValue={alarms.volume}
          onChangeEnd={(volume) => change({ volume })}
          thumbProps={{ 'aria-labelledby': 'alarm-volume' }}
        />
        <Hours alarms={alarms} onChange={change} />
        {noticePermission() === 'denied' && (
          <p className={styles.denied}>{t('orders.alarm.denied')}</p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
