import { useComputedColorScheme } from '@mantine/core';
import {
  useEffect,
  useEffectEvent,
  useRef,
  type ReactNode,
  type Ref,
  useImperativeHandle,
} from 'react';
import { useTranslation } from 'react-i18next';
import { createZoneMap } from './create-zone-map.ts';
import type { MapBase } from './map-base.ts';
import styles from './zone-map.module.css';
import type { MapHands, Shown, ZoneMapView } from './zone-map-hands.ts';

const CONTROLS = [
  'NavigationControl.ZoomIn',
  'NavigationControl.ZoomOut',
  'ScaleControl.Meters',
  'ScaleControl.Kilometers',
  'Map.Title',
];

/** The map itself; the screen speaks to it by `view`. */
export function ZoneMap(props: {
  readonly shown: Shown;
  readonly base: MapBase;
  readonly hands: MapHands;
  readonly view: Ref<ZoneMapView>;
}): ReactNode {
  const { shown, base, hands, view } = props;
  const { t, i18n } = useTranslation();
  const dark = useComputedColorScheme('light') === 'dark';
  const element = useRef<HTMLDivElement>(null);
  const map = useRef<ZoneMapView | null>(null);
  const make = useEffectEvent((): ZoneMapView => {
    const labels = Object.fromEntries(
      CONTROLS.map((name) => [name, t(`zone-map.control.${name}`)]),
    );
    const made = createZoneMap(element.current!, base, dark, i18n.language, labels, {
      onChoose: (id, more) => heard().onChoose(id, more),
      onVertex: (vertex) => heard().onVertex(vertex),
      onReshaped: (zone, how) => heard().onReshaped(zone, how),
      onTry: (zone) => heard().onTry(zone),
      onFindings: (findings) => heard().onFindings(findings),
      onSketched: (tool, points) => heard().onSketched(tool, points),
      onMeasured: (points) => heard().onMeasured(points),
      onGiveUp: () => heard().onGiveUp(),
      onReach: (reached) => heard().onReach(reached),
    });
    made.show(shown);
    made.fit(shown.map.zones, shown.map.places);
    return made;
  });
  const heardHands = useRef(hands);
  const heard = (): MapHands => heardHands.current;
  useEffect(() => {
    heardHands.current = hands;
  });
  useEffect(() => {
    const made = make();
    map.current = made;
    return () => {
      map.current = null;
      made.remove();
    };
  }, []);
  const dressed = useRef({ base, dark });
  useEffect(() => {
    if (dressed.current.base === base && dressed.current.dark === dark) return;
    dressed.current = { base, dark };
    map.current?.dress(base, dark);
  }, [base, dark]);
  useEffect(() => map.current?.show(shown), [shown]);
  useImperativeHandle(view, () => ({
    show: (next) => map.current?.show(next),
    fit: (zones, places) => map.current?.fit(zones, places),
    fly: (at) => map.current?.fly(at),
    dress: (next, isDark) => map.current?.dress(next, isDark),
    point: (at) => map.current?.point(at),
    remove: () => map.current?.remove(),
  }));
  return <div ref={element} className={styles.map} />;
}
