import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  mappingWarnings,
  type MappingWarning,
} from '../../../main/domain/status-mapping/status-warnings.ts';
import type { BoardModel } from './board-model.ts';
import styles from './status-mapping.module.css';
import { statusName, systemName } from './status-texts.ts';

const keyOf = ({ code, system, status }: MappingWarning): string =>
  JSON.stringify([code, system, status]);

/** What is impossible or risky about the mapping as the board shows it. «Not placed» has its own lane. */
export function Warnings({ model }: { readonly model: BoardModel }): ReactNode {
  const { t } = useTranslation();
  const cards = model.lanes.flatMap((lane) => lane.cards);
  const found = mappingWarnings(model.drafted, cards).filter(({ code }) => code !== 'unmapped');
  if (found.length === 0) return null;
  return (
    <ul className={styles.warnings} aria-label={t('status-mapping.warnings')}>
      {found.map((one) => {
        const Mark = one.level === 'wrong' ? IconCircleX : IconAlertTriangle;
        const status = statusName(t, one);
        const system = systemName(t, one.system);
        return (
          <li key={keyOf(one)} data-level={one.level}>
            <Mark size={16} stroke={1.75} aria-hidden />
            {t(`status-mapping.warning.${one.code}`, { status, system })}
          </li>
        );
      })}
    </ul>
  );
}
