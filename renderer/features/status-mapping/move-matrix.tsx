import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAllowedMove } from '../../../main/domain/status-mapping/status-rules.ts';
import styles from './status-mapping.module.css';
import { StatusTable } from './status-table.tsx';
import { statusName } from './status-texts.ts';
import type { RuleEdits, Rules } from './use-rules.ts';

/** One pair: allowed or not, and whether that is somebody's own word. */
function MoveCell(props: {
  readonly system: string;
  readonly from: string;
  readonly to: string;
  readonly rules: Rules;
  readonly edits: RuleEdits | null;
}): ReactNode {
  const { system, from, to, rules, edits } = props;
  const { t } = useTranslation();
  if (from === to)
    return <td className={styles.same} aria-label={t('status-mapping.rules.same')} />;
  const allowed = isAllowedMove(rules.moves, { system, from, to });
  const usual = isAllowedMove([], { system, from, to });
  const own = allowed !== usual;
  const Mark = allowed ? IconCheck : IconX;
  const label = t(allowed ? 'status-mapping.rules.allowed' : 'status-mapping.rules.forbidden', {
    from: statusName(t, { system, status: from }),
    to: statusName(t, { system, status: to }),
  });
  return (
    <td>
      <button
        type="button"
        className={styles.pair}
        data-allowed={allowed}
        data-own={own || undefined}
        aria-pressed={allowed}
        aria-label={own ? `${label}, ${t('status-mapping.rules.own')}` : label}
        title={label}
        disabled={!edits}
        onClick={() => edits?.setMove({ system, from, to }, own ? null : !allowed)}
      >
        <Mark size={16} stroke={2} aria-hidden />
      </button>
    </td>
  );
}

/** Which status may follow which: rows from, columns to. */
export function MoveMatrix(props: {
  readonly system: string;
  readonly statuses: readonly string[];
  readonly rules: Rules;
  readonly edits: RuleEdits | null;
}): ReactNode {
  const { system, statuses, rules, edits } = props;
  const { t } = useTranslation();
  return (
    <StatusTable
      caption={t('status-mapping.rules.moves')}
      corner={t('status-mapping.rules.from-to')}
      system={system}
      statuses={statuses}
      columns={statuses}
      columnName={(status) => statusName(t, { system, status })}
      narrow
    >
      {(from, to) => <MoveCell system={system} from={from} to={to} rules={rules} edits={edits} />}
    </StatusTable>
  );
}
