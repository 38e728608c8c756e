import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FleetMember } from '../../../main/contract/fleet.ts';
import type { FleetRow } from '../../../main/domain/fleet/fleet-difference.ts';
import styles from './fleet-tables.module.css';
import sharedStyles from './fleet.module.css';
import { advisedValue, variantsOf, type Variant } from './row-variants.ts';
import { useSettingTexts } from './use-setting-texts.ts';

/** Names beyond these are counted. */
const NAMED = 4;

function VariantLine(props: {
  readonly variant: Variant;
  readonly names: ReadonlyMap<string, string>;
}): ReactNode {
  const { variant, names } = props;
  const { t } = useTranslation();
  const texts = useSettingTexts();
  const all = variant.terminalIds.map((id) => names.get(id) ?? id);
  const rest = all.length - NAMED;
  return (
    <li className={styles.variant}>
      {variant.values.length > 0 && <span className={styles.odd}>{texts.value(variant)}</span>}
      <span className={styles.marks}>{variant.marks.map(texts.mark).join(', ')}</span>
      <span className={styles.who} title={all.join('\n')}>
        {all.slice(0, NAMED).join(', ')}
        {rest > 0 && ` ${t('fleet.and-more', { count: rest })}`}
      </span>
    </li>
  );
}

function SettingRow(props: {
  readonly row: FleetRow;
  readonly names: ReadonlyMap<string, string>;
  readonly onChange: ((row: FleetRow) => void) | null;
}): ReactNode {
  const { row, names, onChange } = props;
  const { t } = useTranslation();
  const texts = useSettingTexts();
  const variants = variantsOf(row);
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>{texts.name(row)}</span>
        <code className={styles.element}>{row.element}</code>
      </th>
      <td className={sharedStyles.value}>
        {row.own ? t('fleet.own') : (row.majority ?? t('fleet.no-value'))}
      </td>
      <td className={sharedStyles.value}>{advisedValue(row) ?? '—'}</td>
      <td>
        {variants.length === 0 ? (
          <span className={styles.alike}>
            <IconCheck size={16} stroke={1.75} aria-hidden />
            {t(row.own ? 'fleet.all-own' : 'fleet.all-alike')}
          </span>
        ) : (
          <ul className={styles.variants}>
            {variants.map((variant) => (
              <VariantLine key={variant.key} variant={variant} names={names} />
            ))}
          </ul>
        )}
      </td>
      <td>
        {onChange && row.known && !row.own && row.type !== 'list' && (
          <Button
            aria-label={t('fleet.change-one', { name: texts.name(row) })}
            onClick={() => onChange(row)}
          >
            {t('fleet.change')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** One row a setting: what most have, what is advised, who differs and how. */
export function SettingsTable(props: {
  readonly rows: readonly FleetRow[];
  readonly members: readonly FleetMember[];
  readonly onChange: ((row: FleetRow) => void) | null;
}): ReactNode {
  const { rows, members, onChange } = props;
  const { t } = useTranslation();
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('fleet.column.setting')}</th>
          <th scope="col">{t('fleet.column.majority')}</th>
          <th scope="col">{t('fleet.column.advised')}</th>
          <th scope="col">{t('fleet.column.differing')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SettingRow
            key={`${row.kind} ${row.element}`}
            row={row}
            names={names}
            onChange={onChange}
          />
        ))}
      </tbody>
    </table>
  );
}
