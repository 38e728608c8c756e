import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganizationCoverage } from '../../../../main/contract/zone-coverage.ts';
import styles from '../zone-coverage.module.css';
import type { CoverageEdits } from './use-coverage.ts';

/** The one city that new addresses begin with; districts, which find nobody, are only read. */
export function CityAndDistricts(props: {
  readonly organization: OrganizationCoverage;
  readonly edits: CoverageEdits | null;
}): ReactNode {
  const { t } = useTranslation();
  const { organization, edits } = props;
  const { cities, districts, schedule } = organization;
  if (cities.length === 0 && districts.length === 0) return null;
  return (
    <section aria-label={t('zone-coverage.cities')}>
      <h2 className={styles.title}>{t('zone-coverage.cities')}</h2>
      {cities.length > 0 && (
        <NativeSelect
          size="xs"
          label={t('zone-coverage.default-city')}
          value={schedule.defaultCity}
          disabled={edits === null}
          data={[
            { value: '', label: t('zone-coverage.default-city.none') },
            ...cities.map((name) => ({ value: name, label: name })),
          ]}
          onChange={({ currentTarget }) =>
            edits?.save(
              organization,
              { ...schedule, defaultCity: currentTarget.value },
              t('zone-coverage.did.city'),
            )
          }
        />
      )}
      {districts.length > 0 && (
        <details className={styles.details}>
          <summary>{t('zone-coverage.districts', { count: districts.length })}</summary>
          <p className={styles.quiet}>{t('zone-coverage.districts.note')}</p>
          <p>{districts.join(', ')}</p>
        </details>
      )}
    </section>
  );
}
