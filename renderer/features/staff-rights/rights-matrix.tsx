import { IconCheck, IconCircle } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  adviceFor,
  impliedBy,
  STAFF_ROLES,
  type StaffRight,
  type StaffRole,
} from '../../../main/domain/staff/staff-rights.ts';
import styles from './staff-rights.module.css';

const GROUPS: readonly StaffRight['group'][] = ['delivery', 'back-office', 'front'];

function Cell({
  role,
  right,
}: {
  readonly role: StaffRole;
  readonly right: StaffRight;
}): ReactNode {
  const { t } = useTranslation();
  const giver = impliedBy(role, right.code);
  const advice = giver === null ? adviceFor(role, right.code) : 'implied';
  const label = t(`staff-rights.advice.${advice ?? 'none'}`, { right: giver ?? '' });
  return (
    <td className={styles.cell} data-advice={advice ?? 'none'} title={label}>
      {advice === 'needed' && <IconCheck size={18} stroke={2} aria-hidden />}
      {advice === 'optional' && <IconCircle size={16} stroke={1.75} aria-hidden />}
      {advice === 'implied' && <span aria-hidden>{`← ${giver ?? ''}`}</span>}
      <span className={styles.hidden}>{label}</span>
    </td>
  );
}

function RightName({ right }: { readonly right: StaffRight }): ReactNode {
  const { t, i18n } = useTranslation();
  const note = `staff-rights.note.${right.code}`;
  return (
    <th scope="row" className={styles.name}>
      <span>{t(`staff-rights.right.${right.code}`)}</span>
      {i18n.exists(note) && <span className={styles.note}>{t(note)}</span>}
      {right.implies.length > 0 && (
        <span className={styles.note}>
          {t('staff-rights.implies', { rights: right.implies.join(', ') })}
        </span>
      )}
      {right.setting && (
        <span className={styles.note}>{t('staff-rights.setting', { setting: right.setting })}</span>
      )}
    </th>
  );
}

function RightRow({ right }: { readonly right: StaffRight }): ReactNode {
  const { t } = useTranslation();
  return (
    <tr>
      <td className={styles.code}>{right.code}</td>
      <RightName right={right} />
      <td className={styles.place}>
        {right.places.map((place) => t(`staff-rights.place.${place}`)).join(', ')}
      </td>
      {STAFF_ROLES.map((role) => (
        <Cell key={role} role={role} right={right} />
      ))}
    </tr>
  );
}

/** Roles and rights: what each role needs, may have, and gets along with another right. */
export function RightsMatrix({ rights }: { readonly rights: readonly StaffRight[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <table className={styles.matrix}>
      <thead>
        <tr>
          <th scope="col">{t('staff-rights.code')}</th>
          <th scope="col">{t('staff-rights.name')}</th>
          <th scope="col">{t('staff-rights.place')}</th>
          {STAFF_ROLES.map((role) => (
            <th key={role} scope="col" className={styles.role}>
              {t(`staff-rights.role.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {GROUPS.map((group) => {
          const own = rights.filter((right) => right.group === group);
          if (own.length === 0) return null;
          return (
            <Fragment key={group}>
              <tr className={styles.group}>
                <th colSpan={3 + STAFF_ROLES.length} scope="colgroup">
                  {t(`staff-rights.group.${group}`)}
                </th>
              </tr>
              {own.map((right) => (
                <RightRow key={right.code} right={right} />
              ))}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
