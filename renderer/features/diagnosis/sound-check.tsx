import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './readiness.module.css';

type Devices = Readonly<{ inputs: number; outputs: number }> | null;

/** Counted without asking for the microphone: names stay hidden, presence does not. */
async function countDevices(): Promise<Devices> {
  const media: MediaDevices | undefined = navigator.mediaDevices;
  if (!media) return null;
  const found = await media.enumerateDevices();
  const count = (kind: MediaDeviceKind): number =>
    found.filter((device) => device.kind === kind).length;
  return { inputs: count('audioinput'), outputs: count('audiooutput') };
}

/** Whether Windows has a microphone and headphones at all. */
export function SoundCheck(): ReactNode {
  const { t } = useTranslation();
  const [devices, setDevices] = useState<Devices | 'looking'>('looking');
  useEffect(() => {
    countDevices().then(setDevices, () => setDevices(null));
  }, []);
  if (devices === 'looking') return null;
  const missing = devices && (devices.inputs === 0 ? 'no-input' : 'no-output');
  const complete = devices !== null && devices.inputs > 0 && devices.outputs > 0;
  return (
    <p className={styles.sound}>
      <strong>{t('checklist.sound.title')}: </strong>
      {devices === null && t('checklist.sound.unknown')}
      {devices && complete && t('checklist.sound.found', devices)}
      {devices && !complete && (
        <span className={styles['too-old']}>{t(`checklist.sound.${missing ?? 'unknown'}`)}</span>
      )}
    </p>
  );
}
