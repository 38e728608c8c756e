import { Checkbox } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FleetMember } from '../../../main/contract/fleet.ts';
import {
  standsOut,
  type FleetCell,
  type FleetRow,
} from '../../../main/domain/fleet/fleet-difference.ts';
import styles from './fleet-tables.module.css';
import { useSettingTexts, type SettingTexts } from './use-setting-texts.ts';

function Cell(props: {
  readonly cell: FleetCell | undefined;
  readonly texts: SettingTexts;
}): ReactNode {
  const { cell, texts } = props;
  if (!cell) return <td />;
  const odd = standsOut(cell);
  const marks = cell.marks.map(texts.mark).join(', ');
  const value = cell.values.length > 0 || !odd ? texts.value(cell) : '';
  return (
    <td className={odd ? styles.oddCell : styles.cell} title={[value, marks].join('\n').trim()}>
      {value !== '' && <span>{value}</span>}
      {odd && <span className={styles.marks}>{marks}</span>}
    </td>
  );
}

const TerminalRow = memo(function TerminalRow(props: {
  readonly member: FleetMember;
  readonly rows: readonly FleetRow[];
  readonly texts: SettingTexts;
  readonly chosen: boolean;
  readonly onChoose: ((id: string, chosen: boolean) => void) | null;
}): ReactNode {
  const { member, rows, texts, chosen, onChoose } = props;
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        {onChoose ? (
          <Checkbox
            label={member.name}
            aria-label={t('fleet.choose', { name: member.name })}
            checked={chosen}
            disabled={!member.editable}
            onChange={(event) => onChoose(member.id, event.currentTarget.checked)}
          />
        ) : (
          member.name
        )}
      </th>
      {rows.map((row) => (
        <Cell
          key={`${row.kind} ${row.element}`}
          cell={row.cells.find(({ terminalId }) => terminalId === member.id)}
          texts={texts}
        />
      ))}
    </tr>
  );
});

/** Terminals by settings; what is unlike the others is marked by colour and by word. */
export function TerminalsTable(props: {
  readonly rows: readonly FleetRow[];
  readonly members: readonly FleetMember[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: ((id: string, chosen: boolean) => void) | null;
}): ReactNode {
  const { rows, members, chosen, onChoose } = props;
  const { t } = useTranslation();
  const texts = useSettingTexts();
  return (
    <table className={styles.table} data-wide>
      <thead>
        <tr>
          <th scope="col">{t('fleet.column.terminal')}</th>
          {rows.map((row) => (
            <th key={`${row.kind} ${row.element}`} scope="col" title={row.element}>
              {texts.name(row)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <TerminalRow
            key={member.id}
            member={member}
            rows={rows}
            texts={texts}
            chosen={chosen.has(member.id)}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  );
}
