import { Button, Select } from '@mantine/core';
import { IconArrowRight, IconFlask } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulesPreview } from '../../../main/contract/attribution.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import type { Rule } from '../../../main/domain/attribution/attribution-rule.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import sharedStyles from './attribution.module.css';
import styles from './rules.module.css';
import { toInput } from './rules-bar.tsx';
import { writePath } from './source-texts.ts';
import type { RulesDraft } from './use-rules-draft.ts';

type Tried =
  | Readonly<{ type: 'idle' | 'trying' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; preview: RulesPreview; of: readonly Rule[] }>;

const DAYS = [7, 30, 90, 365] as const;

function Result({ preview }: { readonly preview: RulesPreview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.preview} role="status">
      <strong>
        {t('attribution.preview.changed', {
          count: preview.changed,
          shown: format.number(preview.changed),
        })}
      </strong>
      <span className={sharedStyles.quiet}>
        {t('attribution.preview.checked', {
          checked: format.number(preview.checked),
          orders: format.number(preview.orders),
        })}
        {preview.changed > 0 && ` · ${format.money(preview.changedMinor, preview.currency)}`}
      </span>
      <ul className={sharedStyles.plain}>
        {preview.moves.slice(0, 8).map(({ from, to, orders }) => (
          <li key={`${from.join('/')} ${to.join('/')}`} className={styles.move}>
            <span>{writePath(t, from)}</span>
            <IconArrowRight size={14} aria-label={t('attribution.becomes')} />
            <span>{writePath(t, to)}</span>
            <span className={sharedStyles.count}>{format.number(orders)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** «Это изменит 412 заказов»: the draft tried on past orders. */
export function PreviewPanel({ draft }: { readonly draft: RulesDraft }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [days, setDays] = useState('30');
  const [tried, setTried] = useState<Tried>({ type: 'idle' });
  if (!draft.changed) return null;
  const attempt = (): void => {
    const of = draft.rules;
    setTried({ type: 'trying' });
    client.attribution.tryRules({ rules: toInput(of), days: Number(days) }).then(
      (preview) => setTried({ type: 'shown', preview, of }),
      (error: unknown) => setTried({ type: 'failed', failure: toFailure(error) }),
    );
  };
  return (
    <section className={styles.try} aria-label={t('attribution.try')}>
      <div className={sharedStyles.bar}>
        <Button
          leftSection={<IconFlask size={16} aria-hidden />}
          loading={tried.type === 'trying'}
          onClick={attempt}
        >
          {t('attribution.try')}
        </Button>
        <Select
          aria-label={t('attribution.try.days')}
          data={DAYS.map((count) => ({
            value: String(count),
            label: t('attribution.try.last', { count }),
          }))}
          allowDeselect={false}
          value={days}
          onChange={(next) => setDays(next ?? '30')}
        />
        {tried.type === 'shown' && tried.of !== draft.rules && (
          <span className={sharedStyles.quiet}>{t('attribution.try.stale')}</span>
        )}
      </div>
      {tried.type === 'failed' && <FailureNotice failure={tried.failure} onRetry={attempt} />}
      {tried.type === 'shown' && <Result preview={tried.preview} />}
    </section>
  );
}
