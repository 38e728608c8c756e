import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulesView } from '../../../main/contract/attribution.ts';
import type { Rule } from '../../../main/domain/attribution/attribution-rule.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './attribution.module.css';
import type { RulesDraft } from './use-rules-draft.ts';

/** Plain data as the contract's schema wants it. */
export const toInput = (rules: readonly Rule[]) =>
  rules.map((rule) => ({
    ...rule,
    requires: [...rule.requires],
    table: rule.table.map((entry) => ({ ...entry, source: [...entry.source] })),
  }));

/** Where the draft stands, and the ways to put it in force or give it up. */
export function RulesBar(props: {
  readonly view: RulesView;
  readonly draft: RulesDraft;
  readonly mayEdit: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { view, draft, mayEdit } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [busy, setBusy] = useState(false);
  const apply = (): void => {
    setBusy(true);
    client.attribution
      .applyRules({ rules: toInput(draft.rules), basedOn: draft.basedOn })
      .then(draft.drop, notifyFailure)
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.bar}>
      {props.children}
      <span className={styles.quiet} role="status">
        {view.version === 0
          ? t('attribution.version.built-in')
          : t('attribution.version', { version: view.version })}
        {view.waiting > 0 &&
          ` · ${t('attribution.waiting', { count: view.waiting, shown: format.number(view.waiting) })}`}
      </span>
      {draft.changed && mayEdit && (
        <span className={styles.barEnd}>
          <Button onClick={draft.drop}>{t('attribution.drop')}</Button>
          <Button variant="filled" loading={busy} onClick={apply}>
            {t('attribution.apply')}
          </Button>
        </span>
      )}
    </div>
  );
}
