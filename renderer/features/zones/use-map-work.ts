import type { TFunction } from 'i18next';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position } from '../../../main/domain/zones/delivery-zone.ts';
import { metresBetween } from '../../../main/domain/zones/earth.ts';
import { drawn, type DrawnZone } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import { mergeZones } from '../../../main/domain/zones/drawing/merge-zones.ts';
import { shiftZone } from '../../../main/domain/zones/drawing/ring-edits.ts';
import { splitZone } from '../../../main/domain/zones/drawing/split-zone.ts';
import type { ZoneFinding } from '../../../main/domain/zones/zone-finding.ts';
import { notify } from '../../shared/ui/notify.ts';
import type { MapHands } from './map/zone-map-hands.ts';
import type { ZoneEdits } from './use-zone-edits.ts';
import { ZONE_COLOURS } from './zone-colour.ts';
import type { Editor, ZonesSlice } from './zones-slice.ts';

/** A copy lies beside its zone, by about two hundred metres. */
const ASIDE_DEGREES = 0.002;

/** What a person does on the map and in the list, as steps of the editor. */
export type MapWork = Readonly<{
  hands: Omit<MapHands, 'onReach'>;
  /** Findings of the zone under the mouse; null: nothing is carried. */
  live: readonly ZoneFinding[] | null;
  measured: number | null;
  choose(id: string | null, more: boolean): void;
  merge(): void;
  /** The zone at hand once more. */
  copy(): void;
  /** Locks, or hides, the chosen zones; all of them so already: the other way. */
  mark(what: 'locked' | 'hidden'): void;
  remove(ids: readonly string[]): void;
}>;

const editorOf = (slice: ZonesSlice): Editor | null => {
  const state = slice.getState();
  return state.type === 'shown' ? state.editor : null;
};

/** Turns what the map tells into edits. */
export function useMapWork(slice: ZonesSlice, edits: ZoneEdits): MapWork {
  const { t } = useTranslation();
  const [live, setLive] = useState<readonly ZoneFinding[] | null>(null);
  const [measured, setMeasured] = useState<number | null>(null);
  const choose = useCallback(
    (id: string | null, more: boolean): void => {
      const chosen = editorOf(slice)?.chosen ?? [];
      if (id === null) return more ? undefined : slice.choose([]);
      if (!more) return slice.choose([id]);
      const others = chosen.filter((one) => one !== id);
      slice.choose(chosen.includes(id) ? others : [...others, id]);
    },
    [slice],
  );
  const changes = useMemo(() => createChanges(t, slice, edits), [t, slice, edits]);
  const hands = useMemo<MapWork['hands']>(
    () => ({
      onChoose: choose,
      onVertex: (vertex) => slice.holdVertex(vertex),
      onReshaped: (zone, how) => edits.put(t(`zone-map.did.${how}`, { name: zone.name }), [zone]),
      onTry: (zone) => slice.tryOut(zone),
      onFindings: setLive,
      onSketched: (tool, points) =>
        tool === 'draw' ? changes.draw(points) : changes.split(points),
      onMeasured: (points) => setMeasured(points.length > 1 ? lengthOf(points) : null),
      onGiveUp: () => slice.use('select'),
    }),
    [t, slice, edits, choose, changes],
  );
  return { hands, live, measured, choose, ...changes };
}

const lengthOf = (points: readonly Position[]): number =>
  points.slice(1).reduce((sum, at, place) => sum + metresBetween(points[place]!, at), 0);

/** What an edit needs to know and to say. */
type Bench = Readonly<{
  t: TFunction;
  slice: ZonesSlice;
  edits: ZoneEdits;
  zones(): readonly DrawnZone[];
  chosen(): readonly DrawnZone[];
  nextColour(): string;
}>;

function createChanges(t: TFunction, slice: ZonesSlice, edits: ZoneEdits) {
  const zones = (): readonly DrawnZone[] => editorOf(slice)?.map.zones ?? [];
  const bench: Bench = {
    t,
    slice,
    edits,
    zones,
    chosen: () => {
      const ids = editorOf(slice)?.chosen ?? [];
      return ids.flatMap((id) => zones().find((zone) => zone.id === id) ?? []);
    },
    nextColour: () => ZONE_COLOURS[zones().length % ZONE_COLOURS.length]!,
  };
  return {
    draw: (outline: readonly Position[]) => draw(bench, outline),
    split: (line: readonly Position[]) => split(bench, line),
    merge: () => merge(bench),
    copy: () => copy(bench),
    mark: (what: 'locked' | 'hidden') => mark(bench, what),
    remove: (ids: readonly string[]) =>
      edits.put(t('zone-map.did.removed', { count: ids.length }), [], ids),
  };
}

function draw({ t, slice, edits, zones, nextColour }: Bench, outline: readonly Position[]): void {
  const name = t('zone-map.new-name', { number: zones().length + 1 });
  const id = crypto.randomUUID();
  const zone = drawn({ id, name, colour: nextColour(), parts: [{ outline, holes: [] }] });
  edits.put(t('zone-map.did.drawn', { name }), [zone]);
  slice.use('select');
  slice.choose([id]);
}

function split(bench: Bench, line: readonly Position[]): void {
  const { t, slice, edits, zones, chosen, nextColour } = bench;
  const wanted = chosen().length > 0 ? chosen() : zones();
  const halves = wanted.flatMap((zone) => {
    const name = t('zone-map.split-name', { name: zone.name });
    const other = { id: crypto.randomUUID(), name };
    const made = zone.locked ? null : splitZone(zone, line, other);
    return made ? [made[0], { ...made[1], colour: nextColour() }] : [];
  });
  slice.use('select');
  if (halves.length === 0) return notify({ tone: 'info', title: t('zone-map.split.nothing') });
  edits.put(t('zone-map.did.split', { count: halves.length / 2 }), halves);
}

function merge({ t, slice, edits, chosen }: Bench): void {
  const [first, ...others] = chosen();
  if (!first || others.length === 0) return;
  const gone = others.map(({ id }) => id);
  const merged = mergeZones([first, ...others]);
  edits.put(t('zone-map.did.merged', { name: first.name }), [merged], gone);
  slice.choose([first.id]);
}

function mark({ t, edits, chosen }: Bench, what: 'locked' | 'hidden'): void {
  const zones = chosen();
  if (zones.length === 0) return;
  const next = !zones.every((zone) => zone[what]);
  const title = t('zone-map.did.marked', { name: zones.map(({ name }) => name).join('», «') });
  edits.put(
    title,
    zones.map((zone) => ({ ...zone, [what]: next })),
  );
}

function copy({ t, slice, edits, chosen, nextColour }: Bench): void {
  const zone = chosen().at(-1);
  if (!zone) return;
  const name = t('zone-map.copy-name', { name: zone.name });
  const moved = shiftZone(zone, ASIDE_DEGREES, -ASIDE_DEGREES);
  const made = { ...drawn(moved), id: crypto.randomUUID(), name, colour: nextColour() };
  edits.put(t('zone-map.did.copied', { name: zone.name }), [made]);
  slice.choose([made.id]);
}
