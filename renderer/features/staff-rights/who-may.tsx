import { NativeSelect } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  rightsFor,
  STAFF_ACTS,
  STAFF_STAGES,
  type StaffAct,
  type StaffStage,
} from '../../../main/domain/staff/staff-acts.ts';
import { adviceFor, impliedBy, STAFF_ROLES } from '../../../main/domain/staff/staff-rights.ts';
import styles from './staff-rights.module.css';

function Answer({ act, stage }: { readonly act: StaffAct; readonly stage: StaffStage }): ReactNode {
  const { t } = useTranslation();
  const { rights, basis } = rightsFor(act, stage);
  const roles = STAFF_ROLES.filter((role) =>
    rights.every((code) => adviceFor(role, code) === 'needed' || impliedBy(role, code) !== null),
  ).map((role) => t(`staff-rights.role.${role}`));
  const all = rights.join(' + ');
  return (
    <div className={styles.answer} aria-live="polite">
      <strong>
        {t(rights.length > 1 ? 'staff-rights.answer' : 'staff-rights.answer.one', { rights: all })}
      </strong>
      <span className={basis === 'not-stated' ? styles.warning : styles.note}>
        {basis === 'not-stated' && <IconHelpCircle size={14} aria-hidden />}
        {t(`staff-rights.basis.${basis}`)}
      </span>
      <span className={styles.note}>
        {roles.length > 0
          ? t('staff-rights.answer.roles', { roles: roles.join(', ') })
          : t('staff-rights.answer.roles.none')}
      </span>
    </div>
  );
}

/** «Кто может»: which rights an act needs in a status, and which roles have them. */
export function WhoMay(): ReactNode {
  const { t } = useTranslation();
  const [act, setAct] = useState<StaffAct>('cancel');
  const [stage, setStage] = useState<StaffStage>('cooking');
  return (
    <section className={styles.question} aria-label={t('staff-rights.question')}>
      <h2>{t('staff-rights.question')}</h2>
      <NativeSelect
        size="xs"
        aria-label={t('staff-rights.question.act')}
        value={act}
        data={STAFF_ACTS.map((value) => ({ value, label: t(`staff-rights.act.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          setAct(STAFF_ACTS.find((one) => one === value) ?? act)
        }
      />
      <NativeSelect
        size="xs"
        aria-label={t('staff-rights.question.stage')}
        value={stage}
        data={STAFF_STAGES.map((value) => ({ value, label: t(`staff-rights.stage.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          setStage(STAFF_STAGES.find((one) => one === value) ?? stage)
        }
      />
      <Answer act={act} stage={stage} />
    </section>
  );
}
