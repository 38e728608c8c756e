import { Checkbox, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './filters.module.css';

/** One thing that can be chosen. */
export type Choice<Value> = Readonly<{ value: Value; label: string; note?: string }>;

/** So many choices need a search box of their own. */
const MANY = 8;

/** Any number of choices out of a list. */
export function ChoiceList<Value extends string | number>(props: {
  readonly choices: readonly Choice<Value>[];
  readonly chosen: readonly Value[];
  readonly onChoose: (chosen: Value[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { choices, chosen, onChoose } = props;
  const wanted = search.trim().toLocaleLowerCase();
  const found = choices.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const toggle = (value: Value): void =>
    onChoose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <div className={styles.choices}>
      {choices.length > MANY && (
        <TextInput
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('filter.find')}
          aria-label={t('filter.find')}
          data-autofocus
        />
      )}
      <div className={styles.choiceRows}>
        {found.map(({ value, label, note }) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
            label={label}
            description={note}
          />
        ))}
        {found.length === 0 && <p className={styles.none}>{t('filter.none')}</p>}
      </div>
    </div>
  );
}
