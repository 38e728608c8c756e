import { Button } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnZone } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import { isSameVertex, verticesOf } from '../../../main/domain/zones/drawing/ring-edits.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { loadedPart } from '../../shared/ui/loaded-part.tsx';
import mapStyles from './map/zone-map.module.css';
import { NoMap } from './map/no-map.tsx';
import type { ZoneMapView } from './map/zone-map-hands.ts';
import type { MapLayers } from './tools/tool-bar.tsx';
import { DropPlace } from './drop-place.tsx';
import { BaseNote, type Lack } from './base-note.tsx';
import { streetsOf } from './map/map-base.ts';
import { useKnownStreets } from './use-known-streets.ts';
import type { ChosenBase } from './use-map-base.ts';
import { usePastOrders } from './use-past-orders.ts';
import type { MapWork } from './use-map-work.ts';
import type { Editor } from './zones-slice.ts';
import styles from './zones.module.css';

const ZoneMap = loadedPart(async () => (await import('./map/zone-map.tsx')).ZoneMap);

/** The map, what to do with the tool at hand, and a place to drop a file on. */
export function MapStage(props: {
  readonly editor: Editor;
  readonly before: readonly DrawnZone[];
  readonly base: ChosenBase;
  /** Whether a map can be drawn here at all. */
  readonly drawable: boolean;
  readonly layers: MapLayers;
  /** Whether an empty map tells how to begin; beside a panel about something else it would only cover it. */
  readonly teaching: boolean;
  readonly work: MapWork;
  readonly view: Ref<ZoneMapView>;
  readonly onFile: (file: File) => void;
  readonly onBring: () => void;
  readonly onDraw: () => void;
}): ReactNode {
  const { editor, before, base, drawable, layers, teaching, work, view, onFile } = props;
  const orders = usePastOrders(layers.orders !== 'none');
  const [reached, setReached] = useState(true);
  const lack = lackOf(base, reached);
  const streets = useKnownStreets(drawable && lack !== null);
  const hands = useMemo(() => ({ ...work.hands, onReach: setReached }), [work.hands]);
  const shown = useMemo(
    () => ({
      ...editor,
      before,
      orders: orders?.packed ?? null,
      streets,
      heat: layers.orders === 'heat',
      labels: layers.labels,
    }),
    [editor, before, orders, streets, layers],
  );
  return (
    <DropPlace onFile={editor.map.mayEdit ? onFile : null}>
      <div
        className={mapStyles.frame}
        data-map
        data-sketching={editor.tool !== 'select' || undefined}
      >
        {drawable ? (
          <ZoneMap shown={shown} base={base.base} hands={hands} view={view} />
        ) : (
          <NoMap />
        )}
      </div>
      {drawable && lack && <BaseNote lack={lack} streets={streets} />}
      <Hint editor={editor} work={work} orders={orders} />
      {drawable && teaching && editor.map.zones.length === 0 && editor.tool === 'select' && (
        <NoZones mayEdit={editor.map.mayEdit} onBring={props.onBring} onDraw={props.onDraw} />
      )}
    </DropPlace>
  );
}

function lackOf({ base, broken }: ChosenBase, reached: boolean): Lack | null {
  if (broken) return { type: 'broken', failure: broken };
  if (streetsOf(base) === null) return { type: 'not-chosen' };
  return reached ? null : { type: 'unreachable' };
}

function NoZones(props: {
  readonly mayEdit: boolean;
  readonly onBring: () => void;
  readonly onDraw: () => void;
}): ReactNode {
  const { mayEdit, onBring, onDraw } = props;
  const { t } = useTranslation();
  const actions = (
    <div className={styles.buttons}>
      <Button variant="filled" onClick={onBring}>
        {t('zone-map.bring')}
      </Button>
      <Button onClick={onDraw}>{t('zone-map.tool.draw')}</Button>
    </div>
  );
  return (
    <div className={styles.empty}>
      <EmptyState
        icon={IconMap2}
        title={t('zone-map.empty')}
        text={t('zone-map.empty.text')}
        action={mayEdit && actions}
      />
    </div>
  );
}

function Hint(props: {
  readonly editor: Editor;
  readonly work: MapWork;
  readonly orders: ReturnType<typeof usePastOrders>;
}): ReactNode {
  const { editor, work, orders } = props;
  const { t } = useTranslation();
  const format = useFormat();
  if (editor.tool === 'measure' && work.measured !== null) {
    const metres = work.measured;
    const text =
      metres < 1000
        ? t('zone-map.metres', { value: format.number(Math.round(metres)) })
        : t('zone-map.kilometres', { value: format.number(metres / 1000, 2) });
    return <Told text={text} />;
  }
  if (editor.tool !== 'select') return <Told text={t(`zone-map.hint.${editor.tool}`)} />;
  if (work.live) return <Told text={t('zone-map.findings.count', { count: work.live.length })} />;
  const held = heldOf(editor);
  if (held) return <Told text={t('zone-map.held', held)} />;
  if (orders) {
    const { count, without } = orders;
    const figures = { figure: format.number(count), without: format.number(without) };
    return <Told text={t('zone-map.orders.count', { count, ...figures })} />;
  }
  return null;
}

/** Which corner of how many is held. */
function heldOf({ map, chosen, vertex }: Editor): { number: number; count: number } | null {
  const zone = map.zones.find(({ id }) => id === chosen.at(-1));
  if (!zone || !vertex) return null;
  const all = verticesOf(zone);
  const place = all.findIndex((one) => isSameVertex(one, vertex));
  return place < 0 ? null : { number: place + 1, count: all.length };
}

const Told = ({ text }: { readonly text: string }): ReactNode => (
  <div className={mapStyles.hint} role="status">
    {text}
  </div>
);
