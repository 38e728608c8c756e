import { Button, Menu } from '@mantine/core';
import {
  IconDownload,
  IconLine,
  IconPointer,
  IconPolygon,
  IconRuler2,
  IconStack2,
  IconVectorSpline,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editor, Tool } from '../zones-slice.ts';
import styles from './tool-bar.module.css';

const TOOLS = [
  { tool: 'select', icon: IconPointer },
  { tool: 'draw', icon: IconPolygon },
  { tool: 'split', icon: IconLine },
  { tool: 'measure', icon: IconRuler2 },
] as const satisfies readonly { tool: Tool; icon: unknown }[];

/** What is shown over and under the zones. */
export type MapLayers = Readonly<{ orders: 'none' | 'dots' | 'heat'; labels: boolean }>;

/** Tools of the map, and what lies on it. */
export function ToolBar(props: {
  readonly editor: Editor;
  /** Whether a map can be drawn here at all. */
  readonly drawable: boolean;
  readonly layers: MapLayers;
  readonly onTool: (tool: Tool) => void;
  readonly onMerge: () => void;
  readonly onLayers: (layers: MapLayers) => void;
  readonly onBaseMap: () => void;
  readonly onExport: (format: 'kml' | 'kmz' | 'geojson') => void;
}): ReactNode {
  const { editor, drawable, layers, onTool, onMerge, onLayers, onBaseMap, onExport } = props;
  const { t } = useTranslation();
  const { mayEdit, zones } = editor.map;
  const tools = TOOLS.filter(({ tool }) => mayEdit || tool === 'select' || tool === 'measure');
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('zone-map.tools')}>
      {tools.map(({ tool, icon: Mark }) => (
        <Button
          key={tool}
          variant={editor.tool === tool ? 'light' : 'subtle'}
          color={editor.tool === tool ? 'accent' : 'gray'}
          aria-pressed={editor.tool === tool}
          disabled={!drawable || (tool === 'split' && zones.length === 0)}
          data-short="tool"
          title={t(`zone-map.tool.${tool}`)}
          leftSection={<Mark size={16} aria-hidden />}
          onClick={() => onTool(tool)}
        >
          {t(`zone-map.tool.${tool}`)}
        </Button>
      ))}
      {mayEdit && (
        <Button
          variant="subtle"
          color="gray"
          disabled={editor.chosen.length < 2}
          data-short="tool"
          title={t('zone-map.merge.hint')}
          leftSection={<IconVectorSpline size={16} aria-hidden />}
          onClick={onMerge}
        >
          {t('zone-map.merge')}
        </Button>
      )}
      <span className={styles.gap} />
      <LayersMenu layers={layers} onLayers={onLayers} onBaseMap={mayEdit ? onBaseMap : null} />
      <ExportMenu disabled={zones.length === 0} onExport={onExport} />
    </div>
  );
}

function LayersMenu(props: {
  readonly layers: MapLayers;
  readonly onLayers: (layers: MapLayers) => void;
  readonly onBaseMap: (() => void) | null;
}): ReactNode {
  const { layers, onLayers, onBaseMap } = props;
  const { t } = useTranslation();
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          data-short="menu"
          title={t('zone-map.layers')}
          leftSection={<IconStack2 size={16} aria-hidden />}
        >
          {t('zone-map.layers')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['none', 'dots', 'heat'] as const).map((orders) => (
          <Menu.Item
            key={orders}
            leftSection={layers.orders === orders ? '✓' : ' '}
            onClick={() => onLayers({ ...layers, orders })}
          >
            {t(`zone-map.orders.${orders}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={layers.labels ? '✓' : ' '}
          onClick={() => onLayers({ ...layers, labels: !layers.labels })}
        >
          {t('zone-map.labels')}
        </Menu.Item>
        {onBaseMap && <Menu.Item onClick={onBaseMap}>{t('zone-map.base')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

type Format = 'kml' | 'kmz' | 'geojson';

function ExportMenu(props: {
  readonly disabled: boolean;
  readonly onExport: (format: Format) => void;
}): ReactNode {
  const { disabled, onExport } = props;
  const { t } = useTranslation();
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          disabled={disabled}
          data-short="menu"
          title={t('zone-map.export')}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('zone-map.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['kml', 'kmz', 'geojson'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => onExport(format)}>
            {t(`zone-map.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
