import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CoverageTerminal,
  OrganizationCoverage,
} from '../../../../main/contract/zone-coverage.ts';
import { EVERY_DAY, zoneKey } from '../../../../main/domain/zone-coverage/coverage-schedule.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './terminals.module.css';
import { RowForm, type Row } from './row-form.tsx';
import type { CoverageEdits } from './use-coverage.ts';

type Numbered = Readonly<{ row: Row; place: number }>;

/** Names of the map first, then those that only rows have; '' is every zone. */
function zoneNames(zones: readonly string[], rows: readonly Row[]): readonly string[] {
  const names = new Map<string, string>();
  for (const name of [...zones, ...rows.map(({ zone }) => zone)]) {
    if (!names.has(zoneKey(name))) names.set(zoneKey(name), name);
  }
  return [...names.values()];
}

const newRow = (zone: string, venueId: number): Row => ({
  zone,
  venueId,
  weekdays: EVERY_DAY,
  from: 600,
  to: 1320,
  priority: 0,
  minSumMinor: null,
  durationMinutes: null,
  feeMinor: null,
  feeProduct: '',
});

function Zone(props: {
  readonly zone: string;
  readonly rows: readonly Numbered[];
  readonly organization: OrganizationCoverage;
  readonly terminals: readonly CoverageTerminal[];
  /** Replaces the row at a place; null takes it away; a place behind the last adds it. */
  readonly onRow: ((place: number, row: Row | null) => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const { zone, rows, organization, terminals, onRow } = props;
  const { schedule, currency } = organization;
  const [first] = terminals;
  const name = zone === '' ? t('zone-coverage.every-zone') : zone;
  return (
    <section className={styles.zone} aria-label={name}>
      <header className={styles.zoneHead}>
        <h3>{name}</h3>
        {onRow && first && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onRow(schedule.rows.length, newRow(zone, first.id))}
          >
            {t('zone-coverage.row.add')}
          </Button>
        )}
      </header>
      {rows.length === 0 && (
        <p className={sharedStyles.quiet}>{t('zone-coverage.zone.unserved')}</p>
      )}
      <ul className={sharedStyles.plain}>
        {rows.map(({ row, place }) => (
          <RowForm
            key={place}
            row={row}
            schedule={schedule}
            currency={currency}
            terminals={terminals}
            onRow={onRow && ((changed) => onRow(place, changed))}
            onRemove={() => onRow?.(place, null)}
          />
        ))}
      </ul>
    </section>
  );
}

/** Each zone with the terminals that serve it. */
export function ZoneRows(props: {
  readonly organization: OrganizationCoverage;
  readonly zones: readonly string[];
  readonly terminals: readonly CoverageTerminal[];
  readonly edits: CoverageEdits | null;
}): ReactNode {
  const { t } = useTranslation();
  const { organization, zones, terminals, edits } = props;
  const { schedule } = organization;
  const numbered = schedule.rows.map((row, place) => ({ row, place }));
  const change = (place: number, row: Row | null): void => {
    const rows = schedule.rows.toSpliced(place, 1, ...(row ? [row] : []));
    edits?.save(organization, { ...schedule, rows }, t('zone-coverage.did.rows'));
  };
  return (
    <section aria-label={t('zone-coverage.zones')}>
      <h2 className={sharedStyles.title}>{t('zone-coverage.zones')}</h2>
      {zoneNames(zones, schedule.rows).map((zone) => (
        <Zone
          key={zoneKey(zone)}
          zone={zone}
          rows={numbered.filter(({ row }) => zoneKey(row.zone) === zoneKey(zone))}
          organization={organization}
          terminals={terminals}
          onRow={edits && change}
        />
      ))}
    </section>
  );
}
