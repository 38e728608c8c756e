import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DimensionValue } from '../../../../main/contract/reports.ts';
import type { Dimension } from '../../../../main/domain/reports/report-dimension.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { ChoiceList, type Choice } from '../../../shared/filters/choice-list.tsx';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useValueText } from '../figures/use-value-text.ts';
import type { Period } from '../../../../main/domain/reports/report-period.ts';
import type { CommonSettings, OnlyChoice } from './report-settings.ts';
import styles from './settings.module.css';

/** What a report is narrowed by most often: offered first. */
const USUAL: readonly Dimension[] = ['venue', 'channel', 'service-type', 'conception', 'city'];

type Found = Readonly<{ value: DimensionValue; orders: number }>;

/** The values that occur in the period, those with most orders first. */
function useValues(dimension: Dimension, period: Period, common: CommonSettings): readonly Found[] {
  const client = useClient();
  const { saleDate, model } = common;
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const report = await client.reports.open({
        report: 'pivot',
        period: { ...period },
        saleDate,
        model,
        by: [dimension],
        measures: ['orders'],
      });
      const rows = report.sections.flatMap((section) => section.rows);
      const values = rows.flatMap(({ path, cells }) =>
        path.length === 1 ? [{ value: path[0]!, orders: Number(cells[0] ?? 0) }] : [],
      );
      if (!left) setFound(values.toSorted((one, other) => other.orders - one.orders));
    };
    read().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [client, dimension, period, saleDate, model]);
  return found;
}

function Values(props: {
  readonly only: OnlyChoice;
  readonly period: Period;
  readonly common: CommonSettings;
  readonly onOnly: (only: OnlyChoice) => void;
}): ReactNode {
  const { only, period, common, onOnly } = props;
  const format = useFormat();
  const valueText = useValueText();
  const found = useValues(only.dimension, period, common);
  const choices: Choice<string>[] = found.map(({ value, orders }) => ({
    value: value.key,
    label: valueText(value),
    note: format.number(orders),
  }));
  return (
    <ChoiceList
      choices={choices}
      chosen={only.values}
      onChoose={(values) => onOnly({ ...only, values })}
    />
  );
}

function AddOnly(props: {
  readonly offered: readonly Dimension[];
  readonly onAsk: (dimension: Dimension) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { offered, onAsk } = props;
  const sorted = [
    ...USUAL.filter((one) => offered.includes(one)),
    ...offered.filter((one) => !USUAL.includes(one)),
  ];
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" leftSection={<IconPlus size={14} aria-hidden />}>
          {t('report-screens.only')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        {sorted.map((dimension) => (
          <Menu.Item key={dimension} onClick={() => onAsk(dimension)}>
            {t(`reports.dimension.${dimension}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Narrowings of the report: each a pill; others from a menu. */
export function OnlyChips(props: {
  readonly dimensions: readonly Dimension[];
  readonly common: CommonSettings;
  readonly period: Period;
  readonly labels: ReadonlyMap<string, string>;
  readonly onOnly: (only: OnlyChoice) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { dimensions, common, period, labels, onOnly } = props;
  const [asked, setAsked] = useState<Dimension | null>(null);
  const set = common.only.map(({ dimension }) => dimension);
  const shown = asked && !set.includes(asked) ? [...set, asked] : set;
  const textOf = ({ dimension, values }: OnlyChoice): string => {
    const [first = ''] = values;
    const label = labels.get(`${dimension} ${first}`) ?? (first || t('report-screens.empty'));
    return values.length > 1 ? t('filter.more', { first: label, count: values.length - 1 }) : label;
  };
  return (
    <>
      {shown.map((dimension) => {
        const only = common.only.find((one) => one.dimension === dimension);
        const current = only ?? { dimension, values: [] };
        return (
          <FilterChip
            key={dimension}
            label={t(`reports.dimension.${dimension}`)}
            value={only ? textOf(only) : ''}
            openedAtFirst={dimension === asked}
            onClear={() => onOnly({ dimension, values: [] })}
          >
            {() => <Values only={current} period={period} common={common} onOnly={onOnly} />}
          </FilterChip>
        );
      })}
      <AddOnly
        offered={dimensions.filter((dimension) => !shown.includes(dimension))}
        onAsk={setAsked}
      />
    </>
  );
}
