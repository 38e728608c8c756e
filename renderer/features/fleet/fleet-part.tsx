import { IconDevices } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RollOut } from '../../../main/contract/fleet.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useMay } from '../../bridge/session-context.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { FleetBar, type FleetView } from './fleet-bar.tsx';
import { createFleetSlice, type FleetState } from './fleet-slice.ts';
import styles from './fleet.module.css';
import { RollOutCard } from './roll-out-card.tsx';
import { RollOutDialog } from './roll-out-dialog.tsx';
import { firstDraft, type RollOutDraft } from './roll-out-draft.ts';
import { shownMembers, shownRows } from './row-variants.ts';
import { SettingsTable } from './settings-table.tsx';
import { TerminalsTable } from './terminals-table.tsx';
import { useSettingTexts } from './use-setting-texts.ts';

type Shown = Extract<FleetState, { type: 'shown' }>;

const FIRST_VIEW: FleetView = { by: 'settings', onlyDifferent: false, search: '' };

function RollOuts({ rollOuts }: { readonly rollOuts: readonly RollOut[] }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  return (
    <aside className={styles.side} aria-label={t('fleet.roll-outs')}>
      <h2 className={styles.sideTitle}>{t('fleet.roll-outs')}</h2>
      {rollOuts.length === 0 && <p className={styles.note}>{t('fleet.roll-outs.none')}</p>}
      {rollOuts.map((rollOut) => (
        <RollOutCard
          key={rollOut.id}
          rollOut={rollOut}
          onProceed={() =>
            void client.fleet.proceed({ rollOutId: rollOut.id }).catch(notifyFailure)
          }
          onUndo={() => void client.fleet.undo({ rollOutId: rollOut.id }).catch(notifyFailure)}
        />
      ))}
    </aside>
  );
}

function useChosen(): readonly [ReadonlySet<string>, (id: string, on: boolean) => void] {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = useMemo(
    () => (id: string, on: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        if (on) next.add(id);
        else next.delete(id);
        return next;
      }),
    [],
  );
  return [chosen, choose];
}

function Fleet({ state }: { readonly state: Shown }): ReactNode {
  const { comparison, rollOuts } = state;
  const mayEdit = useMay('edit-settings');
  const texts = useSettingTexts();
  const [view, setView] = useState(FIRST_VIEW);
  const [chosen, choose] = useChosen();
  const [draft, setDraft] = useState<RollOutDraft | null>(null);
  const rows = shownRows(comparison.rows, view.onlyDifferent, view.search, texts.name);
  return (
    <div className={styles.part}>
      <div className={styles.main}>
        <FleetBar
          view={view}
          onView={setView}
          comparison={comparison}
          chosen={chosen.size}
          onChange={mayEdit ? (row) => setDraft(firstDraft(row, chosen)) : null}
        />
        <div className={styles.scroll}>
          {view.by === 'settings' ? (
            <SettingsTable
              rows={rows}
              members={comparison.members}
              onChange={mayEdit ? (row) => setDraft(firstDraft(row, chosen)) : null}
            />
          ) : (
            <TerminalsTable
              rows={rows}
              members={shownMembers(comparison.members, rows, view.onlyDifferent)}
              chosen={chosen}
              onChoose={mayEdit ? choose : null}
            />
          )}
        </div>
      </div>
      <RollOuts rollOuts={rollOuts} />
      {draft && (
        <RollOutDialog first={draft} comparison={comparison} onClose={() => setDraft(null)} />
      )}
    </div>
  );
}

/** All terminals side by side, and one change for many of them. */
export function FleetPart(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const slice = useMemo(() => createFleetSlice(client), [client]);
  const state = useStore(slice);
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  switch (state.type) {
    case 'loading':
      return <div className={styles.part} aria-busy="true" />;
    case 'failed':
      return (
        <div className={styles.failed}>
          <FailureNotice failure={state.failure} onRetry={() => void slice.read()} />
        </div>
      );
    case 'shown':
      return state.comparison.members.length < 2 && state.rollOuts.length === 0 ? (
        <EmptyState icon={IconDevices} title={t('fleet.empty')} text={t('fleet.empty.text')} />
      ) : (
        <Fleet state={state} />
      );
    default:
      return assertNever(state);
  }
}
