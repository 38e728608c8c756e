import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiffLine } from '../../../main/contract/config-changes.ts';
import styles from './diff-view.module.css';
import { unifyDiff, type UnifiedLine } from './unify-diff.ts';

function Words({ line }: { readonly line: UnifiedLine }): ReactNode {
  const { text, from, to } = line;
  if (from >= to) return <code>{text}</code>;
  return (
    <code>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </code>
  );
}

const SIGNS = { same: ' ', added: '+', removed: '−' };

/** What is different, line by line, with a little around; gaps are counted. */
export function DiffView({ lines }: { readonly lines: readonly DiffLine[] }): ReactNode {
  const { t } = useTranslation();
  const unified = unifyDiff(lines);
  if (unified.length === 0) return <p className={styles.none}>{t('terminals.diff.none')}</p>;
  return (
    <div className={styles.diff} role="group" aria-label={t('terminals.diff')}>
      {unified.map((line) =>
        line.type === 'gap' ? (
          <div key={line.key} className={styles.gap}>
            {t('terminals.diff.skipped', { count: line.skipped })}
          </div>
        ) : (
          <div key={line.key} className={styles[line.type]}>
            <span className={styles.number}>{line.number}</span>
            <span
              className={styles.sign}
              aria-label={line.type === 'same' ? undefined : t(`terminals.diff.${line.type}`)}
              role={line.type === 'same' ? undefined : 'img'}
            >
              {SIGNS[line.type]}
            </span>
            <Words line={line} />
          </div>
        ),
      )}
    </div>
  );
}
