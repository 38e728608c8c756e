import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf, usePlace } from '../../shared/navigation/navigation.ts';
import { Screen } from '../../shared/ui/screen.tsx';
import { AboutSection } from './about-section.tsx';
import { AlarmsSection } from './alarms-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { LookSection } from './look-section.tsx';
import { ProfilesSection } from './profiles-section.tsx';
import { SECTIONS, type Section } from './sections.ts';
import styles from './settings.module.css';
import { ThresholdsSection } from './thresholds-section.tsx';

const BODIES: Readonly<Record<Section, ComponentType>> = {
  look: LookSection,
  alarms: AlarmsSection,
  thresholds: ThresholdsSection,
  profiles: ProfilesSection,
  backups: BackupsSection,
  about: AboutSection,
};

function SectionLinks({ current }: { readonly current: Section }): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className={styles.nav} aria-label={t('settings.sections')}>
      {SECTIONS.map(({ id, icon: Icon }) => (
        <a
          key={id}
          href={hashOf({ screen: 'settings', params: { section: id } })}
          aria-current={id === current}
        >
          <Icon size={16} stroke={1.75} aria-hidden /> {t(`settings.section.${id}`)}
        </a>
      ))}
    </nav>
  );
}

/** Settings of the active profile, the profiles, and what this program is. */
export function SettingsScreen(): ReactNode {
  const { t } = useTranslation();
  const { params } = usePlace();
  const current = SECTIONS.find(({ id }) => id === params['section'])?.id ?? 'look';
  const Shown = BODIES[current];
  return (
    <Screen title={t('app.screen.settings')}>
      <div className={styles.page}>
        <SectionLinks current={current} />
        <div className={styles.sections}>
          <Shown />
        </div>
      </div>
    </Screen>
  );
}
