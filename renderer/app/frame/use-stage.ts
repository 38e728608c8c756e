import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { focusHome } from '../../shared/navigation/focus-home.ts';
import type { ScreenEntry } from '../screens.tsx';

/**
 * Names the window after its screen and, when the screen changes, brings the focus into it, so that
 * Tab and a screen reader go on from there. A screen that took the focus itself keeps it.
 */
export function useStage(screen: ScreenEntry): RefObject<HTMLElement | null> {
  const { t } = useTranslation();
  const stage = useRef<HTMLElement>(null);
  const last = useRef(screen.id);
  useEffect(() => {
    document.title = `${t(screen.titleKey)} — ${t('app.name')}`;
  }, [t, screen]);
  useEffect(() => {
    if (last.current === screen.id) return;
    last.current = screen.id;
    if (!stage.current?.contains(document.activeElement)) focusHome(stage.current);
  }, [screen]);
  return stage;
}
