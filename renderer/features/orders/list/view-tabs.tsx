import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SavedView } from '../../../../main/contract/settings.ts';
import { PRESET_VIEWS, type PresetView } from '../../../../main/domain/orders/order-filter.ts';
import { usePersonal } from '../../../bridge/session-context.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { OrdersSlice } from '../orders-slice.ts';
import { countRestrictions, sameSort, sameView } from './order-views.ts';
import { TabsRoom } from './tabs-room.tsx';
import { useSavedCounts } from './use-saved-counts.ts';
import styles from './view-tabs.module.css';

/** Views whose count is a call to act. */
const URGENT: ReadonlySet<PresetView> = new Set(['time-to-cook', 'late', 'problem']);

/** What can be done to a saved view. */
export type ViewActions = Readonly<{
  choosePreset(view: PresetView): void;
  chooseSaved(view: SavedView): void;
  save(): void;
  /** Gives the view the filters and the sort of now. */
  update(view: SavedView): void;
  rename(view: SavedView): void;
  remove(view: SavedView): void;
}>;

function SavedTab(props: {
  readonly view: SavedView;
  readonly count: number | null;
  readonly current: boolean;
  /** The list is sorted or filtered in another way than the view remembers. */
  readonly differs: boolean;
  readonly actions: ViewActions;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { view, count, current, differs, actions } = props;
  return (
    <span className={styles.saved}>
      <button
        type="button"
        className={styles.tab}
        aria-pressed={current}
        title={view.name}
        onClick={() => actions.chooseSaved(view)}
      >
        <span className={styles.name}>{view.name}</span>
        {count !== null && <span className={styles.count}>{format.number(count)}</span>}
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <button
            type="button"
            className={styles.more}
            aria-label={t('orders.view.actions', { name: view.name })}
          >
            <IconDots size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {differs && (
            <Menu.Item onClick={() => actions.update(view)}>{t('orders.view.update')}</Menu.Item>
          )}
          <Menu.Item onClick={() => actions.rename(view)}>{t('orders.view.rename')}</Menu.Item>
          <Menu.Item color="danger" onClick={() => actions.remove(view)}>
            {t('orders.view.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

/** Preset views with their counts, then the profile's own; what differs from all can be saved. */
export function ViewTabs(props: {
  readonly slice: OrdersSlice;
  readonly actions: ViewActions;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { slice, actions } = props;
  const { savedViews: saved } = usePersonal();
  const filter = useStore(slice, (state) => state.filter);
  const sort = useStore(slice, (state) => state.sort);
  const counts = useStore(slice, (state) => state.counts);
  const savedCounts = useSavedCounts(slice, saved);
  const own = saved.find((view) => sameView(view.filter, filter));
  const canSave = !own && (countRestrictions(filter) > 0 || filter.search !== '');
  return (
    <nav className={styles.tabs} aria-label={t('orders.views')}>
      <TabsRoom chosen={own?.name ?? filter.view}>
        {PRESET_VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            className={styles.tab}
            aria-pressed={!own && filter.view === view}
            onClick={() => actions.choosePreset(view)}
          >
            <span className={styles.name}>{t(`orders.view.${view}`)}</span>
            {counts && (
              <span
                className={styles.count}
                data-urgent={(URGENT.has(view) && counts[view] > 0) || undefined}
              >
                {format.number(counts[view])}
              </span>
            )}
          </button>
        ))}
        {saved.map((view) => (
          <SavedTab
            key={view.id}
            view={view}
            count={savedCounts.get(view.id) ?? null}
            current={view === own}
            differs={view !== own || !sameSort(view.sort, sort)}
            actions={actions}
          />
        ))}
        {canSave && (
          <button type="button" className={styles.save} onClick={() => actions.save()}>
            {t('orders.view.save')}
          </button>
        )}
      </TabsRoom>
    </nav>
  );
}
