import { IconSpeakerphone } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceTree } from '../../../main/contract/attribution.ts';
import type { Client } from '../../../main/contract/index.ts';
import { useMay } from '../../bridge/session-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import sharedStyles from './attribution.module.css';
import styles from './tree.module.css';
import { SourceDialog, type SourceQuestion } from './source-dialog.tsx';
import { SourceRow } from './source-row.tsx';
import { levelName } from './source-texts.ts';
import { treeLines } from './tree-model.ts';
import { useSourceChanges } from './use-source-changes.ts';
import { useRead } from './use-read.ts';

const read = (client: Client): Promise<SourceTree> => client.attribution.sources({});

function Changes({ tree }: { readonly tree: SourceTree }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { undo } = useSourceChanges();
  const mayEdit = useMay('edit-settings');
  const nameOf = (id: string | number | null): string => {
    const source = tree.sources.find((one) => String(one.id) === String(id));
    return source ? levelName(t, source.name || source.key) : '';
  };
  if (tree.changes.length === 0) return null;
  return (
    <section className={styles.changes} aria-label={t('attribution.changes')}>
      <h2>{t('attribution.changes')}</h2>
      <ul className={sharedStyles.plain}>
        {tree.changes.slice(0, 20).map((change) => (
          <li
            key={change.id}
            className={sharedStyles.change}
            data-undone={change.undone || undefined}
          >
            <span>
              {t(`attribution.change.${change.kind}`, {
                source: nameOf(change.sourceId),
                before: change.before ?? '',
                after: change.kind === 'merge' ? nameOf(change.after) : (change.after ?? ''),
              })}
            </span>
            <span className={sharedStyles.quiet}>
              {[format.moment(change.at), change.author].filter(Boolean).join(' · ')}
            </span>
            {change.undone && <span className={sharedStyles.quiet}>{t('attribution.undone')}</span>}
            {!change.undone && mayEdit && (
              <button type="button" className={styles.link} onClick={() => undo(change.id)}>
                {t('attribution.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tree({ tree }: { readonly tree: SourceTree }): ReactNode {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [question, ask] = useState<SourceQuestion | null>(null);
  const lines = useMemo(() => treeLines(tree.sources, opened), [tree, opened]);
  const all = tree.sources.reduce((sum, { orders }) => sum + orders, 0);
  const toggle = (id: number): void => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  return (
    <div className={sharedStyles.page}>
      <div className={styles.tree}>
        <div className={styles.treeHead} aria-hidden>
          <span>{t('attribution.column.source')}</span>
          <span className={sharedStyles.count}>{t('attribution.column.orders')}</span>
          <span className={sharedStyles.count}>{t('attribution.column.share')}</span>
        </div>
        <ul className={sharedStyles.plain}>
          {lines.map((line) => (
            <SourceRow
              key={line.node.id}
              line={line}
              all={all}
              opened={opened.has(line.node.id)}
              onToggle={() => toggle(line.node.id)}
              onAsk={ask}
            />
          ))}
        </ul>
      </div>
      <Changes tree={tree} />
      {question && (
        <SourceDialog question={question} sources={tree.sources} onClose={() => ask(null)} />
      )}
    </div>
  );
}

/** The tree of channels and sources with their orders; what was renamed or merged, and the way back. */
export function TreeTab(): ReactNode {
  const { t } = useTranslation();
  const [state, again] = useRead(read);
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <FailureNotice failure={state.failure} onRetry={again} />;
  if (state.value.sources.every(({ orders, mergedInto }) => orders === 0 && mergedInto === null)) {
    return (
      <EmptyState
        icon={IconSpeakerphone}
        title={t('attribution.empty')}
        text={t('attribution.empty.text')}
      />
    );
  }
  return <Tree tree={state.value} />;
}
