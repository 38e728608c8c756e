import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CLIENT_TYPES, isInSet } from '../../../main/domain/status-mapping/status-rules.ts';
import { StatusTable } from './status-table.tsx';
import { statusName } from './status-texts.ts';
import type { RuleEdits, Rules } from './use-rules.ts';

/** Which statuses orders of each type of client may have. */
export function ClientSets(props: {
  readonly system: string;
  readonly statuses: readonly string[];
  readonly rules: Rules;
  readonly edits: RuleEdits | null;
}): ReactNode {
  const { system, statuses, rules, edits } = props;
  const { t } = useTranslation();
  const clientName = (client: string): string => t(`status-mapping.client.${client}`);
  return (
    <StatusTable
      caption={t('status-mapping.rules.clients')}
      corner={t('status-mapping.rules.status')}
      system={system}
      statuses={statuses}
      columns={CLIENT_TYPES}
      columnName={clientName}
    >
      {(status, client) => (
        <td>
          <Checkbox
            aria-label={`${statusName(t, { system, status })}: ${clientName(client)}`}
            checked={isInSet(rules.clients, { system, status, client })}
            disabled={!edits}
            onChange={(event) =>
              edits?.setClient({ system, status, client }, event.currentTarget.checked)
            }
          />
        </td>
      )}
    </StatusTable>
  );
}
