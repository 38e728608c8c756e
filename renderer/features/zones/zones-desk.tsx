import { Button } from '@mantine/core';
import { IconHistory, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useClient } from '../../bridge/client-context.tsx';
import { navigate, usePlace } from '../../shared/navigation/navigation.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { Screen } from '../../shared/ui/screen.tsx';
import type { Dialog } from './dialogs.tsx';
import { useMapBase } from './use-map-base.ts';
import { ZonesEditor, type Side } from './zones-editor.tsx';
import type { ZonePanel } from './zone-panel.ts';
import { createZonesSlice, type Editor } from './zones-slice.ts';
import styles from './zones.module.css';

const setSide = (next: Side | null): void => navigate('zones', next === null ? {} : { tab: next });

/** The map of zones: drawn or brought, checked, tried, and handed over to iiko. */
export function ZonesDesk({ panels }: { readonly panels: readonly ZonePanel[] }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const slice = useMemo(() => createZonesSlice(client), [client]);
  const state = useStore(slice);
  const base = useMapBase();
  const { screen, params } = usePlace();
  const side = screen === 'zones' ? (params['tab'] ?? null) : null;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  const editor = state.type === 'shown' ? state.editor : null;
  const toggle = (next: Side): void => setSide(side === next ? null : next);
  return (
    <Screen
      title={t('app.screen.zones')}
      actions={
        editor && (
          <Actions
            editor={editor}
            side={side}
            onSide={toggle}
            onBring={() => setDialog('bring')}
            onHandOver={() => setDialog('hand-over')}
          />
        )
      }
    >
      {state.type === 'failed' && (
        <FailureNotice failure={state.failure} onRetry={() => void slice.read()} />
      )}
      {editor && base && (
        <ZonesEditor
          slice={slice}
          editor={editor}
          base={base}
          panels={panels}
          side={side}
          onSide={setSide}
          dialog={dialog}
          onDialog={setDialog}
        />
      )}
    </Screen>
  );
}

function Actions(props: {
  readonly editor: Editor;
  readonly side: Side | null;
  readonly onSide: (side: Side) => void;
  readonly onBring: () => void;
  readonly onHandOver: () => void;
}): ReactNode {
  const { editor, side, onSide, onBring, onHandOver } = props;
  const { t } = useTranslation();
  const { map } = editor;
  return (
    <>
      {map.mayEdit && <Button onClick={onBring}>{t('zone-map.bring')}</Button>}
      {map.mayEdit && (
        <Button variant="filled" disabled={map.zones.length === 0} onClick={onHandOver}>
          {t('zone-map.hand-over')}
        </Button>
      )}
      <Button
        leftSection={<IconHistory size={16} aria-hidden />}
        aria-expanded={side === 'history'}
        onClick={() => onSide('history')}
      >
        {t('zone-map.versions')}
      </Button>
      <Button
        leftSection={<IconLayoutSidebarRight size={16} aria-hidden />}
        aria-expanded={side !== null && side !== 'history'}
        onClick={() => onSide(side === null || side === 'history' ? 'zone' : side)}
      >
        {t('zone-map.panels')}
      </Button>
      <MapState editor={editor} />
    </>
  );
}

function MapState({ editor }: { readonly editor: Editor }): ReactNode {
  const { t } = useTranslation();
  const { newest, changed, zones } = editor.map;
  if (zones.length === 0 && !newest) return null;
  const kept =
    newest === null
      ? null
      : t(newest.provedAt === null ? 'zone-map.state.version' : 'zone-map.state.proved', {
          version: newest.id,
        });
  const texts = [changed ? t('zone-map.state.draft') : null, kept].filter((one) => one !== null);
  return (
    <span className={styles.state} style={{ alignSelf: 'center' }}>
      {texts.join(' · ')}
    </span>
  );
}
