import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { INTAKE_ROUTES, type IntakeRoute } from '../../../main/domain/diagnosis/intake-route.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './readiness.module.css';

/** How many of the newest orders came by each of the three ways. */
export function IntakeRoutes(props: {
  readonly routes: Readonly<Record<IntakeRoute, number>>;
}): ReactNode {
  const { routes } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const total = INTAKE_ROUTES.reduce((sum, route) => sum + routes[route], 0);
  return (
    <section className={styles.section} aria-label={t('routes.title')}>
      <header>
        <h2>{t('routes.title')}</h2>
        {total > 0 && (
          <span className={styles.note}>{t('routes.hint', { total: format.number(total) })}</span>
        )}
      </header>
      {total === 0 ? (
        <p className={styles.note}>{t('routes.none')}</p>
      ) : (
        <table className={styles.table}>
          <tbody>
            {INTAKE_ROUTES.map((route) => (
              <tr key={route}>
                <th scope="row">{t(`routes.${route}`)}</th>
                <td className={styles.figure}>{format.figure(routes[route])}</td>
                <td className={styles.figure}>
                  {`${format.number((routes[route] / total) * 100, 0)} %`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
