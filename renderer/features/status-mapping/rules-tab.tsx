import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import { statusesOf } from './board-model.ts';
import { BreachReport } from './breach-report.tsx';
import { ClientSets } from './client-sets.tsx';
import { MoveMatrix } from './move-matrix.tsx';
import styles from './status-mapping.module.css';
import { systemName } from './status-texts.ts';
import { TimeLimits } from './time-limits.tsx';
import { useRules } from './use-rules.ts';

/** Allowed moves, sets by type of client, longest times, and the orders that broke them. */
export function RulesTab({ board }: { readonly board: StatusBoard }): ReactNode {
  const { t } = useTranslation();
  const { rules, edits } = useRules();
  const all = statusesOf(board);
  const systems = [...new Set(all.map(({ system }) => system))];
  const [chosen, choose] = useState<string | null>(null);
  const system = chosen ?? systems[0];
  if (!rules || system === undefined) return null;
  const statuses = all.filter((one) => one.system === system).map(({ status }) => status);
  const parts = { system, statuses, rules, edits: board.mayEdit ? edits : null };
  return (
    <div className={styles.tab}>
      {systems.length > 1 && (
        <SegmentedControl
          aria-label={t('status-mapping.system')}
          data={systems.map((one) => ({ value: one, label: systemName(t, one) }))}
          value={system}
          onChange={choose}
        />
      )}
      <section className={styles.part} aria-labelledby="rules-moves">
        <h2 id="rules-moves">{t('status-mapping.rules.moves')}</h2>
        <p className={styles.note}>{t('status-mapping.rules.moves.note')}</p>
        <MoveMatrix {...parts} />
      </section>
      <section className={styles.part} aria-labelledby="rules-clients">
        <h2 id="rules-clients">{t('status-mapping.rules.clients')}</h2>
        <p className={styles.note}>{t('status-mapping.rules.clients.note')}</p>
        <ClientSets {...parts} />
      </section>
      <section className={styles.part} aria-labelledby="rules-limits">
        <h2 id="rules-limits">{t('status-mapping.rules.limits')}</h2>
        <p className={styles.note}>{t('status-mapping.rules.limits.note')}</p>
        <TimeLimits {...parts} />
      </section>
      <section className={styles.part} aria-labelledby="rules-breaches">
        <h2 id="rules-breaches">{t('status-mapping.breaches')}</h2>
        <p className={styles.note}>{t('status-mapping.breaches.note')}</p>
        <BreachReport />
      </section>
    </div>
  );
}
