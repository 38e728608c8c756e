import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BaseMap } from '../../../main/contract/zones.ts';
import type { DrawnZone } from '../../../main/domain/zones/drawing/drawn-zone.ts';
import { useDownload, useClient } from '../../bridge/client-context.tsx';
import { SideCard } from '../../shared/ui/side-card.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { useBring } from './bring/use-bring.ts';
import { Dialogs, type Dialog } from './dialogs.tsx';
import { ZoneList } from './list/zone-list.tsx';
import type { ZoneMapView } from './map/zone-map-hands.ts';
import { MapStage } from './map-stage.tsx';
import { FindingsList } from './panel/findings-list.tsx';
import { SidePanel } from './panel/side-panel.tsx';
import { ToolBar, type MapLayers } from './tools/tool-bar.tsx';
import { useMapWork } from './use-map-work.ts';
import { useZoneEdits } from './use-zone-edits.ts';
import type { ZonePanel } from './zone-panel.ts';
import type { Editor, ZonesSlice } from './zones-slice.ts';
import styles from './zones.module.css';

/** Which panel is open: the zone at hand, the versions, or one of another feature. */
export type Side = string;

const NOTHING: readonly DrawnZone[] = [];
const START: MapLayers = { orders: 'none', labels: true };

/** List and findings on the left, the map, panels on the right. */
export function ZonesEditor(props: {
  readonly slice: ZonesSlice;
  readonly editor: Editor;
  readonly base: BaseMap;
  readonly panels: readonly ZonePanel[];
  readonly side: Side | null;
  readonly onSide: (side: Side | null) => void;
  readonly dialog: Dialog | null;
  readonly onDialog: (dialog: Dialog | null) => void;
}): ReactNode {
  const { slice, editor, base, panels, side, onSide, dialog, onDialog } = props;
  const { t } = useTranslation();
  const view = useRef<ZoneMapView>(null);
  const edits = useZoneEdits(slice);
  const work = useMapWork(slice, edits);
  const bring = useBring();
  const [layers, setLayers] = useState(START);
  const [before, setBefore] = useState(NOTHING);
  const [sideWidth, setSideWidth] = useState(400);
  const saveFile = useSaveFile();
  const { zones, places, mayEdit } = editor.map;
  return (
    <div className={styles.body}>
      <section className={styles.left} aria-label={t('zone-map.list')}>
        <ZoneList
          zones={zones}
          findings={work.live ?? editor.findings}
          chosen={editor.chosen}
          mayEdit={mayEdit}
          onChoose={work.choose}
          onShow={(zone) => view.current?.fit([zone], places)}
          onChange={(zone) => edits.put(t('zone-map.did.marked', { name: zone.name }), [zone])}
          onMove={(id, by) => edits.move('', id, by)}
          onRemove={work.remove}
        />
        <FindingsList
          zones={zones}
          findings={work.live ?? editor.findings}
          cities={places.map(({ at }) => at)}
          mayEdit={mayEdit}
          onShow={({ at }) => at && view.current?.fly(at)}
          onPreview={slice.show}
          onTake={edits.replaceAll}
        />
      </section>
      <div className={styles.middle}>
        <ToolBar
          editor={editor}
          layers={layers}
          onTool={slice.use}
          onMerge={work.merge}
          onLayers={setLayers}
          onBaseMap={() => onDialog('base-map')}
          onExport={saveFile}
        />
        <MapStage
          editor={editor}
          before={before}
          base={base}
          layers={layers}
          work={work}
          view={view}
          onFile={(file) => {
            bring.file(file);
            onDialog('bring');
          }}
          onBring={() => onDialog('bring')}
          onDraw={() => slice.use('draw')}
        />
      </div>
      {side !== null && (
        <SideCard label={t('zone-map.panels')} width={sideWidth} onWidth={setSideWidth}>
          <SidePanel
            slice={slice}
            editor={editor}
            edits={edits}
            work={work}
            panels={panels}
            side={side}
            onSide={onSide}
            onCompare={setBefore}
            onPoint={(at) => {
              view.current?.point(at);
              view.current?.fly(at);
            }}
          />
        </SideCard>
      )}
      <Dialogs
        dialog={dialog}
        editor={editor}
        base={base}
        bring={bring}
        onTake={(title, taken) => {
          edits.replaceAll(title, taken);
          view.current?.fit(taken, places);
        }}
        onClose={() => {
          bring.reset();
          onDialog(null);
        }}
      />
    </div>
  );
}

function useSaveFile(): (format: 'kml' | 'kmz' | 'geojson') => void {
  const { t } = useTranslation();
  const client = useClient();
  const download = useDownload();
  const notifyFailure = useNotifyFailure();
  return (format) => {
    const asked = { format, version: null, title: t('zone-map.file.draft') };
    client.zones
      .exportFile(asked)
      .then(({ handle, fileName }) => download(handle, fileName), notifyFailure);
  };
}
