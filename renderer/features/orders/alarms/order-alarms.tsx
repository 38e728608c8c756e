import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderAlarm } from '../../../../main/contract/orders.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { usePersonal } from '../../../bridge/session-context.tsx';
import { navigate } from '../../../shared/navigation/navigation.ts';
import { alarmKey, alarmsOfPinned, isQuiet, unheard } from './alarm-rules.ts';
import { readyAudio, unlockOnFirstTouch } from './audio.ts';
import { showNotice } from './desktop-notice.ts';
import { playTone } from './play-tone.ts';

/** The clock makes alarms too: how often it is looked at. A hidden window is woken once a minute. */
const LOOK_MS = 15_000;
const URGENCY: readonly OrderAlarm['kind'][] = ['late', 'time-to-cook', 'new'];

const minuteOfDay = (): number => new Date().getHours() * 60 + new Date().getMinutes();

function useRing(): (alarms: readonly OrderAlarm[]) => void {
  const { t } = useTranslation();
  const { alarms: wanted } = usePersonal();
  return useCallback(
    (alarms: readonly OrderAlarm[]) => {
      if (alarms.length === 0 || isQuiet(wanted, minuteOfDay())) return;
      const audio = readyAudio();
      const loud = URGENCY.find(
        (kind) => wanted[kind].sound && alarms.some((one) => one.kind === kind),
      );
      if (audio && loud) playTone(audio, loud, wanted.volume);
      for (const kind of URGENCY) {
        const [first, ...rest] = alarms.filter((one) => one.kind === kind);
        if (!first || !wanted[kind].notice) continue;
        const more = rest.length > 0 ? ` ${t('orders.alarm.more', { count: rest.length })}` : '';
        showNotice({
          tag: `orders-${kind}`,
          title: t(`orders.alarm.${kind}`, { number: first.number }) + more,
          body: first.venue,
          onClick: () => navigate('orders', { order: String(first.orderId) }),
        });
      }
    },
    [wanted, t],
  );
}

/** Sounds and notices for new, cook-now and late orders, on whichever screen the window stands. */
export function OrderAlarms(): null {
  const client = useClient();
  const newest = useRing();
  const ring = useRef(newest);
  useEffect(() => {
    ring.current = newest;
  }, [newest]);
  useEffect(unlockOnFirstTouch, []);
  useEffect(() => {
    const heard = new Set<string>();
    const hear = (alarms: readonly OrderAlarm[], aloud: boolean): void => {
      const news = unheard(alarms, heard);
      for (const alarm of news) heard.add(alarmKey(alarm));
      if (aloud) ring.current(news);
    };
    let begun = false;
    const look = async (): Promise<void> => {
      const rows = await client.orders.pinned({}).catch(() => null);
      if (!rows) return;
      // What was wrong before the window opened is on the screen already.
      hear(alarmsOfPinned(rows), begun);
      begun = true;
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    const stop = client.orders.onChanged(({ alarms }) => hear(alarms, true));
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [client]);
  return null;
}
