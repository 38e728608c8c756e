import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../shared/i18n/resources.ts';
import { usePersonal } from '../../bridge/session-context.tsx';
import { Choice } from './choice.tsx';
import { SettingRow } from './setting-row.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { useSettingChange } from './use-setting-change.ts';

const THEMES = ['light', 'dark', 'system'] as const;
const HEIGHTS = ['compact', 'comfortable'] as const;

/** Language, theme and density. */
export function LookSection(): ReactNode {
  const { t } = useTranslation();
  const { language, theme, rowHeight } = usePersonal();
  const change = useSettingChange();
  const named = (title: string) => t(`settings.look.${title}`);
  return (
    <>
      <SettingsGroup title={t('settings.section.look')}>
        <SettingRow title={named('language')}>
          <Choice
            label={named('language')}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: named(`language.${value}`) }))}
            onChoose={(value) => change(named('language'), { language: value })}
          />
        </SettingRow>
        <SettingRow title={named('theme')} note={named('theme.note')}>
          <Choice
            label={named('theme')}
            value={theme}
            options={THEMES.map((value) => ({ value, label: named(`theme.${value}`) }))}
            onChoose={(value) => change(named('theme'), { theme: value })}
          />
        </SettingRow>
        <SettingRow title={named('rows')} note={named('rows.note')}>
          <Choice
            label={named('rows')}
            value={rowHeight}
            options={HEIGHTS.map((value) => ({ value, label: named(`rows.${value}`) }))}
            onChoose={(value) => change(named('rows'), { rowHeight: value })}
          />
        </SettingRow>
      </SettingsGroup>
    </>
  );
}
