import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import { readClock } from '../../../shared/format/clock.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { mapOf, type PanelProps } from '../map-option.ts';
import { SideFields } from '../side-fields.tsx';
import { useMapOptions } from '../use-map-options.ts';
import { AmountField } from '../terminals/amount-field.tsx';
import { WEEKDAYS } from '../week-text.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './address.module.css';
import { AddressField } from './address-field.tsx';
import { Candidates } from './candidates.tsx';
import { GeocoderForm } from './geocoder-form.tsx';
import { PlaceCard } from './place-card.tsx';
import { useAddress, type AddressState, type AddressTerms } from './use-address.ts';

type Asked = Readonly<{ text: string; day: number | null; clock: string; sumMinor: number | null }>;

const NOW: Asked = { text: '', day: null, clock: '19:00', sumMinor: null };

function When(props: {
  readonly asked: Asked;
  readonly onAsked: (asked: Asked) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { asked, onAsked } = props;
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('zone-coverage.address.when')}
        value={asked.day ?? ''}
        data={[
          { value: '', label: t('zone-coverage.address.now') },
          ...WEEKDAYS.map((day) => ({
            value: String(day),
            label: t(`zone-coverage.weekday.${day}`),
          })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onAsked({ ...asked, day: value === '' ? null : Number(value) })
        }
      />
      {asked.day !== null && (
        <TextInput
          w={72}
          label={t('zone-coverage.address.clock')}
          value={asked.clock}
          error={readClock(asked.clock) === null}
          onChange={({ currentTarget: { value } }) => onAsked({ ...asked, clock: value })}
        />
      )}
      <AmountField
        label={t('zone-coverage.address.sum')}
        value={asked.sumMinor}
        digits={2}
        disabled={false}
        onSave={(sumMinor) => onAsked({ ...asked, sumMinor })}
      />
    </>
  );
}

function Answer(props: {
  readonly state: AddressState;
  readonly onPick: ReturnType<typeof useAddress>['pick'];
  readonly terms: AddressTerms;
  readonly onRetry: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { state, onPick, terms, onRetry } = props;
  switch (state.type) {
    case 'idle':
      return <p className={sharedStyles.quiet}>{t('zone-coverage.address.hint')}</p>;
    case 'looking':
      return <p aria-busy="true">{t('zone-coverage.address.looking')}</p>;
    case 'failed':
      return <FailureNotice failure={state.failure} onRetry={onRetry} />;
    case 'answered': {
      const { answer, taken } = state;
      return (
        <>
          {answer.trouble && <FailureNotice failure={answer.trouble} onRetry={onRetry} />}
          <Candidates
            answer={answer}
            taken={taken?.candidate ?? null}
            onPick={(candidate) => void onPick(answer, candidate, terms)}
          />
          {taken && <PlaceCard answer={taken.place} />}
        </>
      );
    }
    default:
      return assertNever(state);
  }
}

/** One address: whose it is, when, for how much, and which setting decided each. */
export function AddressPanel({ onShow }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(NOW);
  const maps = useMapOptions();
  const [map, setMap] = useState('draft');
  const [schedule, setSchedule] = useState<'saved' | 'iiko'>('saved');
  const { state, find, pick } = useAddress(onShow);
  const minutes = readClock(asked.clock);
  const terms: AddressTerms = {
    minute: asked.day === null || minutes === null ? null : asked.day * 1440 + (minutes % 1440),
    sumMinor: asked.sumMinor,
    map: mapOf(maps, map).choice,
    schedule,
  };
  const ask = (): void => {
    if (asked.text.trim() !== '') void find(asked.text, terms);
  };
  return (
    <div className={sharedStyles.panel}>
      <form
        className={sharedStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <AddressField text={asked.text} onText={(text) => setAsked({ ...asked, text })} />
        <div className={sharedStyles.terms}>
          <When asked={asked} onAsked={setAsked} />
        </div>
        <div className={styles.pair}>
          <SideFields
            maps={maps}
            side={{ map, schedule }}
            onSide={(side) => {
              setMap(side.map);
              setSchedule(side.schedule);
            }}
          />
        </div>
        <Button type="submit" variant="filled" loading={state.type === 'looking'}>
          {t('zone-coverage.address.find')}
        </Button>
      </form>
      <Answer state={state} onPick={pick} terms={terms} onRetry={ask} />
      <GeocoderForm />
    </div>
  );
}
