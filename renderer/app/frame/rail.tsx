import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProfileSwitcher } from '../../features/settings/index.ts';
import { hashOf } from '../../shared/navigation/navigation.ts';
import { RAIL_SCREENS, type ScreenEntry } from '../screens.tsx';
import { BrandMark } from './brand-mark.tsx';
import styles from './rail.module.css';
import { useBadges, type Badge } from './use-badges.ts';
import { useRailWidth } from './use-rail-width.ts';

/** The count; with the words shown, what it counts is said after them. */
function RailBadge(props: { readonly badge: Badge; readonly wide: boolean }): ReactNode {
  const { badge, wide } = props;
  return (
    <>
      {wide && <span className={styles.told}>{badge.label}</span>}
      <span className={styles.badge} aria-hidden>
        {badge.count}
      </span>
    </>
  );
}

function RailLink(props: {
  readonly screen: ScreenEntry;
  readonly place: number;
  readonly current: boolean;
  readonly wide: boolean;
  readonly badge: Badge | undefined;
}): ReactNode {
  const { screen, place, current, wide, badge } = props;
  const { t } = useTranslation();
  const { id, icon: Icon, titleKey } = screen;
  const title = t(titleKey);
  const told = [title, badge?.label].filter(Boolean).join(', ');
  return (
    <Tooltip label={`${told}  Alt+${place + 1}`} position="right" disabled={wide}>
      <a
        className={styles.item}
        href={hashOf({ screen: id, params: {} })}
        aria-current={current ? 'page' : undefined}
        aria-label={wide ? undefined : told}
      >
        <Icon size={20} stroke={1.5} aria-hidden />
        {wide && <span>{title}</span>}
        {badge && <RailBadge badge={badge} wide={wide} />}
      </a>
    </Tooltip>
  );
}

/** The screens of the product; icons alone, or with their words. */
export function Rail({ current }: { readonly current: string }): ReactNode {
  const { t } = useTranslation();
  const { wide, toggle } = useRailWidth(current);
  const badges = useBadges();
  const Fold = wide ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  const foldLabel = t(wide ? 'app.rail.collapse' : 'app.rail.expand');
  return (
    <div className={styles.rail} data-wide={wide}>
      <nav className={styles.links} aria-label={t('app.rail')}>
        <div className={styles.brand}>
          <BrandMark />
          {wide && <span>{t('app.name')}</span>}
        </div>
        {RAIL_SCREENS.map((screen, place) => (
          <RailLink
            key={screen.id}
            screen={screen}
            place={place}
            current={screen.id === current}
            wide={wide}
            badge={badges[screen.id]}
          />
        ))}
      </nav>
      <div className={styles.foot}>
        <Tooltip label={foldLabel} position="right" disabled={wide}>
          <button
            type="button"
            className={styles.item}
            aria-expanded={wide}
            aria-label={wide ? undefined : foldLabel}
            onClick={toggle}
          >
            <Fold size={20} stroke={1.5} aria-hidden />
            {wide && <span>{t('app.rail.collapse.short')}</span>}
          </button>
        </Tooltip>
        <ProfileSwitcher className={styles.item} wide={wide} />
      </div>
    </div>
  );
}
