import {
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnZone } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import { SideCard } from '../../shared/ui/side-card.tsx';
import { useBring } from './bring/use-bring.ts';
import { Dialogs, type Dialog } from './dialogs.tsx';
import { DraftMenu } from './list/draft-menu.tsx';
import { useDrafts } from './list/use-drafts.ts';
import { ZoneList } from './list/zone-list.tsx';
import { canDrawMaps } from './map/can-draw-maps.ts';
import type { ZoneMapView } from './map/zone-map-hands.ts';
import { MapStage } from './map-stage.tsx';
import { FindingsList } from './panel/findings-list.tsx';
import { SidePanel } from './panel/side-panel.tsx';
import { ToolBar, type MapLayers } from './tools/tool-bar.tsx';
import { useMapWork, type MapWork } from './use-map-work.ts';
import type { ChosenBase } from './use-map-base.ts';
import { useSaveFile } from './use-save-file.ts';
import { focusMap, useZoneCommands } from './use-zone-commands.ts';
import { useZoneEdits, type ZoneEdits } from './use-zone-edits.ts';
import type { ZonePanel } from './zone-panel.ts';
import type { Editor, Tool, ZonesSlice } from './zones-slice.ts';
import styles from './zones.module.css';

/** Which panel is open: the zone at hand, the versions, or one of another feature. */
export type Side = string;

const NOTHING: readonly DrawnZone[] = [];
const START: MapLayers = { orders: 'none', labels: true };

/** List and findings on the left, the map, panels on the right. */
export function ZonesEditor(props: {
  readonly slice: ZonesSlice;
  readonly editor: Editor;
  readonly base: ChosenBase;
  readonly panels: readonly ZonePanel[];
  readonly side: Side | null;
  readonly onSide: (side: Side | null) => void;
  readonly dialog: Dialog | null;
  readonly onDialog: (dialog: Dialog | null) => void;
}): ReactNode {
  const { slice, editor, base, panels, side, onSide, dialog, onDialog } = props;
  const view = useRef<ZoneMapView>(null);
  const edits = useZoneEdits(slice);
  const work = useMapWork(slice, edits);
  const bring = useBring();
  const [before, setBefore] = useState(NOTHING);
  const [naming, setNaming] = useState(false);
  useFitDraft(editor, view);
  const rename = useCallback(() => {
    if (!hasChosen(slice)) return;
    onSide('zone');
    setNaming(true);
  }, [slice, onSide]);
  return (
    <div className={styles.body}>
      <Left {...{ slice, editor, edits, work, view }} />
      <Middle
        {...{ slice, editor, base, before, work, view, onDialog }}
        teaching={side === null || side === 'zone' || side === 'history'}
        onRename={rename}
        onFile={(file) => {
          bring.file(file);
          onDialog('bring');
        }}
      />
      {side !== null && (
        <Right
          {...{ slice, editor, edits, work, view, panels, side, onSide, naming }}
          onNaming={setNaming}
          onCompare={setBefore}
        />
      )}
      <Dialogs
        dialog={dialog}
        editor={editor}
        base={base.base.map}
        bring={bring}
        onTake={(title, taken) => {
          edits.replaceAll(title, taken);
          view.current?.fit(taken, editor.map.places);
        }}
        onClose={() => {
          bring.reset();
          onDialog(null);
        }}
      />
    </div>
  );
}

const hasChosen = (slice: ZonesSlice): boolean => {
  const state = slice.getState();
  return state.type === 'shown' && state.editor.chosen.length > 0;
};

/** Another draft may lie in another city. */
function useFitDraft({ map }: Editor, view: RefObject<ZoneMapView | null>): void {
  const fit = useEffectEvent(() => view.current?.fit(map.zones, map.places));
  const shown = useRef(map.draft);
  useEffect(() => {
    if (shown.current === map.draft) return;
    shown.current = map.draft;
    fit();
  }, [map.draft]);
}

type Parts = Readonly<{
  slice: ZonesSlice;
  editor: Editor;
  work: MapWork;
  view: RefObject<ZoneMapView | null>;
}>;

function Left(props: Parts & Readonly<{ edits: ZoneEdits }>): ReactNode {
  const { slice, editor, edits, work, view } = props;
  const { t } = useTranslation();
  const { zones, places, mayEdit } = editor.map;
  const drafts = useDrafts(slice);
  const shared = { zones, mayEdit, findings: work.live ?? editor.findings };
  return (
    <section className={styles.left} aria-label={t('zone-map.list')}>
      <DraftMenu map={editor.map} drafts={drafts} />
      <ZoneList
        {...shared}
        chosen={editor.chosen}
        onChoose={work.choose}
        onShow={(zone) => view.current?.fit([zone], places)}
        onChange={(zone) => edits.put(t('zone-map.did.marked', { name: zone.name }), [zone])}
        onMove={(id, by) => edits.move(id, by)}
        onRemove={work.remove}
      />
      <FindingsList
        {...shared}
        cities={places.map(({ at }) => at)}
        previewing={editor.preview !== null}
        onShow={({ at }) => at && view.current?.fly(at)}
        onPreview={slice.show}
        onTake={edits.replaceAll}
      />
    </section>
  );
}

function Middle(
  props: Parts &
    Readonly<{
      base: ChosenBase;
      before: readonly DrawnZone[];
      teaching: boolean;
      onFile: (file: File) => void;
      onRename: () => void;
      onDialog: (dialog: Dialog | null) => void;
    }>,
): ReactNode {
  const { slice, editor, work, view, base, before, teaching, onFile, onRename, onDialog } = props;
  const [layers, setLayers] = useState(START);
  const saveFile = useSaveFile();
  const drawable = canDrawMaps();
  const handOver = useCallback(() => onDialog('hand-over'), [onDialog]);
  const pick = usePick(slice);
  useZoneCommands({
    mayEdit: editor.map.mayEdit,
    drawable,
    onTool: pick,
    onMerge: work.merge,
    onCopy: work.copy,
    onRename,
    onMark: work.mark,
    onBring: useCallback(() => onDialog('bring'), [onDialog]),
    onHandOver: editor.map.zones.length > 0 ? handOver : null,
  });
  return (
    <div className={styles.middle}>
      <ToolBar
        editor={editor}
        drawable={drawable}
        layers={layers}
        onTool={pick}
        onMerge={work.merge}
        onLayers={setLayers}
        onBaseMap={() => onDialog('base-map')}
        onExport={saveFile}
      />
      <MapStage
        editor={editor}
        before={before}
        base={base}
        drawable={drawable}
        layers={layers}
        teaching={teaching}
        work={work}
        view={view}
        onFile={onFile}
        onBring={() => onDialog('bring')}
        onDraw={() => pick('draw')}
      />
    </div>
  );
}

function Right(
  props: Parts &
    Readonly<{
      edits: ZoneEdits;
      panels: readonly ZonePanel[];
      side: Side;
      onSide: (side: Side | null) => void;
      naming: boolean;
      onNaming: (naming: boolean) => void;
      onCompare: (zones: readonly DrawnZone[]) => void;
    }>,
): ReactNode {
  const { view, ...rest } = props;
  const { t } = useTranslation();
  const [width, setWidth] = useState(400);
  return (
    <SideCard label={t('zone-map.panels')} width={width} onWidth={setWidth}>
      <SidePanel
        {...rest}
        onPoint={(at) => {
          view.current?.point(at);
          view.current?.fly(at);
        }}
      />
    </SideCard>
  );
}

/** A tool is used on the map: that has the keys then. */
function usePick(slice: ZonesSlice): (tool: Tool) => void {
  return useCallback(
    (tool) => {
      slice.use(tool);
      if (tool !== 'select') focusMap();
    },
    [slice],
  );
}
