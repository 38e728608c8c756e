import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CLIENT_TYPES, isInSet } from '../../../main/domain/status-mapping/status-rules.ts';
import styles from './status-mapping.module.css';
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
    <div className={styles.tableBox}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{t('status-mapping.rules.clients')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('status-mapping.rules.status')}</th>
            {CLIENT_TYPES.map((client) => (
              <th key={client} scope="col">
                {clientName(client)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status}>
              <th scope="row">{statusName(t, { system, status })}</th>
              {CLIENT_TYPES.map((client) => (
                <td key={client}>
                  <Checkbox
                    aria-label={`${statusName(t, { system, status })}: ${clientName(client)}`}
                    checked={isInSet(rules.clients, { system, status, client })}
                    disabled={!edits}
                    onChange={(event) =>
                      edits?.setClient({ system, status, client }, event.currentTarget.checked)
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
