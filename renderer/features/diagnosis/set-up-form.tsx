import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosisSetUp } from '../../../main/contract/diagnosis.ts';
import styles from './diagnosis.module.css';
import type { SetUp, VenueChoice } from './use-set-up.ts';

const CHOICES = {
  venues: ['one', 'chain'],
  delivery: ['terminal', 'centralised'],
  tariff: ['start', 'other'],
} as const;

type Choice = keyof typeof CHOICES;
const NAMES: readonly Choice[] = ['venues', 'delivery', 'tariff'];

function ChoiceField(props: {
  readonly name: Choice;
  readonly told: DiagnosisSetUp;
  readonly onTell: SetUp['tell'];
}): ReactNode {
  const { name, told, onTell } = props;
  const { t } = useTranslation();
  const options = CHOICES[name].map((value) => ({
    value,
    label: t(`diagnosis.set-up.${name}.${value}`),
  }));
  return (
    <NativeSelect
      size="xs"
      label={t(`diagnosis.set-up.${name}`)}
      value={told[name] ?? ''}
      data={[{ value: '', label: t('diagnosis.set-up.unknown') }, ...options]}
      onChange={({ currentTarget: { value } }) =>
        onTell({ [name]: CHOICES[name].find((one) => one === value) ?? null })
      }
    />
  );
}

function VenueField(props: {
  readonly told: DiagnosisSetUp;
  readonly venues: readonly VenueChoice[];
  readonly onTell: SetUp['tell'];
}): ReactNode {
  const { told, venues, onTell } = props;
  const { t } = useTranslation();
  if (venues.length === 0) return null;
  const data = [
    { value: '', label: t('diagnosis.set-up.venue.none') },
    ...venues.map(({ id, name, organization }) => ({
      value: String(id),
      label: `${name} (${organization})`,
    })),
  ];
  return (
    <NativeSelect
      size="xs"
      label={t('diagnosis.set-up.venue')}
      value={told.venueId === null ? '' : String(told.venueId)}
      data={data}
      onChange={({ currentTarget: { value } }) => onTell({ venueId: Number(value) || null })}
    />
  );
}

/** What only a person knows of the set-up: asked once, kept, and used by every rule. */
export function SetUpForm({ setUp }: { readonly setUp: SetUp }): ReactNode {
  const { told, venues, tell } = setUp;
  const { t } = useTranslation();
  if (!told) return null;
  return (
    <section className={styles.form} aria-label={t('diagnosis.set-up')}>
      <h2>{t('diagnosis.set-up')}</h2>
      <p className={styles.note}>{t('diagnosis.set-up.hint')}</p>
      {NAMES.map((name) => (
        <ChoiceField key={name} name={name} told={told} onTell={tell} />
      ))}
      <TextInput
        label={t('diagnosis.set-up.call-centre')}
        placeholder="https://name.iiko.it:443/resto"
        defaultValue={told.callCentreUrl ?? ''}
        onBlur={({ currentTarget: { value } }) =>
          tell({ callCentreUrl: value.trim() === '' ? null : value.trim() })
        }
      />
      <VenueField told={told} venues={venues} onTell={tell} />
    </section>
  );
}
