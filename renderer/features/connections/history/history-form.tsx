import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackFill } from '../../../../main/contract/back-fill.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { historyDraftOf, isHistoryPeriod, type HistoryDraft } from './history-draft.ts';
import styles from './history.module.css';

type Change = (change: Partial<HistoryDraft>) => void;

function NightFields(props: { readonly draft: HistoryDraft; readonly onChange: Change }) {
  const { draft, onChange } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      {(['nightFrom', 'nightTo'] as const).map((field) => (
        <NumberInput
          key={field}
          w={96}
          label={t(field === 'nightFrom' ? 'back-fill.night.from' : 'back-fill.night.to')}
          min={0}
          max={23}
          allowDecimal={false}
          value={draft[field]}
          onChange={(hour) => onChange({ [field]: Number(hour) || 0 })}
        />
      ))}
      <p className={styles.note}>{t('back-fill.night.note')}</p>
    </div>
  );
}

/** Which days to read, and whether at night only. */
export function HistoryForm(props: {
  readonly history: BackFill;
  readonly busy: boolean;
  readonly onStart: (draft: HistoryDraft) => void;
  readonly onCancel: (() => void) | null;
}): ReactNode {
  const { history, busy, onStart, onCancel } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState(() => historyDraftOf(history));
  const change: Change = (part) => setDraft((one) => ({ ...one, ...part }));
  const good = isHistoryPeriod(draft, history);
  const limits = { newest: format.day(history.newest), oldest: format.day(history.oldest) };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (good) onStart(draft);
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <div className={styles.row}>
        {(['from', 'to'] as const).map((field) => (
          <TextInput
            key={field}
            type="date"
            label={t(`back-fill.${field}`)}
            min={history.oldest}
            max={history.newest}
            value={draft[field]}
            error={!good && field === 'to'}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
        <Checkbox
          label={t('back-fill.night')}
          checked={draft.atNight}
          onChange={(event) => change({ atNight: event.currentTarget.checked })}
        />
      </div>
      {draft.atNight && <NightFields draft={draft} onChange={change} />}
      <p className={styles.note}>{t('back-fill.no-hall')}</p>
      {!good && (
        <p className={styles.problem} role="alert">
          {t('back-fill.wrong', limits)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" disabled={!good} loading={busy}>
          {t('back-fill.start')}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {t('back-fill.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
