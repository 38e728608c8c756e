import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbout } from '../../bridge/session-context.tsx';
import { SettingRow } from './setting-row.tsx';
import { SettingsGroup } from './settings-group.tsx';
import styles from './settings.module.css';

/** Version, where the data lies, how the window is shown. */
export function AboutSection(): ReactNode {
  const { t } = useTranslation();
  const { version, dataFolder, host, zone } = useAbout();
  const facts = [
    ['version', version],
    ['folder', dataFolder],
    ['host', t(`settings.about.host.${host}`)],
    ['zone', zone],
  ] as const;
  return (
    <>
      <SettingsGroup title={t('settings.section.about')}>
        {facts.map(([name, value]) => (
          <SettingRow key={name} title={t(`settings.about.${name}`)}>
            <span className={styles.path}>{value}</span>
          </SettingRow>
        ))}
      </SettingsGroup>
    </>
  );
}
