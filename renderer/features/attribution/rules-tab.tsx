import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulesView } from '../../../main/contract/attribution.ts';
import type { Client } from '../../../main/contract/index.ts';
import {
  RULE_KINDS,
  type Rule,
  type RuleKind,
} from '../../../main/domain/attribution/attribution-rule.ts';
import { useMay } from '../../bridge/session-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import sharedStyles from './attribution.module.css';
import styles from './rules.module.css';
import { PreviewPanel } from './preview-panel.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleRow } from './rule-row.tsx';
import { RulesBar } from './rules-bar.tsx';
import { RulesVersions } from './rules-versions.tsx';
import { useRead } from './use-read.ts';
import { useRulesDraft, type RulesDraft } from './use-rules-draft.ts';

const read = (client: Client): Promise<RulesView> => client.attribution.rules({});

const newRule = (kind: RuleKind): Rule => ({
  id: `${kind}-${Math.trunc(Math.random() * 1e9).toString(36)}`,
  name: '',
  kind,
  enabled: true,
  requires: [],
  beforeMinutes: 60,
  afterMinutes: 0,
  table: [],
  unlisted: 'nothing',
  decides: false,
});

function AddRule({ onAdd }: { readonly onAdd: (rule: Rule) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />}>
          {t('attribution.add-rule')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {RULE_KINDS.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(newRule(kind))}>
            {t(`attribution.kind.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function RuleList(props: {
  readonly draft: RulesDraft;
  readonly mayEdit: boolean;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}): ReactNode {
  const { draft, mayEdit, selected, onSelect } = props;
  const { t } = useTranslation();
  return (
    <ol className={styles.rules} aria-label={t('attribution.tab.rules')}>
      {draft.rules.map((rule, place) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          place={place}
          last={place === draft.rules.length - 1}
          mayEdit={mayEdit}
          selected={rule.id === selected}
          onMove={(by) => draft.move(rule.id, by)}
          onEnabled={(enabled) => draft.put({ ...rule, enabled })}
          onEdit={() => onSelect(rule.id)}
        />
      ))}
    </ol>
  );
}

function Rules({ view }: { readonly view: RulesView }): ReactNode {
  const { t } = useTranslation();
  const draft = useRulesDraft(view);
  const mayEdit = useMay('edit-settings');
  const [selected, select] = useState<string | null>(null);
  const rule = draft.rules.find(({ id }) => id === selected);
  const add = (added: Rule): void => {
    draft.add(added);
    select(added.id);
  };
  return (
    <div className={styles.columns}>
      <div className={sharedStyles.page}>
        <p className={sharedStyles.note}>{t('attribution.rules.note')}</p>
        <RulesBar view={view} draft={draft} mayEdit={mayEdit}>
          {mayEdit && <AddRule onAdd={add} />}
        </RulesBar>
        <PreviewPanel draft={draft} />
        <RuleList draft={draft} mayEdit={mayEdit} selected={selected} onSelect={select} />
        <RulesVersions view={view} mayEdit={mayEdit} onRestore={draft.replace} />
      </div>
      {rule && (
        <RuleForm
          key={rule.id}
          rule={rule}
          mayEdit={mayEdit}
          onRule={draft.put}
          onRemove={() => draft.remove(rule.id)}
          onClose={() => select(null)}
        />
      )}
    </div>
  );
}

/** The ordered rules: edit, try on past orders, apply, go back. */
export function RulesTab(): ReactNode {
  const [state, again] = useRead(read);
  if (state.type === 'loading') return null;
  if (state.type === 'failed') return <FailureNotice failure={state.failure} onRetry={again} />;
  return <Rules view={state.value} />;
}
