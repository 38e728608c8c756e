import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RIGHTS } from '../../../main/domain/rights.ts';
import { withRight, type ProfileDraft } from './profile-draft.ts';
import styles from './settings.module.css';

/** What the profile may do. */
export function RightsField(props: {
  readonly draft: ProfileDraft;
  readonly onChange: (draft: ProfileDraft) => void;
}): ReactNode {
  const { draft, onChange } = props;
  const { t } = useTranslation();
  return (
    <fieldset className={styles.rights}>
      <legend>{t('settings.profiles.rights')}</legend>
      {RIGHTS.map((right) => (
        <Checkbox
          key={right}
          label={t(`settings.right.${right}`)}
          checked={draft.rights.includes(right)}
          onChange={({ currentTarget }) => onChange(withRight(draft, right, currentTarget.checked))}
        />
      ))}
    </fieldset>
  );
}
