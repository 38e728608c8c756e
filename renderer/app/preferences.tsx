import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonal } from '../bridge/session-context.tsx';
import { rememberLanguage } from '../shared/i18n/remembered-language.ts';

/** Puts the profile's language and theme into force. */
export function Preferences(): null {
  const { language, theme } = usePersonal();
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
    void i18n.changeLanguage(language);
  }, [language, i18n]);
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme]);
  return null;
}
