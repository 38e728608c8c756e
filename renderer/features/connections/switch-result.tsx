import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection, SwitchOver } from '../../../main/contract/connections.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './add-connection.module.css';
import form from './form.module.css';
import walk from './logins/biz-walk-through.module.css';

/** What the move carried over, and what found no pair. */
export function SwitchResult(props: {
  readonly to: Connection;
  readonly moved: SwitchOver;
  readonly onClose: () => void;
}): ReactNode {
  const { to, moved, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { organizations, venues, statuses, orders, unmatched } = moved;
  const whole = ({ count, total }: SwitchOver['venues']): boolean => count === total;
  const lines: readonly (readonly [text: string, whole: boolean])[] = [
    [t('iiko-biz.switch.organizations', organizations), whole(organizations)],
    [t('iiko-biz.switch.venues', venues), whole(venues)],
    [t('iiko-biz.switch.statuses', { count: statuses }), true],
    [t('iiko-biz.switch.attribution'), true],
    [t('iiko-biz.switch.history', { orders: format.number(orders) }), true],
  ];
  return (
    <div className={styles.single}>
      <section className={walk.card} aria-labelledby="switch-result">
        <h2 id="switch-result" className={walk.title}>
          {t('iiko-biz.switch.done', { name: to.name })}
        </h2>
        <ul className={walk.list}>
          {lines.map(([text, good]) => {
            const Mark = good ? IconCircleCheck : IconAlertTriangle;
            const tone = good ? walk.done : walk.partly;
            return (
              <li key={text} className={walk.line}>
                <Mark className={tone} size={18} stroke={1.75} aria-hidden />
                <span>{text}</span>
              </li>
            );
          })}
        </ul>
      </section>
      {unmatched.length > 0 && (
        <p className={form.note}>
          {t('iiko-biz.switch.unmatched', { names: unmatched.join(', ') })}
        </p>
      )}
      <div className={form.buttons}>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('connections.add.done')}
        </Button>
      </div>
    </div>
  );
}
