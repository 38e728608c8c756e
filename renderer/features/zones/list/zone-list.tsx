import { ActionIcon } from '@mantine/core';
import {
  IconAlertTriangle,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLockOpen,
} from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import { areaOfZone } from '../../../../main/domain/zones/zone-area.ts';
import type { ZoneFinding } from '../../../../main/domain/zones/zone-finding.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { colourOf } from '../zone-colour.ts';
import styles from './zone-list.module.css';

const M2_PER_KM2 = 1_000_000;
/** Below this two digits of a square kilometre tell nothing. */
const LEAST_IN_KM2 = 50_000;

type Props = Readonly<{
  zones: readonly DrawnZone[];
  findings: readonly ZoneFinding[];
  chosen: readonly string[];
  mayEdit: boolean;
  onChoose: (id: string, more: boolean) => void;
  onShow: (zone: DrawnZone) => void;
  onChange: (zone: DrawnZone) => void;
  onMove: (id: string, by: -1 | 1) => void;
  onRemove: (ids: readonly string[]) => void;
}>;

/** All zones; arrows walk, Shift or Ctrl adds, Alt with arrows reorders, Delete removes. */
export function ZoneList(props: Props): ReactNode {
  const { zones, findings, chosen, mayEdit, onChoose, onShow, onMove, onRemove } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const current = chosen.at(-1) ?? zones[0]?.id;
  useKeptFocus(list, zones.length);
  const walk = (by: -1 | 1, more: boolean): void => {
    const place = zones.findIndex(({ id }) => id === current);
    const next = zones[place + by];
    if (!next) return;
    onChoose(next.id, more);
    list.current?.querySelectorAll<HTMLElement>('[data-row]')[place + by]?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (!(event.target as HTMLElement).hasAttribute('data-row')) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (by !== null && event.altKey && mayEdit && current) onMove(current, by);
    else if (by !== null) walk(by, event.shiftKey);
    else if (event.key === 'Delete' && mayEdit && chosen.length > 0) onRemove(chosen);
    else if (event.key === 'Enter') zones.filter(({ id }) => id === current).forEach(onShow);
    else if (event.key === ' ' && current) onChoose(current, event.ctrlKey);
    else return;
    event.preventDefault();
  };
  return (
    <ul
      ref={list}
      data-part="zones"
      className={styles.zoneList}
      aria-label={t('zone-map.list')}
      onKeyDown={press}
    >
      {zones.map((zone, place) => (
        <ZoneRow
          key={zone.id}
          {...props}
          zone={zone}
          colour={colourOf(zone, place)}
          faults={findings.filter((found) => found.zones.some(({ id }) => id === zone.id)).length}
          tabbed={zone.id === current}
        />
      ))}
    </ul>
  );
}

/** Rows that went away with the focus in them leave it to the zone at hand. */
function useKeptFocus(list: RefObject<HTMLUListElement | null>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const fewer = count < before.current;
    before.current = count;
    if (fewer && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  }, [list, count]);
}

function ZoneRow(
  props: Props & Readonly<{ zone: DrawnZone; colour: string; faults: number; tabbed: boolean }>,
): ReactNode {
  const { zone, colour, faults, tabbed, chosen, mayEdit, onChoose, onShow, onChange } = props;
  const { t } = useTranslation();
  const name = zone.name.trim() || t('zone-map.unnamed');
  return (
    <li className={styles.row} data-chosen={chosen.includes(zone.id) || undefined}>
      <button
        type="button"
        data-row
        className={styles.rowButton}
        aria-pressed={chosen.includes(zone.id)}
        tabIndex={tabbed ? 0 : -1}
        onClick={(event) => onChoose(zone.id, event.shiftKey || event.ctrlKey)}
        onDoubleClick={() => onShow(zone)}
      >
        <span className={styles.dot} style={{ background: colour }} aria-hidden />
        <span className={styles.rowName} title={name}>
          {name}
        </span>
        {faults > 0 && (
          <span className={styles.faults} title={t('zone-map.row.faults', { count: faults })}>
            <IconAlertTriangle size={13} aria-label={t('zone-map.row.faults', { count: faults })} />
            <span aria-hidden>{faults}</span>
          </span>
        )}
        <Area zone={zone} />
      </button>
      {mayEdit && (
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            tabIndex={tabbed ? 0 : -1}
            aria-label={t(zone.locked ? 'zone-map.unlock' : 'zone-map.lock', { name })}
            onClick={() => onChange({ ...zone, locked: !zone.locked })}
          >
            {zone.locked ? <IconLock size={15} /> : <IconLockOpen size={15} stroke={1.2} />}
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            tabIndex={tabbed ? 0 : -1}
            aria-label={t(zone.hidden ? 'zone-map.unhide' : 'zone-map.hide', { name })}
            onClick={() => onChange({ ...zone, hidden: !zone.hidden })}
          >
            {zone.hidden ? <IconEyeOff size={15} /> : <IconEye size={15} stroke={1.2} />}
          </ActionIcon>
        </>
      )}
    </li>
  );
}

function Area({ zone }: { readonly zone: DrawnZone }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const areaM2 = areaOfZone(zone);
  const digits = areaM2 < M2_PER_KM2 ? 2 : 1;
  return (
    <span className={styles.rowArea}>
      {areaM2 < LEAST_IN_KM2
        ? t('zone-map.row.area-small', { area: format.number(Math.round(areaM2)) })
        : t('zone-map.row.area', { area: format.number(areaM2 / M2_PER_KM2, digits) })}
    </span>
  );
}
