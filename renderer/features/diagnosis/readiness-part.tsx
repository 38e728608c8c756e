import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { ChecklistSection } from './checklist-section.tsx';
import { IntakeRoutes } from './intake-routes.tsx';
import { LicenceCheck } from './licence-check.tsx';
import { CallCheck } from './call-check.tsx';
import { PbxCheck } from './pbx-check.tsx';
import styles from './readiness.module.css';
import { SoundCheck } from './sound-check.tsx';
import { useChecklists } from './use-checklists.ts';
import { useSetUp } from './use-set-up.ts';
import { VersionTable } from './version-table.tsx';

/** What must be ready for deliveries to work: proven where it can be, ticked by a person elsewhere. */
export function ReadinessPart(): ReactNode {
  const { t } = useTranslation();
  const { view, tick, read } = useChecklists();
  const setUp = useSetUp();
  if (view.type === 'loading') return null;
  if (view.type === 'failed') return <FailureNotice failure={view.failure} onRetry={read} />;
  return (
    <div className={styles.page}>
      <p className={styles.intro}>{t('checklist.intro')}</p>
      <div className={styles.lists}>
        {view.lists.map((list) => (
          <ChecklistSection key={list.id} list={list} onTick={tick}>
            {list.id === 'telephony' && (
              <>
                <PbxCheck />
                <CallCheck />
                <SoundCheck />
              </>
            )}
          </ChecklistSection>
        ))}
        <LicenceCheck
          known={{
            tariff: setUp.told?.tariff ?? null,
            venues: setUp.told?.venues ?? null,
            delivery: setUp.told?.delivery ?? null,
            terminals: setUp.venues.length,
          }}
        />
        <IntakeRoutes routes={view.routes} />
        <VersionTable versions={view.versions} />
      </div>
    </div>
  );
}
