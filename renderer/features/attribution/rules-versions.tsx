import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulesView } from '../../../main/contract/attribution.ts';
import type { Rule } from '../../../main/domain/attribution/attribution-rule.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import sharedStyles from './attribution.module.css';
import styles from './rules.module.css';

/** Every version of the rules; an earlier one can be taken as a draft again. */
export function RulesVersions(props: {
  readonly view: RulesView;
  readonly mayEdit: boolean;
  readonly onRestore: (rules: readonly Rule[]) => void;
}): ReactNode {
  const { view, mayEdit, onRestore } = props;
  const { t } = useTranslation();
  const format = useFormat();
  if (view.versions.length < 2) return null;
  return (
    <details className={styles.versions}>
      <summary>{t('attribution.versions', { count: view.versions.length })}</summary>
      <ul className={sharedStyles.plain}>
        {view.versions.map(({ version, author, appliedAt, rules }) => (
          <li key={version} className={sharedStyles.change}>
            <span>
              {version === 0
                ? t('attribution.version.built-in')
                : t('attribution.version', { version })}
            </span>
            <span className={sharedStyles.quiet}>
              {version > 0 && [format.moment(appliedAt), author].filter(Boolean).join(' · ')}
            </span>
            {version !== view.version && mayEdit && (
              <Button variant="subtle" size="compact-sm" onClick={() => onRestore(rules)}>
                {t('attribution.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
