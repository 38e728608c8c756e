import { ActionIcon, Table } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpendRow } from '../../../../main/contract/reports.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import styles from './spend.module.css';
import { useSaveSpend } from './use-spend.ts';

function totalsOf(rows: readonly SpendRow[]): [currency: string, minor: number][] {
  const totals = new Map<string, number>();
  for (const { currency, amountMinor } of rows)
    totals.set(currency, (totals.get(currency) ?? 0) + amountMinor);
  return [...totals];
}

/** The period's spend, newest day first, with its sum; a line goes with one click and comes back with one. */
export function SpendTable({ rows }: { readonly rows: readonly SpendRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const saveSpend = useSaveSpend();
  const notifyFailure = useNotifyFailure();
  return (
    <Table className={styles.table} horizontalSpacing={16} verticalSpacing={6} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={128}>{t('report-screens.spend.day')}</Table.Th>
          <Table.Th>{t('report-screens.spend.channel')}</Table.Th>
          <Table.Th w={176} className={styles.figure}>
            {t('report-screens.spend.amount')}
          </Table.Th>
          <Table.Th w={136}>{t('report-screens.spend.origin')}</Table.Th>
          <Table.Td w={60} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>{format.day(row.day)}</Table.Td>
            <Table.Td className={styles.name}>{row.channel}</Table.Td>
            <Table.Td className={styles.figure}>
              {format.money(row.amountMinor, row.currency)}
            </Table.Td>
            <Table.Td className={styles.quiet}>
              {t(`report-screens.spend.origin.${row.origin}`)}
            </Table.Td>
            <Table.Td>
              <ActionIcon
                aria-label={t('report-screens.spend.remove', {
                  channel: row.channel,
                  day: format.day(row.day),
                })}
                onClick={() => void saveSpend(row, 0, row.amountMinor).catch(notifyFailure)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        {totalsOf(rows).map(([currency, minor]) => (
          <Table.Tr key={currency}>
            <Table.Th colSpan={2}>{t('report-screens.spend.total')}</Table.Th>
            <Table.Th className={styles.figure}>{format.money(minor, currency)}</Table.Th>
            <Table.Td colSpan={2} />
          </Table.Tr>
        ))}
      </Table.Tfoot>
    </Table>
  );
}
