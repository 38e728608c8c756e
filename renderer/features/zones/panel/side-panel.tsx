import { Tabs } from '@mantine/core';
import { IconPointer } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import type { MapWork } from '../use-map-work.ts';
import type { ZoneEdits } from '../use-zone-edits.ts';
import { colourOf } from '../zone-colour.ts';
import type { ZonePanel } from '../zone-panel.ts';
import type { Editor, ZonesSlice } from '../zones-slice.ts';
import styles from './side-panel.module.css';
import { VersionsPanel } from './versions-panel.tsx';
import { ZoneDetails } from './zone-details.tsx';

type Props = Readonly<{
  slice: ZonesSlice;
  editor: Editor;
  edits: ZoneEdits;
  work: MapWork;
  panels: readonly ZonePanel[];
  side: string;
  onSide: (side: string) => void;
  /** Whether the name of the zone at hand is asked for. */
  naming: boolean;
  onNaming: (naming: boolean) => void;
  onCompare: (zones: readonly DrawnZone[]) => void;
  onPoint: (at: Position) => void;
}>;

/** The zone at hand, what other features know about zones, and the versions. */
export function SidePanel(props: Props): ReactNode {
  const { editor, edits, panels, side, onSide, onCompare, onPoint } = props;
  const { t } = useTranslation();
  const ids = ['zone', ...panels.map(({ id }) => id), 'history'];
  const Other = panels.find(({ id }) => id === side)?.component;
  return (
    <>
      <Tabs value={side} onChange={(next) => onSide(next ?? 'zone')}>
        <Tabs.List aria-label={t('zone-map.panels')}>
          {ids.map((id) => (
            <Tabs.Tab key={id} value={id}>
              {t(`zone-map.panel.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className={styles.panel}>
        {side === 'zone' && <AtHand {...props} />}
        {side === 'history' && (
          <VersionsPanel
            zones={editor.map.zones}
            draft={editor.map.draft}
            newest={editor.map.newest?.id ?? 0}
            mayEdit={editor.map.mayEdit}
            onCompare={onCompare}
            onRestore={edits.replaceAll}
          />
        )}
        {Other && <Other onShow={onPoint} />}
      </div>
    </>
  );
}

function AtHand({ slice, editor, edits, work, naming, onNaming }: Props): ReactNode {
  const { t } = useTranslation();
  const { zones, mayEdit } = editor.map;
  const place = zones.findIndex(({ id }) => id === editor.chosen.at(-1));
  const zone = zones[place];
  if (!zone) {
    return (
      <EmptyState
        icon={IconPointer}
        title={t('zone-map.details.none')}
        text={t('zone-map.details.none.text')}
      />
    );
  }
  return (
    <ZoneDetails
      key={zone.id}
      zone={zone}
      colour={colourOf(zone, place)}
      vertex={editor.vertex}
      mayEdit={mayEdit}
      naming={naming}
      onNaming={onNaming}
      onVertex={slice.holdVertex}
      onChange={(next, what) => edits.put(t(`zone-map.did.${what}`, { name: next.name }), [next])}
      onCopy={work.copy}
      onRemove={() => work.remove([zone.id])}
    />
  );
}
