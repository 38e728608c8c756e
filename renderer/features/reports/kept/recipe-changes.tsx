import { IconEqual } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipeChange, RecipeComparison } from '../../../../main/contract/reports.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { navigate } from '../../../shared/navigation/navigation.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import styles from './kept.module.css';

type Side = NonNullable<RecipeChange['before']>;

const WHOLE = 10_000;
const DIRECT = ':direct';

/** «Сайт»; under a model «Яндекс 40 %, Прямые заходы 60 %». */
function useSourceText(): (side: Side) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = (source: string): string =>
    source === DIRECT ? t('reports.value.source.:direct') : source || '—';
  return ({ source, credits }) =>
    credits.length === 0
      ? source
      : credits
          .map(([name, parts]) =>
            parts === WHOLE
              ? nameOf(name)
              : `${nameOf(name)} ${t('report-screens.kept.share', {
                  share: format.number((parts / WHOLE) * 100, 1),
                })}`,
          )
          .join(', ');
}

function useSideText(): (side: Side | null) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const sourceText = useSourceText();
  return (side) =>
    side === null
      ? '—'
      : [format.day(side.day), t(`reports.value.status-group.${side.group}`), sourceText(side)]
          .filter(Boolean)
          .join(' · ');
}

/** Order by order, why a kept report gives other figures now. */
export function RecipeChanges({
  comparison,
}: {
  readonly comparison: RecipeComparison;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const sideText = useSideText();
  const currency = comparison.now.sections[0]?.currency ?? comparison.kept.sections[0]?.currency;
  const money = (side: Side | null): string =>
    side === null ? '—' : format.money(side.sumMinor, currency ?? 'RUB');
  const { changes, changed } = comparison;
  if (changed === 0)
    return (
      <EmptyState
        icon={IconEqual}
        title={t('report-screens.kept.same')}
        text={t('report-screens.kept.same.text')}
      />
    );
  return (
    <div className={styles.changes}>
      <p>{t('report-screens.kept.changed', { count: changed, orders: format.number(changed) })}</p>
      {changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('report-screens.kept.order')}</th>
              <th scope="col">{t('report-screens.kept.what')}</th>
              <th scope="col">{t('report-screens.kept.then')}</th>
              <th scope="col">{t('report-screens.kept.sum-then')}</th>
              <th scope="col">{t('report-screens.kept.now')}</th>
              <th scope="col">{t('report-screens.kept.sum-now')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.orderId}>
                <td>
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => navigate('orders', { order: String(change.orderId) })}
                  >
                    {change.number || '—'}
                  </button>
                </td>
                <td>{t(`report-screens.kept.kind.${change.kind}`)}</td>
                <td>{sideText(change.before)}</td>
                <td data-figure>{money(change.before)}</td>
                <td>{sideText(change.after)}</td>
                <td data-figure>{money(change.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
