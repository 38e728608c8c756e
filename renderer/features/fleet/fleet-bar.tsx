import { Select, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FleetComparison } from '../../../main/contract/fleet.ts';
import type { FleetRow } from '../../../main/domain/fleet/fleet-difference.ts';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import styles from './fleet.module.css';
import { useSettingTexts } from './use-setting-texts.ts';

const SEARCH_INPUT = 'fleet-search';

/** How the fleet is looked at. */
export type FleetView = Readonly<{
  by: 'settings' | 'terminals';
  onlyDifferent: boolean;
  search: string;
}>;

function useFindCommand(): void {
  const { t } = useTranslation();
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'fleet.find',
        title: t('fleet.search'),
        group: t('app.screen.terminals'),
        keys: 'Ctrl+KeyF',
        run: () => document.getElementById(SEARCH_INPUT)?.focus(),
      },
    ],
    [t],
  );
  useCommands(commands);
}

/** A setting for the chosen terminals, picked from a list: the table by terminals has no button in its rows. */
function ChangeChosen(props: {
  readonly rows: readonly FleetRow[];
  readonly chosen: number;
  readonly onChange: (row: FleetRow) => void;
}): ReactNode {
  const { rows, chosen, onChange } = props;
  const { t } = useTranslation();
  const texts = useSettingTexts();
  const changeable = rows.filter(({ known, own, type }) => known && !own && type !== 'list');
  const label = t('fleet.change-chosen', { count: chosen });
  return (
    <Select
      className={styles.pick}
      aria-label={label}
      placeholder={label}
      searchable
      data={changeable.map((row) => ({
        value: `${row.kind} ${row.element}`,
        label: `${texts.name(row)} (${row.element})`,
      }))}
      value={null}
      onChange={(key) => {
        const row = changeable.find(({ kind, element }) => `${kind} ${element}` === key);
        if (row) onChange(row);
      }}
    />
  );
}

/** By settings or by terminals, all or only what differs, found by words; what to do with the chosen. */
export function FleetBar(props: {
  readonly view: FleetView;
  readonly onView: (view: FleetView) => void;
  readonly comparison: FleetComparison;
  readonly chosen: number;
  readonly onChange: ((row: FleetRow) => void) | null;
}): ReactNode {
  const { view, onView, comparison, chosen, onChange } = props;
  const { t } = useTranslation();
  useFindCommand();
  const differing = comparison.rows.filter((row) => row.differing > 0).length;
  const by = (['settings', 'terminals'] as const).map((value) => ({
    value,
    label: t(`fleet.by.${value}`),
  }));
  return (
    <div className={styles.bar}>
      <SegmentedControl
        aria-label={t('fleet.by')}
        data={by}
        value={view.by}
        onChange={(next) => onView({ ...view, by: next as FleetView['by'] })}
      />
      <Switch
        label={t('fleet.only-different', { count: differing })}
        checked={view.onlyDifferent}
        onChange={(event) => onView({ ...view, onlyDifferent: event.currentTarget.checked })}
      />
      <TextInput
        id={SEARCH_INPUT}
        type="search"
        className={styles.search}
        aria-label={t('fleet.search')}
        placeholder={t('fleet.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={view.search}
        onChange={(event) => onView({ ...view, search: event.currentTarget.value })}
      />
      {chosen > 0 && onChange ? (
        <ChangeChosen rows={comparison.rows} chosen={chosen} onChange={onChange} />
      ) : (
        <span className={styles.summary}>
          {t('fleet.terminals', { count: comparison.members.length })}
        </span>
      )}
    </div>
  );
}
