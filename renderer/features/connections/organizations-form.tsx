import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import styles from './form.module.css';
import type { OrganizationDrafts } from './organization-draft.ts';
import { OrganizationFields } from './organization-fields.tsx';

/** Every organization of a connection; none chosen means all of them. */
export function OrganizationsForm(props: {
  readonly connection: Connection;
  readonly drafts: OrganizationDrafts;
  readonly onChange: (drafts: OrganizationDrafts) => void;
}): ReactNode {
  const { connection, drafts, onChange } = props;
  const { t } = useTranslation();
  const { organizations } = connection;
  const chosen = organizations.filter(({ id }) => drafts[id]?.chosen).length;
  const only = organizations.length === 1;
  return (
    <>
      {!only && (
        <p className={styles.note}>
          {chosen === 0
            ? t('connections.organizations.all', { count: organizations.length })
            : t('connections.organizations.some', { count: chosen, total: organizations.length })}
        </p>
      )}
      {organizations.map((organization) => {
        const draft = drafts[organization.id];
        if (!draft) return null;
        return (
          <OrganizationFields
            key={organization.id}
            organization={organization}
            draft={draft}
            only={only}
            onChange={(changed) => onChange({ ...drafts, [organization.id]: changed })}
          />
        );
      })}
    </>
  );
}
